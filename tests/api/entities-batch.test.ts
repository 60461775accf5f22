import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking, addGuest, addHotel, addRoom, addSyncLog } from '../kit/rows.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const QUERY = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }`
const UNKNOWN = '00000000-0000-7000-8000-000000000000'

test('1,000 references of a type are one or two statements; unknown ones are null among them', async () => {
  const hotelId = await addHotel(api.database)
  const ids: Record<string, string> = {
    PmsBooking: (await addBooking(api.database, { hotelId })).id,
    PmsRoom: (await addRoom(api.database, { hotelId })).id,
    PmsGuest: (await addGuest(api.database, { hotelId })).id,
    PmsSyncLog: (await addSyncLog(api.database, { hotelId })).id,
    PmsConfiguration: UNKNOWN,
    Hotel: hotelId,
  }
  for (const [__typename, known] of Object.entries(ids)) {
    const unknown = (n: number) => `${UNKNOWN.slice(0, -4)}${String(n).padStart(4, '0')}`
    const representations = Array.from({ length: 1000 }, (_, n) => ({ __typename, id: n === 500 ? known : unknown(n) }))
    const before = api.statements.length
    const { data, errors } = await api.send({ query: QUERY, variables: { representations } })
    expect(errors).toBeUndefined()
    expect(api.statements.length - before).toBeLessThanOrEqual(2)
    const entities = (data as { _entities: (object | null)[] })._entities
    const found = entities.flatMap((each, n) => (each ? [n] : []))
    expect(found, __typename).toEqual(known === UNKNOWN ? [] : [500])
  }
})
