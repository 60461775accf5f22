import { readFileSync } from 'node:fs'
import { buildASTSchema, type GraphQLInputObjectType, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookingList } from '../../src/resolvers/lists/booking.ts'
import { guestList } from '../../src/resolvers/lists/guest.ts'
import { roomList } from '../../src/resolvers/lists/room.ts'
import { type Statement, startApi, type TestApi } from '../kit/api.ts'
import { seedHotels, TODAY } from '../kit/many-rows.ts'
import { CUSTOM, explain, GENERIC, keepsItsPlan } from '../kit/plans.ts'
import type { PmsBookingFilter, PmsGuestFilter, PmsRoomFilter } from './gql/graphql.ts'

const PAGE = 50
/** A page may cost ten times the rows that it shows; a walk through the bookings or guests of a hotel costs more. */
const MOST_ROWS = 10 * PAGE

/** At least a case for each field of a filter. */
type Cases<Filter> = { [Field in keyof Required<Filter>]: Filter[Field][] }

const everyRow = {
  provider: ['mock', 'other'],
  externalId: ['x-77'],
  syncStatus: [['SYNCED'], ['FAILED'], ['CONFLICT', 'PENDING']],
  updatedSince: ['2026-12-31T23:00:00Z'],
  includeDeleted: [true, false],
} satisfies Partial<Cases<PmsRoomFilter>>

const bookings: Cases<PmsBookingFilter> = {
  ...everyRow,
  status: [['CONFIRMED'], ['CHECKED_IN'], ['PENDING'], ['CANCELLED'], ['CHECKED_IN', 'NO_SHOW']],
  checkIn: [{ from: TODAY, to: TODAY }, { from: TODAY }],
  checkOut: [{ from: TODAY, to: TODAY }, { to: '2026-01-07' }],
  stayCovers: [TODAY],
  search: ['guest77', 'GUEST77 exam', 'gue 77@', 'c77', 'nobody'],
  roomNumber: ['77'],
  roomExternalId: ['room-77'],
  guestExternalId: ['guest-77'],
  roomTypeExternalId: ['type-1', 'type-77'],
  ratePlanExternalId: ['plan-1', 'plan-77'],
}
const rooms: Cases<PmsRoomFilter> = {
  ...everyRow,
  status: [['AVAILABLE'], ['BLOCKED']],
  cleaningStatus: [['DIRTY']],
  roomType: [['Suite']],
  floor: [['7']],
  roomNumber: ['77'],
}
const guests: Cases<PmsGuestFilter> = {
  ...everyRow,
  search: ['guest77', 'gues last77', '77@', '0077', 'nobody'],
  email: ['Guest77@Example.com'],
  country: [['PT'], ['IS'], ['IS', 'LI']],
}

let api: TestApi
let hotelId: string
beforeAll(async () => {
  api = await startApi()
  ;[hotelId = ''] = await seedHotels(api.database)
}, 60_000)
afterAll(() => api[Symbol.asyncDispose]())

const schema = buildASTSchema(parse(readFileSync('schema.graphql', 'utf8')), { assumeValidSDL: true })

// One after the other: each case looks at what was sent for it.
describe.each([
  ['bookings', 'PmsBookingFilter', bookings, bookingList.preparedFilters, 'id guest { lastName } room { roomNumber }'],
  ['rooms', 'PmsRoomFilter', rooms, roomList.preparedFilters, 'id'],
  ['guests', 'PmsGuestFilter', guests, guestList.preparedFilters, 'id'],
] as const)('%s:', { concurrent: false }, (list, type, cases, preparedFilters, rows) => {
  const prepared: readonly string[] = preparedFilters ?? []
  const values: Record<string, readonly unknown[]> = cases

  test('each filter has a case', () => {
    const filter = schema.getType(type) as GraphQLInputObjectType
    expect(Object.keys(cases).sort()).toEqual(Object.keys(filter.getFields()).sort())
  })

  /** What is sent for a page; the cursor of its last row. */
  async function ask(filter: object, after: string | null = null) {
    const before = api.sent.length
    const query = `query ($hotelId: ID!, $filter: ${type}, $after: String) {
      ${list}(hotelId: $hotelId, first: ${PAGE}, filter: $filter, after: $after) { edges { cursor node { ${rows} } } } }`
    const { data, errors } = await api.send({ query, variables: { hotelId, filter, after } })
    expect(errors).toBeUndefined()
    const [page, ...further] = api.sent
      .slice(before)
      .filter(({ text }) => text.includes(`FROM pms_${list.slice(0, -1)} t`))
    expect(further).toEqual([])
    if (page === undefined) throw new Error(`nothing was read for ${list}`)
    const found = data?.[list] as { edges: { cursor: string }[] } | undefined
    return { page, cursor: found?.edges.at(-1)?.cursor ?? null }
  }

  /** What stays prepared has to have a plan that is good for any parameters, too. */
  async function expectGoodPlans(page: Statement) {
    for (const mode of page.isPrepared ? [CUSTOM, GENERIC] : [CUSTOM]) {
      const { wholeTables, rowsRead, plan } = await explain(api.database.within([hotelId]), page, mode)
      expect(wholeTables, plan).toEqual([])
      expect(rowsRead, plan).toBeLessThanOrEqual(MOST_ROWS)
    }
  }

  test.each(
    Object.entries(values).flatMap(([field, each]) =>
      each.map((value) => [field, JSON.stringify(value), value] as const),
    ),
  )('%s %s is found by an index', async (field, _, value) => {
    const { page } = await ask({ [field]: value })
    expect(page.isPrepared).toBe(prepared.includes(field) || value === false)
    await expectGoodPlans(page)
  })

  test('the first page of all rows stays prepared and is planned once, one after a cursor is neither', async () => {
    const { page, cursor } = await ask({})
    expect(page.isPrepared).toBe(true)
    await expectGoodPlans(page)
    expect(await keepsItsPlan(api.database.within([hotelId]), page)).toBe(true)
    for (const filter of [{}, ...prepared.map((field) => ({ [field]: values[field]?.[0] }))]) {
      const { page: next } = await ask(filter, cursor)
      expect(next.isPrepared).toBe(false)
      await expectGoodPlans(next)
    }
  })
})
