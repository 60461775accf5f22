import assert from 'node:assert/strict'
import type { PmsProviderAdapter, RowKind } from '../provider.ts'
import { type ConformanceCase, type Harness, openHarness, SMALL_PAGE, SOME_PAGES } from './harness.ts'
import { assertSameItems, collect, idsOf, walk } from './walk.ts'

const SEEDS = [1, 2, 3, 4]
const paged = { limit: SMALL_PAGE }

/** Nothing may be lost while the hotel goes on working. */
export const changeCases: readonly ConformanceCase[] = [
  {
    name: 'items edited while a full walk pages are all seen, and the next walk brings their last version',
    run: (adapter) => forSeeds(adapter, (harness, kind) => assertNothingLost(harness, kind, null)),
  },
  {
    name: 'items edited while an incremental walk pages are in it or in the next one',
    run: (adapter) => forSeeds(adapter, (harness, kind) => assertNothingLost(harness, kind, new Date(0))),
  },
  {
    name: 'an item removed behind a walk takes no other one with it',
    async run(adapter) {
      await using harness = await openHarness(adapter, SOME_PAGES)
      for (const kind of harness.kinds) {
        const seen: unknown[] = []
        for await (const page of walk(harness, kind, paged)) {
          seen.push(...page.items)
          if (page.cursor !== null) harness.simulator.data.remove(kind, 0)
        }
        const ids = new Set(idsOf(harness, kind, seen))
        for (const id of idsOf(harness, kind, harness.simulator.data.items(kind)))
          assert(ids.has(id), `${kind} ${id} was lost`)
      }
    },
  },
  {
    name: 'items that all changed at the same time are all seen',
    async run(adapter) {
      await using harness = await openHarness(adapter, { ...SOME_PAGES, faults: { equalTimestamps: true } })
      for (const kind of harness.kinds) {
        const expected = harness.simulator.data.items(kind)
        assertSameItems(harness, kind, await collect(harness, kind, paged), expected)
        const [{ externalUpdatedAt } = {}] = harness.simulator.data.facts(kind)
        const since = new Date(externalUpdatedAt ?? 0)
        assertSameItems(harness, kind, await collect(harness, kind, { ...paged, since }), expected)
      }
    },
  },
  {
    name: 'items that are repeated and out of order are all seen',
    async run(adapter) {
      await using harness = await openHarness(adapter, {
        ...SOME_PAGES,
        faults: { duplicate: 1, reorder: true },
      })
      for (const kind of harness.kinds) {
        assertSameItems(harness, kind, await collect(harness, kind, paged), harness.simulator.data.items(kind))
      }
    },
  },
]

async function forSeeds(
  adapter: PmsProviderAdapter,
  run: (harness: Harness, kind: RowKind) => Promise<void>,
): Promise<void> {
  for (const seed of SEEDS) {
    await using harness = await openHarness(adapter, { ...SOME_PAGES, seed, faults: { editWhilePaging: 1 } })
    for (const kind of harness.kinds) await run(harness, kind)
  }
}

/** Two walks in a row, as the engine plans them, and the vendor's data is known. */
async function assertNothingLost(harness: Harness, kind: RowKind, since: Date | null): Promise<void> {
  const { adapter, clock, simulator } = harness
  const until = clock.now()
  const first = await collect(harness, kind, { ...paged, since, until })
  if (since === null) assert.deepEqual(idsOf(harness, kind, first), idsOf(harness, kind, simulator.data.items(kind)))
  clock.advance(60_000)
  simulator.setFaults({})
  const again = new Date(until.getTime() - adapter.limits.overlapMs)
  const second = await collect(harness, kind, { ...paged, since: again })
  assertSameItems(harness, kind, [...first, ...second], simulator.data.items(kind))
  simulator.setFaults({ editWhilePaging: 1 })
}
