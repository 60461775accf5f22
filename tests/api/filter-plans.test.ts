import { readFileSync } from 'node:fs'
import { buildASTSchema, type GraphQLInputObjectType, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { seedHotels, TODAY } from '../kit/many-rows.ts'
import { explain } from '../kit/plans.ts'
import type { PmsBookingFilter, PmsGuestFilter, PmsRoomFilter } from './gql/graphql.ts'

const PAGE = 20
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
  ['bookings', 'PmsBookingFilter', bookings],
  ['rooms', 'PmsRoomFilter', rooms],
  ['guests', 'PmsGuestFilter', guests],
])('%s:', { concurrent: false }, (list, type, cases) => {
  test('each filter has a case', () => {
    const filter = schema.getType(type) as GraphQLInputObjectType
    expect(Object.keys(cases).sort()).toEqual(Object.keys(filter.getFields()).sort())
  })

  test.each(
    Object.entries(cases as Record<string, readonly unknown[]>).flatMap(([field, values]) =>
      values.map((value) => [field, JSON.stringify(value), value]),
    ),
  )('%s %s is found by an index', async (field, _, value) => {
    const before = api.sent.length
    const query = `query ($hotelId: ID!, $filter: ${type}) { ${list}(hotelId: $hotelId, first: ${PAGE}, filter: $filter) { nodes { id } } }`
    const { errors } = await api.send({ query, variables: { hotelId, filter: { [field as string]: value } } })
    expect(errors).toBeUndefined()
    const [page, ...further] = api.sent
      .slice(before)
      .filter(({ text }) => text.includes(`FROM pms_${list.slice(0, -1)} t`))
    expect(further).toEqual([])
    if (page === undefined) throw new Error(`nothing was read for ${list}`)
    const { wholeTables, rowsRead, plan } = await explain(api.database.within([hotelId]), page)
    expect(wholeTables, plan).toEqual([])
    expect(rowsRead, plan).toBeLessThanOrEqual(MOST_ROWS)
  })
})
