import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking, addGuest, addHotel, addRoom, addSyncLog } from '../kit/rows.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const Entities = graphql(`
  query Entities($representations: [_Any!]!) {
    _entities(representations: $representations) {
      __typename
      ... on PmsBooking {
        id
        externalId
      }
      ... on PmsRoom {
        id
        externalId
      }
      ... on PmsGuest {
        id
        externalId
      }
      ... on PmsSyncLog {
        id
      }
      ... on Hotel {
        id
        pmsRegistration {
          slug
        }
        rooms {
          totalCount
        }
      }
    }
  }
`)

const reference = (__typename: string, id: string) => ({ __typename, id })

test('references of several types come back in their order', async () => {
  const hotelId = await addHotel(api.database)
  const [booking, room, guest, log] = await Promise.all([
    addBooking(api.database, { hotelId }),
    addRoom(api.database, { hotelId }),
    addGuest(api.database, { hotelId }),
    addSyncLog(api.database, { hotelId }),
  ])
  const representations = [
    reference('PmsGuest', guest.id),
    reference('Hotel', hotelId),
    reference('PmsBooking', booking.id),
    reference('PmsSyncLog', log.id),
    reference('PmsRoom', room.id),
    reference('PmsGuest', guest.id),
  ]
  const { data, errors } = await api.query(Entities, { representations })
  expect(errors).toBeUndefined()
  expect(data._entities.map((each) => each && 'id' in each && reference(each.__typename, each.id))).toEqual(
    representations,
  )
  expect(data._entities[1]).toMatchObject({ pmsRegistration: { slug: hotelId }, rooms: { totalCount: 1 } })
})

test('unknown, foreign and meaningless ids are null and leave the others alone', async () => {
  const [mine, theirs] = [await addHotel(api.database), await addHotel(api.database)]
  const { id } = await addBooking(api.database, { hotelId: mine })
  const foreign = await addBooking(api.database, { hotelId: theirs })
  const representations = [
    reference('PmsBooking', foreign.id),
    reference('PmsBooking', '00000000-0000-7000-8000-000000000000'),
    reference('PmsBooking', 'not a uuid'),
    reference('PmsBooking', 'a\u0000b'),
    { __typename: 'PmsBooking', id: 7 } as never,
    reference('Hotel', 'a\u0000b'),
    reference('PmsRoom', id),
    reference('Hotel', theirs),
    reference('Hotel', 'nowhere'),
    reference('PmsBooking', id),
  ]
  const { data, errors } = await api.query(Entities, { representations }, await api.token({ hotelIds: [mine] }))
  expect(errors).toBeUndefined()
  expect(data._entities).toEqual([...Array(9).fill(null), expect.objectContaining({ id })])
})

test('a reference without an id is told so in its place and leaves the others alone', async () => {
  const hotelId = await addHotel(api.database)
  const { id } = await addBooking(api.database, { hotelId })
  const representations = [{ __typename: 'PmsBooking' } as never, reference('PmsBooking', id)]
  const { data, errors } = await api.query(Entities, { representations })
  expect(data._entities).toEqual([null, expect.objectContaining({ id })])
  expect(errors).toMatchObject([
    { path: ['_entities', 0], extensions: { code: 'BAD_USER_INPUT', field: 'representations' } },
  ])
})

describe('refuses', () => {
  test.each(['Nobody', 'Query', 'PmsSyncFailure', '__Schema', 'toString'])('a reference to %s', async (type) => {
    const { errors } = await api.query(Entities, { representations: [reference(type, '1')] })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'representations' })
  })

  test('references without a token', async () => {
    const { errors } = await api.query(Entities, { representations: [reference('PmsBooking', '1')] }, null)
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })
})
