import { expect, test } from 'vitest'
import { createLogger } from '../../src/platform/logger.ts'

function recorder() {
  const lines: string[] = []
  return { lines, write: (line: string) => void lines.push(line) }
}

const parse = (lines: string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>)

test('JSON: one object a line, level and time in words', () => {
  const out = recorder()
  createLogger({ level: 'info', format: 'json' }, out).info({ event: 'pms.sync.started', hotelId: 'demo' }, 'Syncing')
  const [line] = parse(out.lines)
  expect(line).toMatchObject({ level: 'info', event: 'pms.sync.started', hotelId: 'demo', msg: 'Syncing' })
  expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
})

test('pretty: one readable line', () => {
  const out = recorder()
  createLogger({ level: 'info', format: 'pretty' }, out).warn({ hotelId: 'demo', guestName: 'Canary' }, 'Slow down')
  expect(out.lines.join('')).toMatch(
    /^\[\d\d:\d\d:\d\d\] WARN: Slow down \{"hotelId":"demo","guestName":"\[redacted\]"\}\n$/,
  )
})

test('the level decides', () => {
  const out = recorder()
  const log = createLogger({ level: 'warn', format: 'json' }, out)
  log.info('no')
  log.warn('yes')
  expect(parse(out.lines).map((line) => line.msg)).toEqual(['yes'])
})

test('nothing private is written, by whatever way it comes', () => {
  const out = recorder()
  const log = createLogger({ level: 'trace', format: 'json' }, out)
  const row = Object.assign(new Error(`values ('Canary') - bad "Canary"`), { code: '22007', detail: 'Canary' })
  log.info({ deep: { list: [{ email: 'Canary' }] } }, 'fields')
  log.info('message for Canary@example.com')
  log.child({ apiKey: 'Canary', guestEmail: 'Canary' }).info('bindings')
  log.error(row)
  log.error(row, 'with a message')
  log.error({ err: row, error: row }, 'as a field')
  log.error({ err: { config: { headers: { authorization: 'Canary' } } } }, 'no error at all')
  expect(out.lines).toHaveLength(7)
  expect(out.lines.join()).not.toContain('Canary')
})

test('an error is written with its code and stack', () => {
  const out = recorder()
  createLogger({ level: 'info', format: 'json' }, out).error(new TypeError('broken'))
  expect(parse(out.lines)[0]).toMatchObject({
    msg: 'broken',
    err: { type: 'TypeError', message: 'broken', stack: expect.stringContaining('logger.test.ts') },
  })
})
