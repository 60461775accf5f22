import { describe, expect, test } from 'vitest'
import type { PmsProviderAdapter, RowKind } from '../../src/providers/provider.ts'
import { listProviderAdapters } from '../../src/providers/registry.ts'
import { type Harness, openHarness } from '../../src/providers/testing/harness.ts'
import { collect, recordOf } from '../../src/providers/testing/walk.ts'
import { ROW_KINDS } from '../../src/records/entity-type.ts'

/** Paths that say which thing an item is and, of a booking, when it is: without these it is refused. */
const NEEDED: Readonly<Record<string, RegExp>> = {
  mock: /^(id|arrival|departure|number|name|room(\.id)?|first_night)$/,
  cloudbeds:
    /^(reservationID|guestID|roomID|roomName|roomTypeID|roomBlockID|rateID|startDate|endDate|reservationCheckIn|reservationCheckOut)$/,
  mews: /^(Id|(Reservation|Resource|Block)(\.(Id|Name|ScheduledStartUtc|ScheduledEndUtc|AssignedResourceId|StartUtc))?)$/,
  opera:
    /^((reservation|profile)IdList(\.0)?(\.(id|type))?|roomId|roomRepairId(\.id)?|start|roomType|ratePlanCode|maintenanceId(\.id)?|roomStay(\.(arrival|departure)Date)?)$/,
  protel: /^(id|number|arrival|departure|roomId|from)$/,
}
const ODD: readonly unknown[] = ['', ' ', 17, -1, true, 'zz-unheard-of', '1985-00-00', [], {}, [null]]

describe.each(listProviderAdapters().map((adapter) => [adapter.key, adapter] as const))('%s', (_, adapter) => {
  test.each(ROW_KINDS.filter((kind) => adapter.fetch[kind]))(
    'no cosmetic field refuses one of its %s',
    async (kind) => {
      await using harness = await openHarness(adapter, { bookings: 4, rooms: 4, guests: 4 })
      const [raw] = await collect(harness, kind)
      expect(refusing(harness, adapter, kind, raw)).toEqual([])
    },
  )
})

/** Where an odd value, or none, makes no record. */
function refusing(harness: Harness, adapter: PmsProviderAdapter, kind: RowKind, raw: unknown): string[] {
  const ctx = harness.context()
  const refused = new Set<string>()
  for (const path of pathsIn(raw)) {
    if (NEEDED[adapter.key]?.test(path.join('.'))) continue
    for (const odd of [undefined, null, ...ODD]) {
      try {
        recordOf(harness, kind, withValue(raw, path, odd), ctx)
      } catch (error) {
        refused.add(`${path.join('.')} = ${JSON.stringify(odd)}: ${(error as Error).message.replaceAll(/\s+/g, ' ')}`)
      }
    }
  }
  return [...refused]
}

function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => [[...path, key], ...pathsIn(part, [...path, key])])
}

function withValue(value: unknown, [key, ...rest]: readonly string[], odd: unknown): unknown {
  if (key === undefined) return odd
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  return Object.assign(copy, { [key]: withValue((value as Record<string, unknown>)[key], rest, odd) })
}
