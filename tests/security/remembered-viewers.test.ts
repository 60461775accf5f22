import { expect, test } from 'vitest'
import { Secret } from '../../src/platform/secret.ts'
import { rememberViewers } from '../../src/security/remembered-viewers.ts'
import { type Authenticator, createAuthenticator, signToken } from '../../src/security/viewer.ts'

const tokens = { kind: 'secret', secret: new Secret('s'.repeat(64)), issuer: null, audience: null } as const
const START = Date.parse('2026-06-01T12:00:00Z')

/** An authenticator that counts what it verifies, at a time that a test moves. */
function setUp(expiresInSeconds: number) {
  const state = { now: START, verified: 0 }
  const clock = { now: () => new Date(state.now) }
  const verifying = createAuthenticator(tokens, clock)
  const counting: Authenticator = {
    authenticate(authorization) {
      state.verified += 1
      return verifying.authenticate(authorization)
    },
  }
  const request = { subject: 'ada', hotelIds: ['h1'], permissions: ['ADMIN_VIEW'], expiresInSeconds } as const
  const token = async () => `Bearer ${await signToken(tokens, request, clock)}`
  return { state, token, remembering: rememberViewers(counting, clock) }
}

test('a token is verified once, and again after a minute', async () => {
  const { state, token, remembering } = setUp(3_600)
  const authorization = await token()
  const viewer = await remembering.authenticate(authorization)
  expect(viewer).toMatchObject({ subject: 'ada' })
  state.now += 59_000
  expect(await remembering.authenticate(authorization)).toBe(viewer)
  expect(state.verified).toBe(1)
  state.now += 2_000
  expect(await remembering.authenticate(authorization)).toEqual(viewer)
  expect(state.verified).toBe(2)
})

test('a token that expires meanwhile is refused', async () => {
  const { state, token, remembering } = setUp(30)
  const authorization = await token()
  await remembering.authenticate(authorization)
  // Clocks may differ by five seconds.
  state.now += 36_000
  await expect(remembering.authenticate(authorization)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('another token is another viewer; none and a refused one are not remembered', async () => {
  const { state, token, remembering } = setUp(60)
  const authorization = await token()
  await remembering.authenticate(authorization)
  for (const _ of [1, 2]) {
    await expect(remembering.authenticate(`${authorization}x`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await remembering.authenticate(undefined)).toBeNull()
  }
  expect(state.verified).toBe(5)
})
