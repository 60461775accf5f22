import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
