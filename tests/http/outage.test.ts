import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { onServer } from '../kit/server.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Refuses every connection to the API's database, or none; what is connected is cut off. */
async function allow(isAllowed: boolean): Promise<void> {
  const name = new URL(api.database.url).pathname.slice(1)
  await onServer(inject('serverUrl'), async (client) => {
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${isAllowed}`)
    if (isAllowed) return
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  })
}

test('while the database is away callers are asked to come again, whatever they want, and it works when it is back', async () => {
  const authorization = `Bearer ${await api.token()}`
  const key = 'whk_0123456789012345678901234567890123456789012'
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization, ...headers },
      body: JSON.stringify(body),
    })
  const askAll = () =>
    Promise.all([
      post('/graphql', { query: '{ configurations { totalCount } }' }),
      post('/api/pms/sync/rooms', { hotelId: 'nobody', provider: 'mock' }),
      post(`/api/pms/mock/webhooks/${key}`, {}),
      post('/api/pms/mock/bookings', {}, { 'x-hotel-slug': 'nobody', 'x-provider-token': 'x' }),
    ])
  await allow(false)
  for (const response of await askAll()) {
    const { errors } = await response.json()
    expect([response.status, response.headers.get('retry-after'), errors[0].extensions.code]).toEqual([
      503,
      '5',
      'SERVICE_UNAVAILABLE',
    ])
  }
  await allow(true)
  expect((await askAll()).map(({ status }) => status)).toEqual([200, 404, 404, 401])
})
