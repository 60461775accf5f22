import { describe, expect, test } from 'vitest'
import { cloudbeds } from '../../../src/providers/cloudbeds/index.ts'
import type { RowKind } from '../../../src/providers/provider.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { bookingRecord } from '../../../src/records/booking.ts'
import { entityTypeOf, recordTypes } from '../../../src/records/entity-type.ts'
import { housekeepingRecord } from '../../../src/records/housekeeping.ts'
import { readVendorFile } from '../../kit/vendor-specs.ts'
import { recorded } from './traffic.ts'

const hotel = { id: 'h', externalHotelId: '190472', timeZone: 'Europe/London', currency: 'GBP' }
const ctx = { hotel, report: () => {} }

const samples: readonly [RowKind, string, count: number][] = [
  ['bookings', 'getReservationsWithRateDetails.json', 1],
  ['bookings', 'getReservations.page1.json', 2],
  ['bookings', 'getReservations.page2-last.json', 1],
  ['bookings', 'getReservations.empty.json', 0],
  ['bookings', 'getReservation.detail.json', 1],
  ['bookings', 'putReservation.response.json', 1],
  ['rooms', 'getRooms.json', 5],
  ['roomTypes', 'getRoomTypes.json', 2],
  ['ratePlans', 'getRatePlans.json', 1],
  ['guests', 'getGuestList.json', 1],
  ['guests', 'getGuestsModified.json', 1],
]

describe('the vendor’s samples', () => {
  test.each(samples)('%s of %s', (kind, file, count) => {
    const items = itemsOf(readVendorFile<{ data: unknown }>('samples', 'cloudbeds', file).data)
    expect(items).toHaveLength(count)
    for (const raw of items) {
      const record = recordTypes[entityTypeOf(kind)].schema.parse(cloudbeds.normalize[kind]?.(raw, ctx))
      expect(record.externalId).toBe(cloudbeds.identify[kind]?.(raw))
    }
  })

  test('a booking with rate details', () => {
    const [raw] = itemsOf(readSample('getReservationsWithRateDetails.json'))
    expect(bookingRecord.parse(cloudbeds.normalize.bookings?.(raw, ctx))).toMatchObject({
      externalId: '7301246890999',
      status: 'CANCELLED',
      source: 'WALK_IN',
      guestName: 'Guest Anonymous',
      roomNumber: 'TWN(1)',
      roomTypeExternalId: '100202',
      ratePlanExternalId: '990021',
      checkIn: '2026-10-01',
      checkOut: '2026-10-02',
      totalAmountCents: 13_200,
      currency: 'GBP',
      externalUpdatedAt: new Date('2026-09-15T15:01:00Z'),
    })
  })

  test('housekeeping with the blocks of today', async () => {
    await using harness = await openHarness(cloudbeds)
    const files = ['getHousekeepingStatus', 'getRoomBlocks']
    const { ctx } = recorded(harness, ({ url }, response) => {
      const file = files.find((name) => url.includes(name))
      if (file === undefined) return response
      return { ...response, body: JSON.stringify(readVendorFile('samples', 'cloudbeds', `${file}.json`)) }
    })
    const window = { since: null, until: new Date(), cursor: null, limit: null }
    const rooms: unknown[] = []
    for await (const { items } of cloudbeds.fetch.housekeeping?.(ctx, window) ?? []) rooms.push(...items)
    const found = rooms.map((raw) => housekeepingRecord.parse(cloudbeds.normalize.housekeeping?.(raw, ctx)))
    expect(found.map((room) => [room.roomNumber, room.roomStatus, room.condition, room.stay, room.attendant])).toEqual([
      ['DLX(1)', 'AVAILABLE', 'CLEAN', 'FREE', null],
      ['DLX(2)', 'AVAILABLE', 'DIRTY', 'ARRIVAL', null],
      ['TWN(1)', 'OCCUPIED', 'DIRTY', 'STAYOVER', 'Ana P.'],
      ['TWN(2)', 'OUT_OF_SERVICE', 'PICKUP', 'FREE', null],
    ])
  })

  test.each([
    ['error.200-success-false.json', 'PROVIDER_REJECTED'],
    ['error.401-access_denied.json', 'PROVIDER_UNAUTHORIZED'],
    ['error.429.json', 'PROVIDER_RATE_LIMITED'],
  ])('%s is %s', async (file, code) => {
    const { status, body } = readVendorFile<{ status: number; body: object }>('samples', 'cloudbeds', file)
    await using harness = await openHarness(cloudbeds)
    const answer = { status, headers: {}, body: JSON.stringify(body) }
    const { ctx } = recorded(harness, () => answer, { maxWaitMs: 0 })
    await expect(cloudbeds.check(ctx)).rejects.toMatchObject({ code })
  })
})

const readSample = (file: string) => readVendorFile<{ data: unknown }>('samples', 'cloudbeds', file).data

/** A list, a list by id, one item, or rooms within properties. */
function itemsOf(data: unknown): unknown[] {
  if (Array.isArray(data))
    return data.flatMap((one) => (Array.isArray(one.rooms) && !one.reservationID ? one.rooms : one))
  const fields = data as Record<string, unknown>
  return 'reservationID' in fields ? [fields] : Object.values(fields)
}
