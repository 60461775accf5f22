import { describe, expect, test } from 'vitest'
import { opera } from '../../../src/providers/opera/index.ts'
import { rangesOf } from '../../../src/providers/opera/room-blocks.ts'
import type { RowKind } from '../../../src/providers/provider.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { bookingRecord } from '../../../src/records/booking.ts'
import { entityTypeOf, recordTypes } from '../../../src/records/entity-type.ts'
import { roomBlockRecord } from '../../../src/records/room-block.ts'
import { readVendorFile } from '../../kit/vendor-specs.ts'
import { pathOf, recorded } from './traffic.ts'

const hotel = { id: 'h', externalHotelId: 'HOTEL1', timeZone: 'Europe/London', currency: 'GBP' }
const ctx = { hotel, report: () => {} }

/** Where a sample keeps its items: names of fields, each one step down, through lists too. */
const samples: readonly [RowKind, string, string, count: number][] = [
  ['bookings', 'getHotelReservations.page1.json', 'reservations.reservationInfo', 2],
  ['bookings', 'getHotelReservations.page2-last.json', 'reservations.reservationInfo', 1],
  ['bookings', 'getReservation.detail.json', 'reservations.reservation', 1],
  ['bookings', 'getReservation.vendor.json', 'reservations.reservation', 1],
  ['rooms', 'getHousekeepingOverview.vendor.json', 'housekeepingRoomInfo.housekeepingRooms.room', 9],
  ['housekeeping', 'getHousekeepingOverview.vendor.json', 'housekeepingRoomInfo.housekeepingRooms.room', 9],
  ['roomTypes', 'getRoomTypes.config.json', 'roomTypesSummary.roomTypeSummary', 1],
  ['ratePlans', 'getRatePlansByHotel.json', 'ratePlans', 1],
  ['maintenanceRequests', 'getRoomMaintenance.json', 'roomMaintenance.roomMaintenance', 1],
  ['rooms', 'getHotelRooms.json', 'hotelRoomsDetails.room', 1],
  ['rooms', 'getRooms.config.json', 'rooms.room', 1],
  ['guests', 'getProfiles.json', 'profileSummaries.profileInfo', 1],
  ['guests', 'getProfile.json', '', 1],
]

describe('the vendor’s samples', () => {
  test.each(samples)('%s of %s', (kind, file, path, count) => {
    const items = path.split('.').reduce<unknown[]>(stepInto, [readVendorFile('samples', 'opera', file)])
    expect(items).toHaveLength(count)
    for (const raw of items) {
      const record = recordTypes[entityTypeOf(kind)].schema.parse(opera.normalize[kind]?.(raw, ctx))
      expect(record.externalId).toBe(opera.identify[kind]?.(raw))
    }
  })

  test.each([
    ['getOutOfOrderRooms.vendor.json', 'OutOfOrder', '1016/OutOfOrder/2020-07-15', 'OUT_OF_ORDER', '2020-07-15'],
    [
      'getOutOfServiceRooms.vendor.json',
      'OutOfService',
      '1017/OutOfService/2020-07-15',
      'OUT_OF_SERVICE',
      '2020-07-17',
    ],
  ] as const)('%s: each range of a room is a block', (file, word, externalId, kind, lastNight) => {
    const rooms = 'housekeepingRooms.room'
      .split('.')
      .reduce<unknown[]>(stepInto, [readVendorFile('samples', 'opera', file)])
    const records = rooms
      .flatMap((room) => rangesOf(room, word))
      .map((raw) => roomBlockRecord.parse(opera.normalize.roomBlocks?.(raw, ctx)))
    const firstNight = '2020-07-15'
    expect(records[0]).toMatchObject({ externalId, kind, firstNight, lastNight, returnCondition: 'INSPECTED' })
    expect(new Set(records.map((record) => record.externalId)).size).toBe(rooms.length)
  })

  test('a booking says the same in both shapes, comments aside; the single one adds the tax that is not in the rate', () => {
    const [searched] = ['reservations', 'reservationInfo'].reduce<unknown[]>(stepInto, [
      readVendorFile('samples', 'opera', 'getHotelReservations.page1.json'),
    ])
    const [single] = ['reservations', 'reservation'].reduce<unknown[]>(stepInto, [
      readVendorFile('samples', 'opera', 'getReservation.detail.json'),
    ])
    const of = (raw: unknown) => bookingRecord.parse(opera.normalize.bookings?.(raw, ctx))
    const { metadata: _, notes: __, guestEmail: ___, totalAmountCents, ...expected } = of(searched)
    expect(of(single)).toMatchObject({ ...expected, totalAmountCents: 55_500 })
    expect(totalAmountCents).toBe(46_250)
    expect(expected).toMatchObject({
      externalId: '571062',
      confirmationNumber: '813595',
      status: 'CONFIRMED',
      guestName: 'Ines Okafor',
      externalUpdatedAt: new Date('2026-09-14T08:02:41Z'),
    })
  })

  test.each([
    ['error.400.json', 400, 'PROVIDER_REJECTED', /RSV00001/],
    ['error.403.json', 403, 'PROVIDER_FORBIDDEN', /OPERAWS-GEN01244/],
    ['error.401.json', 401, 'PROVIDER_UNAUTHORIZED', /401/],
    ['error.429.json', 429, 'PROVIDER_RATE_LIMITED', /429/],
    ['error.400.async-string-status.json', 400, 'PROVIDER_REJECTED', /^(?!.*ORA-)/],
  ])('%s', async (file, status, code, message) => {
    const sample = readVendorFile<{ body?: unknown }>('samples', 'opera', file)
    const isWrapped = 'headers' in sample
    const body = isWrapped ? (sample.body ?? '') : sample
    await using harness = await openHarness(opera)
    const { ctx } = recorded(harness, (request, response) =>
      pathOf(request).startsWith('/rsv/')
        ? { status, headers: {}, body: body === '' ? '' : JSON.stringify(body) }
        : response,
    )
    const error = await opera.check(ctx).catch((error: unknown) => error)
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
  })
})

function stepInto(values: unknown[], field: string): unknown[] {
  if (field === '') return values
  return values.flatMap((value) => (value as Record<string, unknown>)[field])
}
