import { expect, test } from 'vitest'
import { mapStatus } from '../../src/providers/status.ts'

const table = { values: { clean: 'CLEAN', dirty: 'DIRTY' }, fallback: 'DIRTY' } as const

function look(value: string) {
  const reported: unknown[] = []
  const ctx = { report: (problem: unknown) => reported.push(problem) }
  return { status: mapStatus(table, value, 'room.state', ctx as never), reported }
}

test('a known value is translated in silence', () => {
  expect(look('clean')).toEqual({ status: 'CLEAN', reported: [] })
})

test.each(['sparkling', '', 'Clean', 'constructor', 'toString'])(
  '"%s" falls to the safe value and is reported',
  (value) => {
    expect(look(value)).toEqual({ status: 'DIRTY', reported: [{ path: 'room.state', value, used: 'DIRTY' }] })
  },
)

test('what is reported is short', () => {
  expect(look('x'.repeat(10_000)).reported).toEqual([{ path: 'room.state', value: 'x'.repeat(100), used: 'DIRTY' }])
})
