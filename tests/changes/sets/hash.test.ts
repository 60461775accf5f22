import fc from 'fast-check'
import { expect, it } from 'vitest'
import { previewHash, type ShownItem } from '../../../src/changes/sets/hash.ts'
import { PREVIEW_OUTCOMES } from '../../../src/entities/change-set.ts'
import type { ActionName, ChangeOptions } from '../../../src/records/changes/actions.ts'
import type { JsonValue } from '../../../src/records/common.ts'

const value: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.integer(),
  fc.constant(null),
  fc.boolean(),
)
const values = fc.option(fc.dictionary(fc.string({ maxLength: 4 }), value, { maxKeys: 4 }), { nil: null })
const item = fc.record({
  line: fc.integer({ min: 1, max: 99 }),
  changeId: fc.option(fc.uuid(), { nil: null }),
  outcome: fc.option(fc.constantFrom(...PREVIEW_OUTCOMES), { nil: null }),
  wanted: values,
  theirs: values,
})
const set = fc.record({
  id: fc.uuid(),
  action: fc.constantFrom<ActionName>('BOOKING_CHANGE', 'BOOKING_CANCEL'),
  options: fc.constantFrom<ChangeOptions>({}, { pricing: 'KEEP' }, { pricing: 'REPRICE' }, { notifyGuest: true }),
})
const shown = fc.record({ set, items: fc.array(item, { maxLength: 6 }) })
type Shown = typeof shown extends fc.Arbitrary<infer T> ? T : never

function hashOf({ set, items }: Shown, at = items.length): string {
  const hash = previewHash(set)
  hash.add(items.slice(0, at) as ShownItem[])
  hash.add(items.slice(at) as ShownItem[])
  return hash.digest()
}

/** As JSON tells it apart: by content, whatever the order of fields. */
const content = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(content)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, each]) => [name, content(each)])
}

it('is the same for what is the same, in whatever parts and order of fields it comes', () => {
  const turned = (values: ShownItem['wanted']) => values && Object.fromEntries(Object.entries(values).reverse())
  fc.assert(
    fc.property(shown, fc.nat({ max: 6 }), (one, at) => {
      const items = one.items.map((each) => ({ ...each, wanted: turned(each.wanted), theirs: turned(each.theirs) }))
      expect(hashOf({ ...one, items }, at)).toBe(hashOf(one))
    }),
  )
})

it('is another for anything else that a person would be shown', () => {
  fc.assert(
    fc.property(shown, shown, (one, other) => {
      fc.pre(JSON.stringify(content(one)) !== JSON.stringify(content(other)))
      expect(hashOf(other)).not.toBe(hashOf(one))
    }),
  )
})

it('is another when a single thing of a single item is', () => {
  fc.assert(
    fc.property(shown, fc.nat(), item, (one, at, other) => {
      fc.pre(one.items.length > 0)
      const index = at % one.items.length
      for (const field of ['line', 'changeId', 'outcome', 'wanted', 'theirs'] as const) {
        const changed = { ...one.items[index], [field]: other[field] } as Shown['items'][number]
        if (JSON.stringify(content(changed)) === JSON.stringify(content(one.items[index]))) continue
        expect(hashOf({ ...one, items: one.items.with(index, changed) })).not.toBe(hashOf(one))
      }
    }),
    { numRuns: 200 },
  )
})
