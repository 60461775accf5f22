import { describe, expect, test } from 'vitest'
import { wallClockOf } from '../../src/providers/local-time.ts'
import type { PmsProviderAdapter, RowKind } from '../../src/providers/provider.ts'
import { listProviderAdapters } from '../../src/providers/registry.ts'
import { spanDays } from '../../src/providers/span-days.ts'
import { type Harness, openHarness } from '../../src/providers/testing/harness.ts'
import { collect } from '../../src/providers/testing/walk.ts'
import { ENTITY_TYPES, type EntityType } from '../../src/records/entity-type.ts'
import { MAX_DAYS } from '../../src/records/span.ts'
import { validatePage } from '../../src/sync/store/validate.ts'
import { syncedEntities } from '../../src/sync/synced/synced-entities.ts'

/** What is no value of its field anywhere, and what is one in another century. */
const ODD: readonly unknown[] = [
  ...['9999-12-31', '0001-01-01', '+275760-09-13T00:00:00Z', '2026-02-30', '9999-12-31T23:59:59Z', '24:61'],
  ...['9'.repeat(400), '1e400', '-0', '\u0000', '\ud800', '{"a":1}', '<a/>', 'x'.repeat(100_000)],
  ...[1e308, 2 ** 53, -1, 0.1, null, true, [], {}, [[]], [null], { value: null }],
]
/** Of a calendar there are hundreds, alike but for their day. */
const MOST_PATHS = 40

describe.each(listProviderAdapters().map((adapter) => [adapter.key, adapter] as const))('%s', (_, adapter) => {
  const having = ENTITY_TYPES.filter((type) => adapter.fetch[syncedEntities[type].kind])
  test.each(having)('whatever stands in a field of its %s, the item is read, or refused for a reason', async (type) => {
    await using harness = await openHarness(adapter, { bookings: 3, rooms: 3, guests: 3 })
    expect(await crashes(harness, adapter, type)).toEqual([])
  })
})

async function crashes(harness: Harness, adapter: PmsProviderAdapter, type: EntityType): Promise<string[]> {
  const entity = syncedEntities[type]
  const [raw] = await collect(harness, entity.kind as RowKind)
  const found = new Set<string>()
  for (const path of pathsIn(raw).slice(0, MOST_PATHS)) {
    for (const odd of ODD) {
      const item = withValue(raw, path, odd)
      const { items, failed } = validatePage(entity, adapter, [item], harness.context(), harness.clock.now())
      const what = `${path.join('.')} = ${JSON.stringify(odd).slice(0, 40)}`
      for (const { reason } of failed) if (reason.includes('could not be mapped')) found.add(`${what}: ${reason}`)
      for (const { record } of items)
        for (const value of Object.values(record))
          if (Array.isArray(value) && value.length > MAX_DAYS) found.add(`${what}: a list of ${value.length}`)
    }
  }
  return [...found]
}

function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => [[...path, key], ...pathsIn(part, [...path, key])])
}

function withValue(raw: unknown, path: readonly string[], value: unknown): unknown {
  const copy = structuredClone(raw)
  const container = path.slice(0, -1).reduce((part, key) => (part as Record<string, unknown>)[key], copy)
  ;(container as Record<string, unknown>)[path.at(-1) ?? ''] = value
  return copy
}

test('a calendar that ends in another century is refused before a value is made for each of its days', () => {
  expect(spanDays('2026-01-01', '2026-12-31')).toBe(365)
  expect(spanDays('2026-01-02', '2026-01-01')).toBeLessThan(1)
  expect(() => spanDays('2026-01-01', '9999-12-31')).toThrow('more than 800 days')
})

test('a moment that no clock on a wall shows is no error', () => {
  expect(wallClockOf(new Date(8.64e15), 'Europe/Berlin')).toBe('+275760-09-13T00:00:00.000')
})
