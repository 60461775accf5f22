import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as apolloClient from '../../examples/clients/apollo-client.ts'
import * as graphqlRequest from '../../examples/clients/graphql-request.ts'
import { mock } from '../../src/providers/mock/index.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking, addHotel } from '../kit/rows.ts'
import { insertHotel } from '../kit/test-hotel.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

describe.each([
  ['graphql-request', graphqlRequest],
  ['Apollo Client', apolloClient],
])('with %s', (name, { createPms }) => {
  const connect = async (token?: string) => createPms({ url: api.url, token: token ?? (await api.token()) })

  test('a list is read to its end, page by page', async () => {
    const hotelId = await addHotel(api.database)
    const guests = ['Ada', 'Barbara', 'Edith', 'Grace', 'Radia']
    for (const guestName of guests.toReversed()) await addBooking(api.database, { hotelId, guestName })
    using pms = await connect()
    const arrivals = await pms.arrivals(hotelId, '2026-12-01', 2)
    expect(arrivals.map(({ guestName }) => guestName)).toEqual(guests)
  })

  test('a sync is started and watched to its end; a second start joins it', async () => {
    await using vendor = await mock.simulate({ bookings: 3, faults: { slowMs: 200 } })
    const { credentials, settings } = vendor
    const hotelId = `watched-${name}`
    await insertHotel(api.database, hotelId, 'mock', { credentials, settings, externalHotelId: null })
    using pms = await connect()
    const run = await pms.startSync(hotelId, 'mock')
    expect(await pms.startSync(hotelId, 'mock')).toBe(run)
    const phases: string[] = []
    await pms.watch(hotelId, run, ({ phase }) => phases.push(phase))
    expect(phases.at(-1)).toBe('ENDED')
  })

  test('failures are told by their code, wherever they come from', async () => {
    using pms = await connect()
    await expect(pms.startSync('nowhere', 'mock')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(pms.arrivals('nowhere', '2026-12-01')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    using stranger = await connect('nonsense')
    await expect(stranger.arrivals('nowhere', '2026-12-01')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})
