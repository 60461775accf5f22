import { expect, test } from 'vitest'
import { createOutageLog, reasonOf } from '../../../src/platform/queue/outage-log.ts'

function listen() {
  const lines: { facts: Record<string, unknown>; message: string }[] = []
  const clock = { ms: 0 }
  const log = { warn: (facts: object, message: string) => void lines.push({ facts: { ...facts }, message }) }
  return { lines, clock, report: createOutageLog(log, { subject: 'Store', everyMs: 1_000, now: () => clock.ms }) }
}

const refused = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

test('trouble that repeats is one line a while, which counts the others', () => {
  const { lines, clock, report } = listen()
  for (clock.ms = 0; clock.ms <= 1_000; clock.ms += 10) report(refused())
  expect(lines).toEqual([
    { facts: { code: 'ECONNREFUSED', repeated: 0 }, message: 'Store: connect ECONNREFUSED' },
    { facts: { code: 'ECONNREFUSED', repeated: 99 }, message: 'Store: connect ECONNREFUSED' },
  ])
})

test('another kind of trouble is not held back', () => {
  const { lines, report } = listen()
  report(refused())
  report(new TypeError('no such thing'))
  expect(lines.map(({ message }) => message)).toEqual(['Store: connect ECONNREFUSED', 'Store: no such thing'])
  expect(lines[1]?.facts.err).toBeInstanceOf(TypeError)
})

test('what a driver hangs on its error is not logged', () => {
  const { lines, report } = listen()
  report(Object.assign(refused(), { command: { name: 'auth', args: ['hunter2'] } }))
  expect(JSON.stringify(lines)).not.toContain('hunter2')
})

test('a name with several addresses that all refuse says so', () => {
  expect(reasonOf(new AggregateError([refused(), refused()]))).toBe('connect ECONNREFUSED')
})
