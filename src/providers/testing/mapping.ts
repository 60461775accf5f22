import assert from 'node:assert/strict'
import { z } from 'zod'
import type { NormalizedBooking } from '../../records/booking.ts'
import { entityTypeOf, recordTypes } from '../../records/entity-type.ts'
import type { RowKind } from '../provider.ts'
import { nightlyRange } from '../simulator-kit/prices.ts'
import { PLANTED_CARD } from '../simulator-kit/synced/booking.ts'
import { type ConformanceCase, type Harness, type HarnessOptions, openHarness } from './harness.ts'
import { assertFacts, collect, recordOf } from './walk.ts'

const UNKNOWN = 'zz-unheard-of'

/** Whether records of this kind have a field with a closed list of values, such as a status. */
const hasEnum = (kind: RowKind) =>
  Object.values(recordTypes[entityTypeOf(kind)].schema.shape).some((field) => field instanceof z.ZodEnum)

/** Zones far from ours, and the two nights of a year in which an hour is missing or comes twice. */
const TIMES: readonly HarnessOptions[] = [
  { timeZone: 'Pacific/Apia', startsAt: '2026-10-20T10:30:00Z' },
  { timeZone: 'Pacific/Pago_Pago', startsAt: '2026-10-20T10:30:00Z' },
  { timeZone: 'Asia/Kathmandu', startsAt: '2026-10-20T18:20:00Z' },
  { timeZone: 'Europe/Berlin', startsAt: '2026-03-28T23:30:00Z' },
  { timeZone: 'Europe/Berlin', startsAt: '2026-10-24T22:30:00Z' },
  { timeZone: 'America/Santiago', startsAt: '2026-09-06T03:59:00Z' },
]

/** From the vendor's words to ours. */
export const mappingCases: readonly ConformanceCase[] = [
  {
    name: 'an unknown status falls to a safe value and is reported',
    async run(adapter) {
      await using harness = await openHarness(adapter)
      for (const kind of harness.kinds.filter(hasEnum)) {
        const [raw] = await collect(harness, kind)
        assert(
          replaceEachText(raw).some((strange) => isReported(harness, kind, strange)),
          `${kind}: nothing was reported`,
        )
      }
    },
  },
  {
    name: 'names in any script, missing e-mail addresses and very long stays go through',
    async run(adapter) {
      await using harness = await openHarness(adapter, { bookings: 300, rooms: 60, guests: 200 })
      const bookings = await bookingsOf(harness)
      assert(bookings.some(({ guestName }) => /\p{Script=Han}|\p{Script=Arabic}/u.test(guestName)))
      assert(bookings.some(({ guestEmail }) => guestEmail === null))
      assert(bookings.some(({ checkIn, checkOut }) => Date.parse(checkOut) - Date.parse(checkIn) > 700 * 86_400_000))
    },
  },
  {
    name: 'the vendor’s own record is kept, without card numbers',
    async run(adapter) {
      await using harness = await openHarness(adapter, { bookings: 300 })
      const raws = harness.simulator.data.items('bookings').map((raw) => JSON.stringify(raw))
      assert(raws.some(hasPlantedCard), 'the simulator shows no notes')
      for (const record of await bookingsOf(harness)) {
        assert(record.metadata && Object.keys(record.metadata).length > 0)
        assert(!hasPlantedCard(JSON.stringify(record)), `${record.externalId} has a card number`)
      }
    },
  },
  ...['EUR', 'JPY', 'KWD'].map(
    (currency): ConformanceCase => ({
      name: `amounts in ${currency} are exact`,
      async run(adapter) {
        await using harness = await openHarness(adapter, { currency })
        for (const kind of harness.kinds) assertFacts(harness, kind, await collect(harness, kind))
        const [cheapest, dearest] = nightlyRange(currency)
        for (const booking of await bookingsOf(harness)) {
          if (booking.totalAmountCents === null) continue
          const nights = (Date.parse(booking.checkOut) - Date.parse(booking.checkIn)) / 86_400_000
          const nightly = booking.totalAmountCents / nights
          assert.equal(booking.currency, currency)
          assert(nightly >= cheapest && nightly <= dearest, `${nightly} a night is out of scale`)
        }
      },
    }),
  ),
  ...TIMES.map(
    (options): ConformanceCase => ({
      name: `stay dates are the hotel’s days: ${options.timeZone}, ${options.startsAt}`,
      async run(adapter) {
        await using harness = await openHarness(adapter, options)
        for (const kind of harness.kinds) assertFacts(harness, kind, await collect(harness, kind))
      },
    }),
  ),
]

async function bookingsOf(harness: Harness): Promise<NormalizedBooking[]> {
  const ctx = harness.context()
  const items = await collect(harness, 'bookings')
  return items.map((raw) => recordOf(harness, 'bookings', raw, ctx) as NormalizedBooking)
}

/** Copies of `value`, each with one of its texts replaced by a word that nobody knows. */
function replaceEachText(value: unknown): unknown[] {
  if (typeof value === 'string') return [UNKNOWN]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    replaceEachText(part).map((replaced) => {
      const copy = Array.isArray(value) ? [...value] : { ...value }
      return Object.assign(copy, { [key]: replaced })
    }),
  )
}

function isReported(harness: Harness, kind: RowKind, raw: unknown): boolean {
  const before = harness.reports.length
  try {
    recordOf(harness, kind, raw)
  } catch {
    return false
  }
  return harness.reports.slice(before).some(({ value }) => value.includes(UNKNOWN))
}

const hasPlantedCard = (text: string) => text.replaceAll(/\D/g, '').includes(PLANTED_CARD.replaceAll(' ', ''))
