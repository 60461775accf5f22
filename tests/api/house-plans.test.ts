import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { CUSTOM, explain, GENERIC } from '../kit/plans.ts'
import { addHotel } from '../kit/rows.ts'

const HOTELS = 6
const ROWS = 800
const PAGE = 50

/** What a hotel looks after and sells: the columns that its rows need, and a case for what its list is asked for by. */
const LISTS = {
  housekeeping: {
    table: 'pms_housekeeping',
    type: 'PmsHousekeepingFilter',
    columns: {
      condition: `CASE WHEN n % 9 = 0 THEN 'DIRTY' ELSE 'CLEAN' END`,
      occupancy: `'VACANT'`,
      room_number: 'n::text',
    },
    filters: [{ condition: ['DIRTY'] }, { roomNumber: '77' }, { occupancy: ['OCCUPIED'] }],
  },
  roomBlocks: {
    table: 'pms_room_block',
    type: 'PmsRoomBlockFilter',
    columns: {
      kind: `'OUT_OF_ORDER'`,
      room_external_id: `'room-' || n % 40`,
      first_night: `DATE '2026-01-01' + n`,
      last_night: `DATE '2026-01-03' + n`,
    },
    filters: [
      { covers: '2026-12-01' },
      { nights: { from: '2026-12-01', to: '2026-12-07' } },
      { roomExternalId: 'room-7' },
      { kind: ['HOLD'] },
    ],
  },
  maintenanceRequests: {
    table: 'pms_maintenance_request',
    type: 'PmsMaintenanceRequestFilter',
    columns: { status: `CASE WHEN n % 9 = 0 THEN 'OPEN' ELSE 'RESOLVED' END`, room_external_id: `'room-' || n % 40` },
    filters: [{ status: ['OPEN'] }, { roomExternalId: 'room-7' }, { priority: ['URGENT'] }],
  },
  roomTypes: {
    table: 'pms_room_type',
    type: 'PmsRoomTypeFilter',
    columns: { name: `'Type ' || n`, code: `'T' || n` },
    filters: [{ code: 'T7' }, { sellable: true }],
  },
  ratePlans: {
    table: 'pms_rate_plan',
    type: 'PmsRatePlanFilter',
    columns: { name: `'Plan ' || n`, code: `'P' || n` },
    filters: [{ code: 'P7' }, { derivedFromExternalId: 'x-1' }],
  },
} as const
type Name = keyof typeof LISTS

const ALWAYS = [
  {},
  { externalId: 'x-77' },
  { provider: 'mock' },
  { updatedSince: '2026-12-31T23:00:00Z' },
  { includeDeleted: true },
]

let api: TestApi
let hotelIds: readonly string[]
beforeAll(async () => {
  api = await startApi()
  hotelIds = await Promise.all(Array.from({ length: HOTELS }, () => addHotel(api.database)))
  const synced =
    'id, hotel_id, provider, external_id, last_synced_at, sync_status, content_hash, created_at, updated_at'
  for (const { table, columns } of Object.values(LISTS)) {
    await api.database.query(
      `INSERT INTO ${table} (${synced}, ${Object.keys(columns).join(', ')})
       SELECT gen_random_uuid(), hotel_id, 'mock', 'x-' || n, now(), 'SYNCED', '', now(),
         timestamptz '2027-01-01Z' - n * interval '10 minutes', ${Object.values(columns).join(', ')}
       FROM unnest($1::text[]) AS hotel_id, generate_series(1, $2::integer) AS n`,
      [hotelIds, ROWS],
    )
    await api.database.query(`ANALYZE ${table}`)
  }
}, 60_000)
afterAll(() => api[Symbol.asyncDispose]())

// One after the other: each case looks at what was sent for it.
describe.each(Object.keys(LISTS) as Name[])('%s:', { concurrent: false }, (list) => {
  const { table, type, filters } = LISTS[list]
  test.each([...ALWAYS, ...filters].map((filter) => [JSON.stringify(filter), filter] as const))(
    'of %s no other hotel’s rows are read',
    async (_, filter) => {
      const before = api.sent.length
      const [hotelId = ''] = hotelIds
      const query = `query ($hotelId: ID!, $filter: ${type}) {
        ${list}(hotelId: $hotelId, first: ${PAGE}, filter: $filter) { nodes { id } } }`
      const { errors } = await api.send({ query, variables: { hotelId, filter } })
      expect(errors).toBeUndefined()
      const [page] = api.sent.slice(before).filter(({ text }) => text.includes(`FROM ${table} t`))
      if (page === undefined) throw new Error(`nothing was read for ${list}`)
      for (const mode of page.isPrepared ? [CUSTOM, GENERIC] : [CUSTOM]) {
        const { wholeTables, rowsRead, plan } = await explain(api.database.within([hotelId]), page, mode)
        expect(wholeTables, plan).toEqual([])
        expect(rowsRead, plan).toBeLessThanOrEqual(ROWS)
      }
    },
  )
})
