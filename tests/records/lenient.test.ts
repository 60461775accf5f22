import { expect, test } from 'vitest'
import { z } from 'zod'
import { readLeniently } from '../../src/records/lenient.ts'

const text = z.string().nullish()
const item = z.object({
  id: z.string(),
  count: z.int().nullish(),
  name: text,
  isMain: z.boolean().nullish(),
  total: z.union([z.number(), z.string().regex(/^\d+(\.\d+)?$/)]).nullish(),
  guests: z.array(z.object({ id: z.string(), email: text })).nullish(),
  room: z.object({ number: z.string(), floor: text }).nullish(),
})

function read(fields: object) {
  const reported: string[] = []
  const raw = { id: '1', ...fields }
  const before = JSON.stringify(raw)
  const found = readLeniently(item, raw, ({ path, value, used }) => reported.push(`${path}: ${value} → ${used}`))
  expect(JSON.stringify(raw)).toBe(before)
  return { found, reported }
}

test.each([
  [{ id: 17 }, { id: '17' }],
  [{ name: 17 }, { name: '17' }],
  [{ count: '2' }, { count: 2 }],
  [{ count: ' 2 ' }, { count: 2 }],
  [{ isMain: 'true' }, { isMain: true }],
])('%j is read as %j without a word', (fields, expected) => {
  expect(read(fields)).toEqual({ found: { id: '1', ...expected }, reported: [] })
})

test.each([{ count: '' }, { count: ' ' }, { total: '' }, { guests: '' }])(
  '%j is nothing, which is no news',
  (fields) => {
    const [name = ''] = Object.keys(fields)
    expect(read(fields)).toEqual({ found: { id: '1', [name]: null }, reported: [] })
  },
)

test.each([
  [{ count: 'two' }, { count: null }, ['count: string → null']],
  [{ count: 2.5 }, { count: null }, ['count: number → null']],
  [{ total: 'free' }, { total: null }, ['total: string → null']],
  [{ guests: {} }, { guests: null }, ['guests: object → null']],
  [{ name: ['a'] }, { name: null }, ['name: a list → null']],
  [{ room: { floor: 'G' } }, { room: null }, ['room: object → null']],
])('of %j the rest is read, and it is reported', (fields, expected, reported) => {
  expect(read(fields)).toEqual({ found: { id: '1', ...expected }, reported })
})

test('an odd element of a list does not take the others with it', () => {
  const guests = [{ id: 'a' }, null, { email: 'no id' }, { id: 'b', email: {} }, 'c', { id: 'd' }]
  expect(read({ guests }).found.guests).toEqual([{ id: 'a' }, { id: 'b', email: null }, { id: 'd' }])
})

test.each([{ id: null }, { id: {} }, { id: undefined }])(
  '%j refuses the item for what was wrong at first',
  (fields) => {
    expect(() => read({ ...fields, count: 'two' })).toThrow(z.ZodError)
  },
)

test('nothing that an item says is in a report', () => {
  const { reported } = read({ name: { first: 'Ana' }, guests: [{ id: 'a', email: { at: 'ana@example.com' } }] })
  expect(reported.join()).not.toMatch(/ana/i)
})
