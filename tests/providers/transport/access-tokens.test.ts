import { expect, test } from 'vitest'
import { PmsIntegrationError } from '../../../src/errors.ts'
import { createAccessTokenStore } from '../../../src/providers/transport/access-tokens.ts'
import { ManualClock } from './fake-vendor.ts'

const never = new AbortController().signal
const refusal = () => new PmsIntegrationError('PROVIDER_UNAUTHORIZED', 'The token is not good.')

/** A token endpoint that counts: `token-1`, `token-2`, … each good for an hour. */
function tokenEndpoint(clock: ManualClock) {
  const endpoint = {
    calls: 0,
    fetch: async () => {
      endpoint.calls += 1
      const value = `token-${endpoint.calls}`
      await Promise.resolve()
      return { value, expiresAt: new Date(clock.ms + 3_600_000) }
    },
  }
  return endpoint
}

test('a token is fetched once and used until a minute before it is over', async () => {
  const clock = new ManualClock()
  const endpoint = tokenEndpoint(clock)
  const store = createAccessTokenStore({ clock })
  const use = () => store.of('key', never).use(endpoint.fetch, async (token) => token)
  expect(await Promise.all(Array.from({ length: 20 }, use))).toEqual(Array(20).fill('token-1'))
  clock.ms += 3_539_000
  expect(await use()).toBe('token-1')
  clock.ms += 1_000
  expect(await Promise.all(Array.from({ length: 20 }, use))).toEqual(Array(20).fill('token-2'))
})

test('twenty refusals at once make one new token', async () => {
  const clock = new ManualClock()
  const endpoint = tokenEndpoint(clock)
  const tokens = createAccessTokenStore({ clock }).of('key', never)
  const work = async (token: string) => {
    if (token === 'token-1') throw refusal()
    return token
  }
  const used = await Promise.all(Array.from({ length: 20 }, () => tokens.use(endpoint.fetch, work)))
  expect(used).toEqual(Array(20).fill('token-2'))
  expect(endpoint.calls).toBe(2)
})

test('a late refusal of an old token does not throw the new one away', async () => {
  const clock = new ManualClock()
  const endpoint = tokenEndpoint(clock)
  const tokens = createAccessTokenStore({ clock }).of('key', never)
  const late = Promise.withResolvers<void>()
  const slow = tokens.use(endpoint.fetch, async (token) => {
    if (token !== 'token-1') return token
    await late.promise
    throw refusal()
  })
  await tokens.use(endpoint.fetch, async (token) => {
    if (token === 'token-1') throw refusal()
  })
  late.resolve()
  expect(await slow).toBe('token-2')
  expect(endpoint.calls).toBe(2)
})

test('a second refusal is the answer; other errors ask for no new token', async () => {
  const clock = new ManualClock()
  const endpoint = tokenEndpoint(clock)
  const tokens = createAccessTokenStore({ clock }).of('key', never)
  await expect(tokens.use(endpoint.fetch, () => Promise.reject(refusal()))).rejects.toThrow('not good')
  expect(endpoint.calls).toBe(2)
  const other = new PmsIntegrationError('PROVIDER_FORBIDDEN', 'no')
  await expect(tokens.use(endpoint.fetch, () => Promise.reject(other))).rejects.toBe(other)
  expect(endpoint.calls).toBe(2)
})

test('a failed fetch fails all who waited, and the next one tries again', async () => {
  const clock = new ManualClock()
  const endpoint = tokenEndpoint(clock)
  const tokens = createAccessTokenStore({ clock }).of('key', never)
  const down = new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'down')
  const failing = () => Promise.reject(down)
  const both = [tokens.use(failing, async (token) => token), tokens.use(failing, async (token) => token)]
  for (const one of both) await expect(one).rejects.toBe(down)
  expect(await tokens.use(endpoint.fetch, async (token) => token)).toBe('token-1')
})

test('whoever waited for the fetch of a cancelled run fetches for itself', async () => {
  const clock = new ManualClock()
  const endpoint = tokenEndpoint(clock)
  const store = createAccessTokenStore({ clock })
  const controller = new AbortController()
  const cancelled = new Error('cancelled')
  const first = store.of('key', controller.signal).use(
    () => new Promise((_, reject) => controller.signal.addEventListener('abort', () => reject(cancelled))),
    async (token) => token,
  )
  const second = store.of('key', never).use(endpoint.fetch, async (token) => token)
  controller.abort()
  await expect(first).rejects.toBe(cancelled)
  expect(await second).toBe('token-1')
})

test('a token that lives shorter than the margin is used by whoever fetched it', async () => {
  const clock = new ManualClock()
  const tokens = createAccessTokenStore({ clock }).of('key', never)
  let calls = 0
  const brief = async () => ({ value: `token-${++calls}`, expiresAt: new Date(clock.ms + 1_000) })
  expect(await tokens.use(brief, async (token) => token)).toBe('token-1')
  expect(await tokens.use(brief, async (token) => token)).toBe('token-2')
})

test('credentials do not share tokens', async () => {
  const clock = new ManualClock()
  const endpoint = tokenEndpoint(clock)
  const store = createAccessTokenStore({ clock })
  await store.of('one', never).use(endpoint.fetch, async (token) => expect(token).toBe('token-1'))
  await store.of('two', never).use(endpoint.fetch, async (token) => expect(token).toBe('token-2'))
})
