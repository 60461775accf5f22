import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENTITY_TYPES } from '../../src/records/entity-type.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const Providers = graphql(`
  query Providers($key: String!) {
    provider(key: $key) {
      key
    }
    providers {
      key
      name
      capabilities
      credentialSchema
      settingsSchema
      limits {
        pageSize
        overlapMs
        webhookLossHorizonMs
        rate {
          requests
          perMs
        }
      }
    }
  }
`)

test('providers say what they can do and what a hotel must enter', async () => {
  const { data, errors } = await api.query(Providers, { key: 'mock' })
  expect(errors).toBeUndefined()
  expect(data.provider).toEqual({ key: 'mock' })
  const [mock] = data.providers
  expect(mock).toMatchObject({ key: 'mock', name: 'Mock PMS', capabilities: ENTITY_TYPES })
  expect(mock?.limits.rate.requests).toBeGreaterThan(0)
  expect(mock?.credentialSchema).toMatchObject({
    type: 'object',
    required: ['apiKey'],
    properties: { apiKey: { title: expect.any(String), description: expect.any(String), secret: true } },
  })
})

test('a provider that nobody knows is null', async () => {
  expect((await api.query(Providers, { key: 'nobody' })).data.provider).toBeNull()
})
