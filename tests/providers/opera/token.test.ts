import { describe, expect, test } from 'vitest'
import { opera } from '../../../src/providers/opera/index.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { collect } from '../../../src/providers/testing/walk.ts'
import { pathOf, recorded } from './traffic.ts'

const TOKENS = 'POST /oauth/v1/tokens'

test('one token serves everything that goes on at the same time, until it ends', async () => {
  await using harness = await openHarness(opera, { bookings: 10 })
  const { ctx, paths } = recorded(harness)
  const tokens = () => paths().filter((path) => path === TOKENS).length
  await Promise.all([collect(harness, 'rooms', {}, ctx), collect(harness, 'guests', {}, ctx), opera.check(ctx)])
  await opera.check(harness.context())
  expect(tokens()).toBe(1)
  harness.clock.advance(3_600_000)
  await opera.check(ctx)
  expect(tokens()).toBe(2)
})

test('a token that the gateway refuses early is replaced once', async () => {
  await using harness = await openHarness(opera)
  let refusals = 1
  const { ctx, paths } = recorded(harness, (request, response) =>
    pathOf(request).startsWith('/rsv/') && refusals-- > 0 ? { status: 401, headers: {}, body: '' } : response,
  )
  await opera.check(ctx)
  expect(paths().filter((path) => path === TOKENS)).toHaveLength(2)
})

test('the token request is what the gateway wants, and no other request tells the secret', async () => {
  await using harness = await openHarness(opera)
  const { ctx, traffic } = recorded(harness)
  await opera.check(ctx)
  const [token, ...others] = traffic.map(({ request }) => request)
  const { clientId, clientSecret, appKey, enterpriseId } = harness.simulator.credentials
  expect(token).toMatchObject({
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'x-app-key': appKey,
      enterpriseId,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials&scope=urn%3Aopc%3Ahgbu%3Aws%3A__myscopes__',
  })
  expect(others.length).toBe(6)
  for (const { headers } of others) {
    expect(headers).toMatchObject({ authorization: 'Bearer simulated.1', 'x-app-key': appKey, 'x-hotelid': 'SIM1' })
  }
})

describe('a refused token', () => {
  test.each([
    [402, '{"error":"invalid_grant"}', 'PROVIDER_UNAUTHORIZED'],
    [402, '', 'PROVIDER_UNAUTHORIZED'],
    [400, '{"error":"invalid_client"}', 'PROVIDER_UNAUTHORIZED'],
    [400, '{"title":"Enterprise ID is required"}', 'PROVIDER_REJECTED'],
    [400, '', 'PROVIDER_REJECTED'],
    [200, '{}', 'PROVIDER_BAD_RESPONSE'],
    [200, '<html>', 'PROVIDER_BAD_RESPONSE'],
  ])('%i %s is %s', async (status, body, code) => {
    await using harness = await openHarness(opera)
    const { ctx, traffic } = recorded(harness, () => ({ status, headers: {}, body }))
    await expect(opera.check(ctx)).rejects.toMatchObject({ code, retryable: false })
    expect(traffic).toHaveLength(1)
  })
})

test('a hotel without its code is told so', async () => {
  await using harness = await openHarness(opera)
  const ctx = harness.context({ hotel: { id: 'h', externalHotelId: null, timeZone: 'UTC', currency: 'EUR' } })
  await expect(opera.check(ctx)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'externalHotelId' })
})
