import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel } from '../kit/rows.ts'
import type { PmsHotelUpdateInput } from './gql/graphql.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const update = async (input: PmsHotelUpdateInput, token?: string) =>
  (await api.query(Update, { input }, token)).data.updateHotel

const audited = (hotelId: string) =>
  api.database.query('SELECT actor, action, details FROM pms_audit_entry WHERE hotel_id = $1 ORDER BY id', [hotelId])

/** Syncs at six in the morning by the hotel's clock; returns when that is next, in UTC. */
async function schedule(hotelId: string, provider = 'mock', enabled = true): Promise<() => Promise<string | null>> {
  const key = { hotelId, provider }
  await api.database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, enabled, credentials, sync_schedule)
     VALUES (gen_random_uuid(), $1, $2, $3, '', '0 6 * * *')`,
    [hotelId, provider, enabled],
  )
  return async () => {
    const [row] = await api.database.query<{ nextSyncAt: Date | null }>(
      'SELECT next_sync_at AS "nextSyncAt" FROM pms_configuration WHERE hotel_id = $1 AND provider = $2',
      [key.hotelId, key.provider],
    )
    return row?.nextSyncAt?.toISOString().slice(11, 16) ?? null
  }
}

test('a hotel’s name, zone and currency are changed, the rest stays, and who did is noted', async () => {
  const hotelId = await addHotel(api.database)
  const token = await api.token({ hotelIds: [hotelId], subject: 'ada' })
  const { hotel, errors } = await update({ hotelId, name: ' Bela Vista ', currency: 'jpy' }, token)
  expect(errors).toEqual([])
  expect(hotel?.pmsRegistration).toMatchObject({ name: 'Bela Vista', timeZone: 'Europe/Lisbon', currency: 'JPY' })
  const details = { name: { from: 'Test', to: 'Bela Vista' }, currency: { from: 'EUR', to: 'JPY' } }
  expect(await audited(hotelId)).toEqual([{ actor: 'ada', action: 'hotel.updated', details }])
  await update({ hotelId, name: 'Bela Vista' }, token)
  expect(await audited(hotelId)).toHaveLength(1)
})

test('in another zone syncs that are scheduled are due at other instants', async () => {
  const hotelId = await addHotel(api.database)
  const [due, paused] = [await schedule(hotelId), await schedule(hotelId, 'mews', false)]
  await update({ hotelId, timeZone: 'Asia/Tokyo' })
  expect([await due(), await paused()]).toEqual(['21:00', null])
  const { slug } = (await update({ hotelId, name: 'Sakura' })).hotel?.pmsRegistration ?? { slug: '' }
  await api.query(Register, { input: { id: hotelId, slug, name: 'Sakura', timeZone: 'Asia/Kolkata', currency: 'INR' } })
  expect(await due()).toBe('00:30')
})

test.each<[string, Partial<PmsHotelUpdateInput>, string, string]>([
  ['a zone that is none', { timeZone: 'Mars/Olympus' }, 'BAD_USER_INPUT', 'timeZone'],
  ['a currency that is none', { currency: 'ZZZ' }, 'BAD_USER_INPUT', 'currency'],
  ['a blank name', { name: ' ' }, 'BAD_USER_INPUT', 'name'],
  ['a version that is not the stored one', { name: 'Second', version: 999 }, 'VERSION_CONFLICT', 'version'],
])('%s is refused and changes nothing', async (_, change, code, field) => {
  const hotelId = await addHotel(api.database)
  expect(await update({ hotelId, ...change })).toMatchObject({ hotel: null, errors: [{ code, field }] })
  expect(await audited(hotelId)).toEqual([])
})

test('a hotel of others is not found, and who may only look changes none', async () => {
  const hotelId = await addHotel(api.database)
  const others = await api.token({ hotelIds: ['others'] })
  expect(await update({ hotelId, name: 'Mine' }, others)).toMatchObject({ errors: [{ code: 'NOT_FOUND' }] })
  const viewer = await api.token({ hotelIds: [hotelId], permissions: ['ADMIN_VIEW'] })
  const { errors } = await api.query(Update, { input: { hotelId, name: 'Mine' } }, viewer)
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
  expect(await audited(hotelId)).toEqual([])
})

test('having personal data shown is noted', async () => {
  const hotelId = await addHotel(api.database)
  const token = await api.token({ hotelIds: [hotelId], subject: 'ada' })
  const { data } = await api.query(Reveal, { hotelId }, token)
  expect(data.revealPersonalData).toMatchObject({ revealedAt: expect.any(String), errors: [] })
  expect(await audited(hotelId)).toEqual([{ actor: 'ada', action: 'personal-data.revealed', details: {} }])
})

const Update = graphql(`
  mutation UpdateHotel($input: PmsHotelUpdateInput!) {
    updateHotel(input: $input) {
      hotel {
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
const Register = graphql(`
  mutation MoveHotel($input: PmsHotelInput!) {
    registerHotel(input: $input) {
      errors {
        code
      }
    }
  }
`)
const Reveal = graphql(`
  mutation Reveal($hotelId: ID!) {
    revealPersonalData(hotelId: $hotelId) {
      revealedAt
      errors {
        code
      }
    }
  }
`)
