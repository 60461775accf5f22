import { describe, expect, test } from 'vitest'
import { listProviderAdapters } from '../../src/providers/registry.ts'
import { openHarness } from '../../src/providers/testing/harness.ts'
import { collect, recordOf } from '../../src/providers/testing/walk.ts'
import { isIdentifierKey } from '../../src/records/text/identifier-key.ts'

const CARD = '4111 1111 1111 1111'
const PROSE = `Leak, paid with ${CARD}`
/** What people fill in, of what a hotel looks after and sells. */
const KINDS = ['housekeeping', 'roomBlocks', 'maintenanceRequests', 'roomTypes', 'ratePlans'] as const

const cases = listProviderAdapters().flatMap((adapter) =>
  KINDS.filter((kind) => adapter.fetch[kind]).map((kind) => [adapter.key, kind, adapter] as const),
)

describe('a card number that somebody has written into', () => {
  test.each(cases)('%s: any text of %s is not stored', async (_, kind, adapter) => {
    await using harness = await openHarness(adapter, { rooms: 4 })
    const [raw] = await collect(harness, kind)
    const ctx = harness.context()
    let stored = 0
    for (const item of withEachText(raw)) {
      const record = readable(() => recordOf(harness, kind, item, ctx))
      if (record === null || record.externalId.includes('Leak')) continue
      stored += JSON.stringify(record).includes('Leak') ? 1 : 0
      expect(JSON.stringify(record, withoutIds)).not.toContain(CARD)
    }
    expect(stored).toBeGreaterThan(0)
  })
})

/** Ids stay as they are: many look like a card number, and nobody writes prose into them. */
const withoutIds = (key: string, value: unknown) =>
  /ExternalId$/.test(key) || isIdentifierKey(key) ? undefined : value

function readable<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** Copies of `value`, each with one of its texts replaced. */
function withEachText(value: unknown): unknown[] {
  if (typeof value === 'string') return [PROSE]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    withEachText(part).map((replaced) =>
      Object.assign(Array.isArray(value) ? [...value] : { ...value }, { [key]: replaced }),
    ),
  )
}
