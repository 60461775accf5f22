import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { references } from '../../src/resolvers/access/references.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import {
  addBooking,
  addGuest,
  addHousekeeping,
  addMaintenanceRequest,
  addRatePlan,
  addRoom,
  addRoomBlock,
  addRoomType,
  addSyncLog,
} from '../kit/rows.ts'
import { insertHotel } from '../kit/test-hotel.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const QUERY = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }`
const UNKNOWN = '00000000-0000-7000-8000-000000000000'

const unknown = (n: number) => `${UNKNOWN.slice(0, -4)}${String(n).padStart(4, '0')}`

/** A row of every entity: type → id. */
async function addOfEverything(hotelId: string): Promise<Record<string, string>> {
  const { database } = api
  await insertHotel(database, hotelId, 'mock')
  const [configuration] = await database.query<{ id: string }>('SELECT id FROM pms_configuration WHERE hotel_id = $1', [
    hotelId,
  ])
  return {
    PmsBooking: (await addBooking(database, { hotelId })).id,
    PmsRoom: (await addRoom(database, { hotelId })).id,
    PmsGuest: (await addGuest(database, { hotelId })).id,
    PmsRoomType: (await addRoomType(database, { hotelId })).id,
    PmsRatePlan: (await addRatePlan(database, { hotelId })).id,
    PmsHousekeeping: (await addHousekeeping(database, { hotelId })).id,
    PmsRoomBlock: (await addRoomBlock(database, { hotelId })).id,
    PmsMaintenanceRequest: (await addMaintenanceRequest(database, { hotelId })).id,
    PmsSyncLog: (await addSyncLog(database, { hotelId })).id,
    PmsConfiguration: configuration?.id ?? '',
    Hotel: hotelId,
  }
}

async function resolve(representations: object[]) {
  const before = api.statements.length
  const { data, errors } = await api.send({ query: QUERY, variables: { representations } })
  expect(errors).toBeUndefined()
  const { _entities: entities } = data as { _entities: (object | null)[] }
  return { found: entities.flatMap((each, n) => (each ? [n] : [])), statements: api.statements.length - before }
}

// One after the other: each looks at what was sent for it.
describe('1,000 references', { concurrent: false }, () => {
  test('of each type are one or two statements; unknown ones are null among them', async () => {
    const ids = await addOfEverything('batched')
    expect(Object.keys(ids).sort()).toEqual(Object.keys(references).sort())
    for (const [__typename, known] of Object.entries(ids)) {
      const id = (n: number) => (n === 500 ? known : unknown(n))
      const { found, statements } = await resolve(Array.from({ length: 1000 }, (_, n) => ({ __typename, id: id(n) })))
      expect(found, __typename).toEqual([500])
      expect(statements, __typename).toBeLessThanOrEqual(2)
    }
  })

  test('of all types in turn are at most two statements a type', async () => {
    const ids = Object.entries(await addOfEverything('mixed'))
    const representations = Array.from({ length: 1000 }, (_, n) => {
      const [__typename = '', known = ''] = ids[n % ids.length] ?? []
      return { __typename, id: n < ids.length ? known : unknown(n) }
    })
    const { found, statements } = await resolve(representations)
    expect(found).toEqual(ids.map((_, n) => n))
    expect(statements).toBeLessThanOrEqual(2 * ids.length)
  })
})
