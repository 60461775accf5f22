import { describe, expect, test } from 'vitest'
import { opera } from '../../../src/providers/opera/index.ts'
import { normalizeHousekeeping } from '../../../src/providers/opera/normalize/housekeeping.ts'
import { normalizeMaintenanceRequest } from '../../../src/providers/opera/normalize/maintenance-request.ts'
import { normalizeRatePlan } from '../../../src/providers/opera/normalize/rate-plan.ts'
import { normalizeRoomBlock } from '../../../src/providers/opera/normalize/room-block.ts'
import { normalizeRoomType } from '../../../src/providers/opera/normalize/room-type.ts'
import type { NormalizeContext } from '../../../src/providers/provider.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { collect } from '../../../src/providers/testing/walk.ts'
import { housekeepingRecord } from '../../../src/records/housekeeping.ts'
import { maintenanceRequestRecord } from '../../../src/records/maintenance-request.ts'
import { ratePlanRecord } from '../../../src/records/rate-plan.ts'
import { readRecord } from '../../../src/records/read-record.ts'
import { roomBlockRecord, roomBlocks } from '../../../src/records/room-block.ts'
import { roomTypeRecord } from '../../../src/records/room-type.ts'
import { pathOf, queryOf, recorded } from './traffic.ts'

const hotel = { id: 'h', externalHotelId: 'H1', timeZone: 'Asia/Kuwait', currency: 'KWD' }
const reports: { path: string; value: string }[] = []
const ctx: NormalizeContext = { hotel, report: (problem) => void reports.push(problem) }

const words = (state: string, more: object = {}) => ({
  housekeepingRoomStatus: { housekeepingRoomStatus: state, frontOfficeStatus: 'Vacant', ...more },
})
const housekeeping = (states: object, room: object = {}) =>
  housekeepingRecord.parse(normalizeHousekeeping({ roomId: '304', housekeeping: states, ...room }, ctx))

describe('housekeeping', () => {
  test.each([
    [words('Clean'), {}, 'CLEAN', 'VACANT', 'AVAILABLE'],
    [words('Dirty', { frontOfficeStatus: 'Occupied' }), {}, 'DIRTY', 'OCCUPIED', 'OCCUPIED'],
    [words('Inspected'), { hold: {} }, 'INSPECTED', 'VACANT', 'AVAILABLE'],
    [words('Pickup'), { hold: { holdUser: 'DESK' } }, 'PICKUP', 'VACANT', 'BLOCKED'],
    [words('OutOfOrder'), {}, 'UNKNOWN', 'VACANT', 'OUT_OF_ORDER'],
    [words('OutOfService', { frontOfficeStatus: 'Occupied' }), {}, 'UNKNOWN', 'OCCUPIED', 'OUT_OF_SERVICE'],
  ])('%o %o is %s, %s and %s', (states, room, condition, occupancy, roomStatus) => {
    reports.length = 0
    expect(housekeeping(states, room)).toMatchObject({ externalId: '304', condition, occupancy, roomStatus })
    expect(reports).toEqual([])
  })

  test('of a room of which nothing is known lets nobody in, and that is reported', () => {
    reports.length = 0
    expect(housekeeping({})).toMatchObject({
      condition: 'UNKNOWN',
      occupancy: 'UNKNOWN',
      roomStatus: 'OUT_OF_SERVICE',
      doNotDisturb: null,
      turndown: null,
      stay: null,
    })
    expect(reports).toHaveLength(3)
  })

  test.each([
    [['Arrival'], 'ARRIVAL'],
    [['DueOut', 'Arrival'], 'TURNOVER'],
    [['Departed', 'Arrived'], 'TURNOVER'],
    [['DayUse'], 'TURNOVER'],
    [['Departed', 'NotReserved'], 'DEPARTURE'],
    [['StayOver'], 'STAYOVER'],
    [['NotReserved'], 'FREE'],
    [[], null],
    [['Teleported'], null],
  ])('of reservations %j is %s', (reservationStatusList, stay) =>
    expect(housekeeping(words('Clean', { reservationStatusList })).stay).toBe(stay),
  )

  test('tells what the maid saw, and what the guest asked for', () => {
    const states = { ...words('Clean', { housekeepingStatus: 'Occupied' }), guestServiceRequest: 'DoNotDisturb' }
    const room = { discrepancy: ['Sleep'], turndownInfo: { turndownStatusInfo: 'Compeleted' } }
    expect(housekeeping(states, room)).toMatchObject({
      reportedOccupancy: 'OCCUPIED',
      discrepancy: 'SLEEP',
      doNotDisturb: true,
      serviceRefused: false,
      turndown: false,
    })
  })

  test('does not ask who stays in a room', async () => {
    await using harness = await openHarness(opera)
    const { ctx, traffic } = recorded(harness)
    await collect(harness, 'housekeeping', {}, ctx)
    const asked = traffic.filter(({ request }) => pathOf(request).endsWith('housekeepingOverview'))
    for (const { request } of asked) expect(queryOf(request).getAll('fetchInstructions')).not.toContain('ResvInfo')
  })
})

describe('a room block', () => {
  const block = (fields: object) => roomBlockRecord.parse(normalizeRoomBlock({ ...range, ...fields }, ctx))
  const range = { roomId: '304', housekeepingRoomStatus: 'OutOfOrder', start: '2026-10-20', end: '2026-10-22' }

  test('has the vendor’s own id, or that of an older release', () => {
    expect(block({ roomRepairId: { id: 9_001, type: 'RoomRepairId' } }).externalId).toBe('9001')
    expect(block({}).externalId).toBe('304/OutOfOrder/2026-10-20')
    expect(opera.identify.roomBlocks?.({ ...range, start: undefined })).toBeNull()
  })

  test('says why, in the words of whoever closed the room where there are some', () => {
    const general = { reasonCode: 'AC', reasonDescription: 'Air conditioning' }
    expect(block(general)).toMatchObject({ reasonCode: 'AC', reason: 'Air conditioning' })
    expect(block({ ...general, repairRemarks: 'Compressor, 4111 1111 1111 1111' }).reason).toBe('Compressor, •••• 1111')
  })

  test('whose last day cannot be read, or lies before its first, lasts until further notice', () => {
    for (const end of ['1985-00-00', '', '2026-10-19']) {
      const input = normalizeRoomBlock({ ...range, end }, ctx)
      expect(readRecord(roomBlocks, input, ctx.report)).toMatchObject({ lastNight: null })
    }
  })

  test.each([
    ['Pacific/Apia', '2026-10-20'],
    ['Pacific/Pago_Pago', '2026-10-19'],
  ])('is looked for on the next 90 days of the hotel: %s', async (timeZone, firstDay) => {
    await using harness = await openHarness(opera, { timeZone, startsAt: '2026-10-20T10:30:00Z' })
    const { ctx, traffic } = recorded(harness)
    await collect(harness, 'roomBlocks', {}, ctx)
    const asked = traffic.filter(({ request }) => /outOf(Order|Service)Rooms$/.test(pathOf(request)))
    expect(asked).toHaveLength(2)
    for (const { request } of asked) {
      const [start, end] = [queryOf(request).get('startDate') ?? '', queryOf(request).get('endDate') ?? '']
      expect(start).toBe(firstDay)
      expect((Date.parse(end) - Date.parse(start)) / 86_400_000 + 1).toBe(90)
    }
  })
})

describe('a maintenance request', () => {
  const request = (fields: object, settings: object = {}) => {
    const raw = { maintenanceId: { id: '5060' }, createDateTime: '2026-09-16 08:11:00.0', ...fields }
    return maintenanceRequestRecord.parse(normalizeMaintenanceRequest(raw, { ...ctx, settings }))
  }

  test('is resolved once somebody resolved it', () => {
    expect(request({}).status).toBe('OPEN')
    expect(request({ resolveInfo: {} }).status).toBe('OPEN')
    expect(request({ resolveInfo: { resolveDate: '2026-09-17' } }).status).toBe('RESOLVED')
  })

  test('tells times of the database’s clock, which the hotel must name; a zone beside one is read', () => {
    const databaseTimeZone = 'America/New_York'
    expect(request({}, { databaseTimeZone }).reportedAt).toEqual(new Date('2026-09-16T12:11:00Z'))
    expect(request({}).reportedAt).toBeNull()
    const reportedAt = new Date('2026-09-16T06:11:00Z')
    expect(request({ createDateTime: '2026-09-16T08:11:00+02:00' }).reportedAt).toEqual(reportedAt)
  })

  test('is looked for among the open ones first, so that one which is resolved meanwhile is in one of the lists', async () => {
    await using harness = await openHarness(opera, { maintenanceRequests: 12 })
    const { ctx, traffic } = recorded(harness)
    await collect(harness, 'maintenanceRequests', {}, ctx)
    const asked = traffic.filter(({ request }) => pathOf(request).endsWith('/maintenances'))
    const [open, resolved] = asked.map(({ request }) => queryOf(request))
    expect(open?.get('roomMaintenanceStatus')).toBe('UnResolved')
    expect(open?.has('resolvedStartDate')).toBe(false)
    expect(resolved?.get('roomMaintenanceStatus')).toBe('Resolved')
    expect(resolved?.get('resolvedStartDate')).toBe('2026-07-24')
    expect(resolved?.get('resolvedEndDate')).toBe('2026-10-21')
  })
})

describe('what is sold', () => {
  test('types that nobody can book are known, since bookings name them', () => {
    const type = (fields: object) => roomTypeRecord.parse(normalizeRoomType({ roomType: 'PM', ...fields }, ctx))
    expect(type({ shortDescription: 'Posting master' })).toMatchObject({ name: 'Posting master', sellable: true })
    for (const flag of ['pseudo', 'meetingRoom', 'inactive']) {
      expect(type({ [flag]: true })).toMatchObject({ externalId: 'PM', name: 'PM', sellable: false })
    }
  })

  test('room types are read, too, where the vendor sends summaries', async () => {
    await using harness = await openHarness(opera)
    const { ctx } = recorded(harness, (request, response) => {
      if (!pathOf(request).endsWith('/roomTypes')) return response
      const { roomTypes, ...said } = JSON.parse(response.body)
      const roomTypesSummary = [{ roomTypeSummary: roomTypes[0].roomType, hotelId: 'SIM1' }]
      return { ...response, body: JSON.stringify({ ...said, roomTypesSummary }) }
    })
    expect(await collect(harness, 'roomTypes', {}, ctx)).toHaveLength(5)
  })

  test.each([
    [{ baseRate: { basedOnRatePlan: 'BAR', baseAmount: -10, flatOrPercentage: 'PCT' } }, 'PERCENT', -1_000],
    [
      { dynamicBaseRate: { dynamicBasedOnRatePlan: 'BAR', dynamicBaseAmount: '5.5', flatOrPercentage: 'FLT' } },
      'AMOUNT',
      5_500,
    ],
    [{ baseRate: { basedOnRatePlan: 'BAR', baseAmount: 5, flatOrPercentage: '?' } }, null, null],
    [{ advancedDynamicBase: {} }, null, null],
  ])('prices of a plan follow another one: %j', (based, derivationKind, derivationValue) => {
    const plan = ratePlanRecord.parse(normalizeRatePlan({ ratePlanCode: 'NRF', ratePlanBasedOnRates: [based] }, ctx))
    expect(plan).toMatchObject({ derivationKind, derivationValue, pricing: 'PER_OCCUPANCY', name: 'NRF' })
    expect(plan.derivedFromExternalId).toBe('advancedDynamicBase' in based ? null : 'BAR')
  })
})
