import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cloudbeds } from '../../../src/providers/cloudbeds/index.ts'
import type { RowKind } from '../../../src/providers/provider.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import { byId, walk } from '../../../src/providers/testing/walk.ts'

/** What clerks do while a walk is paging: after which page, what, to which item, and to how many in a row. */
const action = fc.record({
  page: fc.nat(5),
  does: fc.constantFrom('edit' as const, 'add' as const, 'remove' as const),
  position: fc.nat(80),
  times: fc.integer({ min: 1, max: 25 }),
})
const schedule = fc.record({
  kind: fc.constantFrom('bookings' as const, 'guests' as const),
  // The smallest pages have 20 rows.
  items: fc.integer({ min: 0, max: 75 }),
  actions: fc.array(action, { maxLength: 6 }),
  isFull: fc.boolean(),
  hasEqualTimes: fc.boolean(),
})

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never

test('nothing is lost and nothing kept that is gone, in many schedules of a busy hotel', async () => {
  const run = async ({ kind, items, actions, isFull, hasEqualTimes }: Of<typeof schedule>) => {
    await using harness = await openHarness(cloudbeds, { bookings: 0, rooms: 0, guests: 0, [kind]: items })
    if (hasEqualTimes) harness.simulator.setFaults({ equalTimestamps: true })
    const first = await pagedWalk(harness, kind, isFull ? null : new Date(0), (page) => {
      for (const one of actions) if (one.page === page) act(harness, kind, one)
    })
    const live = liveItems(harness, kind)
    // What a full walk does not see counts as deleted, so it must see all that was there all the time.
    if (isFull) expect(first.before.filter((id) => live.has(id) && !first.seen.has(id))).toEqual([])

    harness.clock.advance(60_000)
    const since = new Date(first.until.getTime() - cloudbeds.limits.overlapMs)
    const next = await pagedWalk(harness, kind, since, () => {})
    const known = new Map([...first.seen, ...next.seen].filter(([id]) => live.has(id)))
    expect(known).toEqual(live)
  }
  await fc.assert(fc.asyncProperty(schedule, run), { numRuns: 150, seed: 14 })
})

const liveItems = (harness: Harness, kind: RowKind) => byId(harness, kind, harness.simulator.data.items(kind))

async function pagedWalk(harness: Harness, kind: RowKind, since: Date | null, afterPage: (page: number) => void) {
  const before = [...liveItems(harness, kind).keys()]
  const until = harness.clock.now()
  const seen = new Map<string, unknown>()
  let page = 0
  for await (const { items } of walk(harness, kind, { since, until, limit: 3 })) {
    for (const [id, raw] of byId(harness, kind, items)) seen.set(id, raw)
    afterPage(page)
    page += 1
  }
  return { before, until, seen }
}

function act({ simulator }: Harness, kind: RowKind, { does, position, times }: Of<typeof action>): void {
  const { data } = simulator
  for (let i = 0; i < times; i++) {
    const count = data.items(kind).length
    if (does === 'add' || count === 0) data.add(kind)
    else data[does](kind, position % count)
  }
}
