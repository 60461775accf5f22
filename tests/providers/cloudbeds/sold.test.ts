import { describe, expect, test } from 'vitest'
import { cloudbeds } from '../../../src/providers/cloudbeds/index.ts'
import { normalizeRatePlan } from '../../../src/providers/cloudbeds/normalize/rate-plan.ts'
import { normalizeRoomType } from '../../../src/providers/cloudbeds/normalize/room-type.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { collect } from '../../../src/providers/testing/walk.ts'
import { ratePlanRecord } from '../../../src/records/rate-plan.ts'
import { roomTypeRecord } from '../../../src/records/room-type.ts'
import { queryOf, recorded } from './traffic.ts'

const hotel = { id: 'h', externalHotelId: '1', timeZone: 'Asia/Kuwait', currency: 'KWD' }
const reports: { path: string; used: string }[] = []
const ctx = { hotel, report: (problem: { path: string; used: string }) => void reports.push(problem) }

const ratePlan = (fields: object) => ratePlanRecord.parse(normalizeRatePlan({ rateID: '9', ...fields }, ctx))
const roomType = (fields: object) => roomTypeRecord.parse(normalizeRoomType({ roomTypeID: '7', ...fields }, ctx))

describe('a rate', () => {
  test('of a plan has its names; a room type’s own has none', () => {
    const names = { ratePlanNamePublic: 'Flexible', ratePlanNamePrivate: 'FLEX' }
    expect(ratePlan(names)).toMatchObject({ externalId: '9', name: 'Flexible', code: 'FLEX', currency: 'KWD' })
    expect(ratePlan({ ratePlanNamePublic: '', ratePlanNamePrivate: 'FLEX' })).toMatchObject({ name: 'FLEX' })
    expect(ratePlan({ ratePlanID: null, ratePlanNamePublic: null })).toMatchObject({ name: 'Base rate', code: null })
  })

  test.each([
    [{ derivedType: 'percentage', derivedValue: -12.5 }, 'PERCENT', -1_250],
    [{ derivedType: 'fixed', derivedValue: 1.5 }, 'AMOUNT', 1_500],
    [{ derivedType: null, derivedValue: 3 }, null, null],
    [{ derivedType: 'percentage', derivedValue: null }, 'PERCENT', null],
  ])('that follows another one by %o', (fields, kind, value) => {
    const parent = { isDerived: true, parentRateID: '8' }
    const derivation = { derivationKind: kind, derivationValue: value }
    expect(ratePlan({ ...parent, ...fields })).toMatchObject({ derivedFromExternalId: '8', ...derivation })
    const none = { derivedFromExternalId: null, derivationKind: null, derivationValue: null }
    expect(ratePlan({ ...parent, ...fields, isDerived: false })).toMatchObject(none)
  })

  test('that follows in a way which nobody knows is reported', () => {
    reports.length = 0
    const rate = ratePlan({ isDerived: true, parentRateID: '8', derivedType: 'by mood', derivedValue: 3 })
    expect(rate).toMatchObject({ derivedFromExternalId: '8', derivationKind: null, derivationValue: null })
    expect(reports).toMatchObject([{ path: 'derivedType', used: 'null' }])
  })

  test('is the same whatever it costs today', async () => {
    await using harness = await openHarness(cloudbeds)
    const reprice = (price: number) =>
      recorded(harness, ({ url }, response) => {
        if (!url.includes('getRatePlans')) return response
        const body = JSON.parse(response.body)
        const data = body.data.map((rate: object) => ({ ...rate, roomRate: price, roomsAvailable: price }))
        return { ...response, body: JSON.stringify({ ...body, data }) }
      })
    const [cheap, dear] = [reprice(10), reprice(20)]
    const plans = await collect(harness, 'ratePlans', {}, cheap.ctx)
    expect(plans).toHaveLength(6)
    expect(await collect(harness, 'ratePlans', {}, dear.ctx)).toEqual(plans)
    const days = cheap.traffic.map(({ request }) => [...queryOf(request)].filter(([name]) => name.endsWith('Date')))
    expect(days).toEqual([
      [
        ['startDate', '2026-10-20'],
        ['endDate', '2026-11-19'],
      ],
    ])
  })
})

test('a room type is called by its short name, or its id, where it has no other', () => {
  const known = { roomTypeName: 'Twin', roomTypeNameShort: 'TWN', maxGuests: 3 }
  expect(roomType(known)).toMatchObject({ externalId: '7', name: 'Twin', code: 'TWN', capacity: 3, roomCount: null })
  expect(roomType({ ...known, roomTypeName: '' })).toMatchObject({ name: 'TWN' })
  expect(roomType({})).toMatchObject({ name: '7', code: null, capacity: null })
})
