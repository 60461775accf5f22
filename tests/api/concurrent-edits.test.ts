import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel } from '../kit/rows.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const account = (hotelId: string) => ({
  hotelId,
  provider: 'mock',
  credentials: { apiKey: 'k' },
  settings: { baseUrl: 'https://pms.example.com' },
})
const save = async (input: ReturnType<typeof account> & Record<string, unknown>) =>
  (await api.query(Save, { input })).data.upsertConfiguration
const edit = async (hotelId: string, name: string, version?: number) => {
  const input = { id: hotelId, slug: hotelId, name, timeZone: 'Europe/Lisbon', currency: 'EUR', version }
  return (await api.query(Edit, { input })).data.registerHotel
}
const conflict = [{ code: 'VERSION_CONFLICT', field: 'version' }]

test('of two people who edit a configuration the second is told what the first did, and overwrites nothing', async () => {
  const hotelId = await addHotel(api.database)
  const version = (await save(account(hotelId))).configuration?.version
  expect(version).toBe(1)
  const first = await save({ ...account(hotelId), externalHotelId: 'P-1', version })
  expect(first).toMatchObject({ errors: [], configuration: { externalHotelId: 'P-1', version: 2 } })
  const second = await save({ ...account(hotelId), externalHotelId: 'P-2', version })
  expect(second).toMatchObject({ errors: conflict, configuration: null })
  const again = await save({ ...account(hotelId), version: 2 })
  expect(again.configuration).toMatchObject({ externalHotelId: 'P-1' })
})

test('of two people who edit a hotel the second is told', async () => {
  const hotelId = await addHotel(api.database)
  expect(await edit(hotelId, 'One', 1)).toMatchObject({ hotel: { pmsRegistration: { name: 'One', version: 2 } } })
  expect(await edit(hotelId, 'Two', 1)).toMatchObject({ errors: conflict, hotel: null })
  expect(await edit(hotelId, 'Two')).toMatchObject({ hotel: { pmsRegistration: { name: 'Two', version: 3 } } })
})

test('a version of what is not there yet is a conflict, not a new one', async () => {
  const hotelId = await addHotel(api.database)
  expect(await save({ ...account(hotelId), version: 1 })).toMatchObject({ errors: conflict })
})

test('two who connect the same hotel at the same time both succeed, with one configuration', async () => {
  const hotelId = await addHotel(api.database)
  const saved = await Promise.all(['Q-1', 'Q-2', 'Q-3'].map((id) => save({ ...account(hotelId), externalHotelId: id })))
  expect(saved.flatMap(({ errors }) => errors)).toEqual([])
  expect(saved.map(({ configuration }) => configuration?.version).toSorted()).toEqual([1, 2, 3])
})

test('two who register the same hotel at the same time both succeed', async () => {
  const hotelId = `hotel-${crypto.randomUUID()}`
  const names = ['One', 'Two', 'Three']
  const edited = await Promise.all(names.map((name) => edit(hotelId, name)))
  expect(edited.flatMap(({ errors }) => errors)).toEqual([])
  expect(edited.map(({ hotel }) => hotel?.pmsRegistration?.version).toSorted()).toEqual([1, 2, 3])
})

test('what the service notes by itself is no edit', async () => {
  const hotelId = await addHotel(api.database)
  await save(account(hotelId))
  const { data } = await api.query(Rotate, { input: { hotelId, provider: 'mock' } })
  expect(data.rotateWebhookSecret.configuration?.version).toBe(1)
  expect(await save({ ...account(hotelId), version: 1 })).toMatchObject({ errors: [] })
})

const Save = graphql(`
  mutation SaveConfiguration($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        externalHotelId
        version
      }
      errors {
        code
        field
      }
    }
  }
`)
const Edit = graphql(`
  mutation EditHotel($input: PmsHotelInput!) {
    registerHotel(input: $input) {
      hotel {
        pmsRegistration {
          name
          version
        }
      }
      errors {
        code
        field
      }
    }
  }
`)
const Rotate = graphql(`
  mutation RotateForVersion($input: PmsWebhookSecretInput!) {
    rotateWebhookSecret(input: $input) {
      configuration {
        version
      }
    }
  }
`)
