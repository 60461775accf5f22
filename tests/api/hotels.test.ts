import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findHotelBySlug } from '../../src/hotels/hotels.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking } from '../kit/rows.ts'
import type { PmsHotelInput } from './gql/graphql.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const slug = () => `hotel-${crypto.randomUUID()}`
const valid = (): PmsHotelInput => ({ slug: slug(), name: 'Hotel Lisboa', timeZone: 'Europe/Lisbon', currency: 'eur' })

const register = async (input: PmsHotelInput, token?: string) =>
  (await api.query(Register, { input }, token)).data.registerHotel

test('a hotel is registered and then known with all that is here of it', async () => {
  const input = valid()
  const { hotel } = await register(input)
  expect(hotel?.pmsRegistration).toEqual({
    slug: input.slug,
    name: 'Hotel Lisboa',
    timeZone: 'Europe/Lisbon',
    currency: 'EUR',
  })
  const hotelId = hotel?.id ?? ''
  await addBooking(api.database, { hotelId })
  const { data } = await api.query(HotelLists, { representations: [{ __typename: 'Hotel', id: hotelId }] })
  const none = { totalCount: 0 }
  expect(data._entities).toEqual([
    { bookings: { totalCount: 1 }, rooms: none, guests: none, syncLogs: none, configurations: none },
  ])
})

test('registering again changes what is known, and only that', async () => {
  const id = slug()
  await register({ ...valid(), id })
  const again = await register({ id, slug: id, name: 'Renamed', timeZone: 'Asia/Tokyo', currency: 'JPY' })
  expect(again.hotel).toEqual({
    id,
    pmsRegistration: { slug: id, name: 'Renamed', timeZone: 'Asia/Tokyo', currency: 'JPY' },
  })
})

test('a token of some hotels registers those, and no new ones', async () => {
  const id = slug()
  const token = await api.token({ hotelIds: [id] })
  expect((await register({ ...valid(), id }, token)).hotel?.id).toBe(id)
  expect(await register({ ...valid(), id: slug() }, token)).toMatchObject({
    hotel: null,
    errors: [{ code: 'NOT_FOUND' }],
  })
  const { errors } = await api.query(Register, { input: valid() }, token)
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
})

test('a slug that a hotel had before cannot be taken, and still leads to it', async () => {
  const id = slug()
  const [old, next] = [slug(), slug()]
  const hotel = { ...valid(), id }
  await register({ ...hotel, slug: old })
  await register({ ...hotel, slug: next })
  const taken = { errors: [{ code: 'BAD_USER_INPUT', field: 'slug' }], hotel: null }
  expect(await register({ ...valid(), slug: old })).toMatchObject(taken)
  const token = await api.token({ hotelIds: [id, 'another'] })
  expect(await register({ ...valid(), id: 'another', slug: old }, token)).toMatchObject(taken)
  for (const each of [old, next]) {
    expect(await findHotelBySlug(api.database.within('*'), each)).toMatchObject({ id })
  }
  expect(await register({ ...hotel, slug: old })).toMatchObject({ errors: [], hotel: { id } })
})

test('with another time zone the next sync is due on the new clock', async () => {
  const id = slug()
  const hotel = { ...valid(), id, slug: id, timeZone: 'UTC' }
  await register(hotel)
  await api.database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, sync_schedule, next_sync_at)
     VALUES (gen_random_uuid(), $1, 'mock', '', '0 3 * * *', '2030-01-01T03:00:00Z')`,
    [id],
  )
  const dueHour = async () => {
    const [row] = await api.database.query<{ at: Date }>(
      'SELECT next_sync_at AS at FROM pms_configuration WHERE hotel_id = $1',
      [id],
    )
    return row?.at.getUTCHours()
  }
  await register({ ...hotel, name: 'Renamed' })
  expect(await dueHour()).toBe(3)
  await register({ ...hotel, timeZone: 'Asia/Tokyo' })
  expect(await dueHour()).toBe(18)
})

describe('bad input is told by its field:', () => {
  test.each<[string, Partial<PmsHotelInput>, string]>([
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['an offset, which knows no summer', { timeZone: '+01:00' }, 'timeZone'],
    ['a currency that is none', { currency: 'EURO' }, 'currency'],
    ['a currency of three letters that is none', { currency: 'ZZZ' }, 'currency'],
    ['a slug that no address can hold', { slug: 'Hotel Lisboa' }, 'slug'],
    ['no name', { name: ' ' }, 'name'],
    ['no id', { id: '' }, 'id'],
  ])('%s', async (_, change, field) => {
    const { data } = await api.query(Register, { input: { ...valid(), ...change } })
    expect(data.registerHotel).toMatchObject({ hotel: null, errors: [{ code: 'BAD_USER_INPUT', field }] })
  })

  test('a slug that another hotel has', async () => {
    const input = valid()
    await register(input)
    const { data } = await api.query(Register, { input: { ...valid(), slug: input.slug } })
    expect(data.registerHotel.errors).toMatchObject([{ code: 'BAD_USER_INPUT', field: 'slug' }])
  })
})

const Register = graphql(`
  mutation Register($input: PmsHotelInput!) {
    registerHotel(input: $input) {
      hotel {
        id
        pmsRegistration {
          slug
          name
          timeZone
          currency
        }
      }
      errors {
        code
        field
      }
    }
  }
`)
const HotelLists = graphql(`
  query HotelLists($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Hotel {
        bookings {
          totalCount
        }
        rooms {
          totalCount
        }
        guests {
          totalCount
        }
        syncLogs {
          totalCount
        }
        configurations {
          totalCount
        }
      }
    }
  }
`)
