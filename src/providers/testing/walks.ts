import assert from 'node:assert/strict'
import type { FetchedPage, RowKind } from '../provider.ts'
import { type ConformanceCase, type Harness, ofEach, openHarness, SMALL_PAGE, SOME_PAGES } from './harness.ts'
import { assertComplete, assertFacts, collect, idsOf, walk } from './walk.ts'

/** What a walk must deliver while nothing goes wrong. */
export const walkCases: readonly ConformanceCase[] = [
  {
    name: 'a full walk brings exactly the vendor’s data, and every item says what the vendor meant',
    async run(adapter) {
      await using harness = await openHarness(adapter)
      for (const kind of harness.kinds) {
        const items = await collect(harness, kind)
        assertComplete(harness, kind, items)
        assertFacts(harness, kind, items)
      }
    },
  },
  {
    name: 'two full walks bring the same',
    async run(adapter) {
      await using harness = await openHarness(adapter)
      for (const kind of harness.kinds) assert.deepEqual(await collect(harness, kind), await collect(harness, kind))
    },
  },
  ...['none', 'one', 'a page', 'a page and one more'].map(
    (name, i): ConformanceCase => ({
      name: `page edges: ${name}`,
      async run(adapter) {
        const { pageSize } = adapter.limits
        const count = [0, 1, pageSize, pageSize + 1][i] ?? 0
        await using harness = await openHarness(adapter, ofEach(count))
        for (const kind of harness.kinds) assertComplete(harness, kind, await collect(harness, kind))
      },
    }),
  ),
  {
    name: 'a walk can be resumed from each of its cursors, by another run',
    async run(adapter) {
      await using harness = await openHarness(adapter, SOME_PAGES)
      for (const kind of harness.kinds) await assertResumable(harness, kind)
    },
  },
  {
    name: 'a limit may make pages smaller, never items fewer',
    async run(adapter) {
      await using harness = await openHarness(adapter)
      for (const kind of harness.kinds) {
        const items: unknown[] = []
        for await (const page of walk(harness, kind, { limit: 5 })) {
          items.push(...page.items)
          if (items.length >= 5) break
        }
        assert(items.length >= 5)
      }
    },
  },
  {
    name: 'incremental from the middle brings at least what changed since, in its current version',
    async run(adapter) {
      await using harness = await openHarness(adapter)
      for (const kind of harness.kinds) {
        const changes = changeTimes(harness, kind)
        const since = new Date(changes[Math.floor(changes.length / 2)] ?? 0)
        const items = await collect(harness, kind, { since })
        assertChangesCovered(harness, kind, items, since)
      }
    },
  },
  {
    name: 'incremental from the future brings nothing that the vendor does not have, and does not fail',
    async run(adapter) {
      await using harness = await openHarness(adapter)
      const since = new Date(harness.clock.now().getTime() + 3_600_000)
      for (const kind of harness.kinds) {
        const known = new Set(idsOf(harness, kind, harness.simulator.data.items(kind)))
        for (const id of idsOf(harness, kind, await collect(harness, kind, { since }))) assert(known.has(id))
      }
    },
  },
  {
    name: 'incremental brings edits and new items; a full walk no longer has what was removed',
    async run(adapter) {
      await using harness = await openHarness(adapter)
      const { data } = harness.simulator
      for (const kind of harness.kinds) {
        harness.clock.advance(adapter.limits.overlapMs + 60_000)
        const since = harness.clock.now()
        const changed = [data.edit(kind, 3), data.edit(kind, 0), data.add(kind)]
        harness.clock.advance(60_000)
        const items = await collect(harness, kind, { since })
        assertChangesCovered(harness, kind, items, since)
        for (const id of changed) assert(idsOf(harness, kind, items).includes(id), `${kind} ${id} is missing`)

        const removed = data.remove(kind, 5)
        const left = await collect(harness, kind)
        assert(!idsOf(harness, kind, left).includes(removed))
        assertComplete(harness, kind, left)
      }
    },
  },
]

async function assertResumable(harness: Harness, kind: RowKind): Promise<void> {
  const window = { until: harness.clock.now(), limit: SMALL_PAGE }
  const pages: FetchedPage[] = []
  for await (const page of walk(harness, kind, window)) pages.push(page)
  for (const [i, { cursor }] of pages.entries()) {
    if (cursor === null) continue
    const rest = pages.slice(i + 1).flatMap((page) => page.items)
    const resumed = await collect(harness, kind, { ...window, cursor })
    assert.deepEqual(resumed, rest, `${kind} after page ${i + 1}`)
  }
}

function changeTimes(harness: Harness, kind: RowKind): number[] {
  const facts = harness.simulator.data.facts(kind)
  return facts.map(({ externalUpdatedAt }) => timeOf(externalUpdatedAt)).sort((a, b) => a - b)
}

const timeOf = (instant: Date | string | null | undefined) => new Date(instant ?? 0).getTime()

/** Whatever changed since is among the items and says what the vendor meant. */
function assertChangesCovered(harness: Harness, kind: RowKind, items: readonly unknown[], since: Date): void {
  const facts = harness.simulator.data.facts(kind)
  const changed = facts.filter(({ externalUpdatedAt }) => timeOf(externalUpdatedAt) >= since.getTime())
  assertFacts(harness, kind, items, changed)
}
