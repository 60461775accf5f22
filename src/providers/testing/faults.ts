import assert from 'node:assert/strict'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { PmsIntegrationError } from '../../errors.ts'
import { secretFields } from '../form-fields.ts'
import type { PmsProviderAdapter, RowKind } from '../provider.ts'
import type { SimulatorFaults } from '../simulator.ts'

import { type ConformanceCase, type Harness, openHarness, SMALL_PAGE, SOME_PAGES } from './harness.ts'
import { assertComplete, byId, collect, idOf, json, recordOf, walk } from './walk.ts'

/** What a vendor does on a bad day. */
export const faultCases: readonly ConformanceCase[] = [
  survives('429 with Retry-After in seconds', { rateLimited: 0.4, retryAfter: 'seconds' }),
  survives('429 with Retry-After as a date', { rateLimited: 0.4, retryAfter: 'date' }),
  survives('429 without Retry-After', { rateLimited: 0.4, retryAfter: 'none' }),
  survives('server errors now and then', { serverError: 0.1 }),
  survives('connections that break now and then', { cut: 0.1 }),
  {
    name: 'a vendor that stays down ends the walk after four tries',
    async run(adapter) {
      for (const [fault, code] of [
        [{ serverError: 1 }, 'PROVIDER_UNAVAILABLE'],
        [{ cut: 1 }, 'PROVIDER_UNAVAILABLE'],
      ] as const) {
        await using harness = await openHarness(adapter, { faults: fault })
        await assert.rejects(collect(harness, 'bookings'), codeIs(code))
        assert.equal(harness.simulator.requestCount, 4)
      }
    },
  },
  {
    name: 'a walk that broke off is resumed where it stood',
    async run(adapter) {
      await using harness = await openHarness(adapter, SOME_PAGES)
      for (const kind of harness.kinds) await assertResumes(harness, kind)
    },
  },
  {
    name: 'a cancelled walk ends at once, with the reason it was given',
    async run(adapter) {
      await using harness = await openHarness(adapter, { faults: { slowMs: 60_000 } })
      const controller = new AbortController()
      const ended = collect(harness, 'bookings', {}, harness.context({ signal: controller.signal })).catch(
        (error) => error,
      )
      while (harness.simulator.requestCount === 0) await nextTurn()
      const reason = new Error('cancelled')
      controller.abort(reason)
      assert.equal(await ended, reason)
    },
  },
  {
    name: 'a malformed item suffers alone and keeps its identity; the others are as they were',
    async run(adapter) {
      await using harness = await openHarness(adapter, { faults: { malformedItem: 1 } })
      for (const kind of harness.kinds) assertOnlySpoiledSuffer(harness, kind, await collect(harness, kind))
    },
  },
  {
    name: 'secrets are neither logged nor in errors',
    async run(adapter) {
      await using harness = await openHarness(adapter, { faults: { serverError: 1, afterRequests: 2 } })
      const error = await collect(harness, 'bookings').then(
        () => collect(harness, 'bookings').catch((error: unknown) => error),
        (error: unknown) => error,
      )
      const said = [...harness.logged, String(error), JSON.stringify(error)].join('\n')
      for (const secret of secretsOf(harness)) assert(!said.includes(secret), 'a secret was told')
    },
  },
]

/** Full walks are complete whatever happens on the way. */
function survives(name: string, faults: SimulatorFaults): ConformanceCase {
  return {
    name: `full walks survive ${name}`,
    async run(adapter: PmsProviderAdapter) {
      for (const seed of [1, 2, 3]) {
        await using harness = await openHarness(adapter, { seed, faults })
        for (const kind of harness.kinds) assertComplete(harness, kind, await collect(harness, kind))
      }
    },
  }
}

const codeIs = (code: string) => (error: unknown) => error instanceof PmsIntegrationError && error.code === code

async function assertResumes(harness: Harness, kind: RowKind): Promise<void> {
  const paged = { until: harness.clock.now(), limit: SMALL_PAGE }
  const items: unknown[] = []
  let cursor: string | null = null
  let pages = 0
  const broken = async () => {
    for await (const page of walk(harness, kind, paged)) {
      pages += 1
      items.push(...page.items)
      cursor = page.cursor
      harness.simulator.setFaults({ cut: 1 })
    }
  }
  const error = await broken().catch((error: unknown) => error)
  harness.simulator.setFaults({})
  // A list that comes whole, in one answer, has nothing left that could break.
  if (pages === 1 && cursor === null) return assertComplete(harness, kind, items)
  assert(codeIs('PROVIDER_UNAVAILABLE')(error), `${kind}: the walk did not break off`)
  harness.clock.advance(600_000)
  items.push(...(await collect(harness, kind, { ...paged, cursor })))
  assertComplete(harness, kind, items)
}

/** A spoiled item is refused, or, where all that it has is an id, read without what is spoiled. */
function assertOnlySpoiledSuffer(harness: Harness, kind: RowKind, items: readonly unknown[]): void {
  const expected = byId(harness, kind, harness.simulator.data.items(kind))
  const isWhole = (raw: unknown) => isDeepStrictEqual(raw, json(expected.get(idOf(harness, kind, raw))))
  const spoiled = items.filter((raw) => {
    try {
      recordOf(harness, kind, raw)
    } catch {
      return true
    }
    return !isWhole(raw)
  })
  assert(spoiled.length > 0, `${kind}: nothing was spoiled`)
  assert.equal(items.length, expected.size)
  for (const raw of spoiled) assert(expected.has(idOf(harness, kind, raw)), `${kind}: a spoiled item lost its identity`)
}

function secretsOf({ adapter, simulator }: Harness): string[] {
  return secretFields(adapter.credentials).map((name) => String(simulator.credentials[name]))
}
