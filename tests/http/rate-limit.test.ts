import { expect, test } from 'vitest'
import { startApi } from '../kit/api.ts'
import { bearer, openRawSocket, openSession } from '../kit/raw-socket.ts'
import { addHotel } from '../kit/rows.ts'

const PER_MINUTE = 5

async function ask(url: string, authorization: string) {
  const headers = { 'content-type': 'application/json', authorization }
  return fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ providers { key } }"}' })
}

test('a viewer who asks too often is told to wait, and others are not', async () => {
  await using api = await startApi({ requestsPerMinute: PER_MINUTE })
  const own = await bearer(api)
  const statuses: number[] = []
  for (let count = 0; count <= PER_MINUTE; count += 1) statuses.push((await ask(api.url, own)).status)
  expect(statuses).toEqual([...Array(PER_MINUTE).fill(200), 429])

  const refused = await ask(api.url, own)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] })

  const { init, closed } = await openRawSocket(api)
  init({ authorization: own })
  expect(await closed).toMatchObject({ code: 1013 })
  expect((await ask(api.url, `Bearer ${await api.token({ subject: 'somebody else' })}`)).status).toBe(200)
})

test('operations of an open connection count like requests', async () => {
  await using api = await startApi({ requestsPerMinute: PER_MINUTE })
  const { subscribe, received } = await openSession(api)
  for (let count = 0; count < PER_MINUTE; count += 1) subscribe(String(count), '{ providers { key } }')
  expect(await received('error', String(PER_MINUTE - 1))).toMatchObject({
    payload: [{ extensions: { code: 'TOO_MANY_REQUESTS', retryAfterMs: expect.any(Number) } }],
  })
  expect(await received('next', String(PER_MINUTE - 2))).toMatchObject({ payload: { data: expect.anything() } })
})

test('credentials are tried ten times a minute, no more', async () => {
  await using api = await startApi()
  const hotelId = await addHotel(api.database)
  const query = `mutation ($input: PmsConfigurationTestInput!) { testConfiguration(input: $input) { errors { code } } }`
  const codes: unknown[] = []
  for (let count = 0; count <= 10; count += 1) {
    const { data } = await api.send({ query, variables: { input: { hotelId, provider: 'mock' } } })
    codes.push((data as { testConfiguration: { errors: { code: string }[] } }).testConfiguration.errors[0]?.code)
  }
  expect(codes).toEqual([...Array(10).fill('NOT_FOUND'), 'TOO_MANY_REQUESTS'])
})
