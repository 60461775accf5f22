import assert from 'node:assert/strict'
import { PmsIntegrationError } from '../../errors.ts'
import { addressFields, secretFields } from '../form-fields.ts'
import { type ConformanceCase, type Harness, openHarness } from './harness.ts'

/** How a provider presents itself, and whether it can tell good credentials from bad ones. */
export const connectionCases: readonly ConformanceCase[] = [
  {
    name: 'declares key, name, limits and a form that a person can fill in',
    async run(adapter) {
      assert.match(adapter.key, /^[a-z][a-z0-9-]*$/)
      assert(adapter.name.length > 0)
      const { rate, pageSize, overlapMs } = adapter.limits
      for (const limit of [rate.requests, rate.perMs, pageSize]) assert(limit > 0)
      assert(overlapMs >= 0)
      assert(secretFields(adapter.credentials).length > 0, 'no credential is marked as secret')
      for (const field of Object.values({ ...adapter.credentials.shape, ...adapter.settings.shape })) {
        assert(field.meta()?.title, 'every field of credentials and settings needs a title')
      }
    },
  },
  {
    name: 'declares as addresses the settings that say where its credentials go',
    async run(adapter) {
      await using harness = await openHarness(adapter)
      const { settings } = harness.simulator
      const addresses = Object.keys(settings).filter((name) => /^https?:/.test(String(settings[name])))
      for (const name of addresses) assert(addressFields(adapter.settings).includes(name), `"${name}" is no z.url()`)
    },
  },
  {
    name: 'can map and identify whatever it can fetch',
    async run(adapter) {
      const kinds = Object.keys(adapter.fetch).sort()
      assert(kinds.length > 0)
      assert.deepEqual(Object.keys(adapter.normalize).sort(), kinds)
      assert.deepEqual(Object.keys(adapter.identify).sort(), kinds)
    },
  },
  {
    name: 'check: good credentials find the property',
    async run(adapter) {
      await using harness = await openHarness(adapter)
      const { propertyName, steps } = await adapter.check(harness.context())
      assert(propertyName === null || propertyName.length > 0)
      assert(steps.length > 0)
    },
  },
  {
    name: 'check: a wrong secret is PROVIDER_UNAUTHORIZED, whichever it is',
    async run(adapter) {
      for (const field of secretFields(adapter.credentials)) {
        await using harness = await openHarness(adapter)
        const credentials = { ...harness.simulator.credentials, [field]: 'wrong-secret' }
        await assertCheckFails(harness, 'PROVIDER_UNAUTHORIZED', { credentials })
      }
    },
  },
  {
    name: 'check: revoked credentials are PROVIDER_UNAUTHORIZED, without retries',
    async run(adapter) {
      await using harness = await openHarness(adapter, { faults: { unauthorized: true } })
      await assertCheckFails(harness, 'PROVIDER_UNAUTHORIZED')
      assert.deepEqual(harness.waits, [])
    },
  },
  {
    name: 'check: a 429 is PROVIDER_RATE_LIMITED and says how long',
    async run(adapter) {
      await using harness = await openHarness(adapter, { faults: { rateLimited: 1 } })
      const error = await assertCheckFails(harness, 'PROVIDER_RATE_LIMITED', { maxWaitMs: 0 })
      assert((error.retryAfterMs ?? 0) > 0)
    },
  },
  {
    name: 'check: a vendor that is down is PROVIDER_UNAVAILABLE',
    async run(adapter) {
      await using harness = await openHarness(adapter, { faults: { serverError: 1 } })
      await assertCheckFails(harness, 'PROVIDER_UNAVAILABLE')
    },
  },
]

async function assertCheckFails(harness: Harness, code: string, options: Parameters<Harness['context']>[0] = {}) {
  const error = await harness.adapter.check(harness.context(options)).then(
    () => assert.fail('check succeeded'),
    (error: unknown) => error,
  )
  assert(error instanceof PmsIntegrationError, String(error))
  assert.equal(error.code, code, error.message)
  return error
}
