import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mock } from '../../../src/providers/mock/index.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import { byId, walk } from '../../../src/providers/testing/walk.ts'

/** What a clerk does while a walk is paging: after which page, what, and to which item. */
const action = fc.record({
  page: fc.nat(5),
  does: fc.constantFrom('edit' as const, 'add' as const, 'remove' as const),
  position: fc.nat(30),
})
const schedule = fc.record({
  items: fc.integer({ min: 0, max: 14 }),
  actions: fc.array(action, { maxLength: 8 }),
  isFull: fc.boolean(),
  hasEqualTimes: fc.boolean(),
})
type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never

test('nothing is lost and nothing kept that is gone, in a thousand schedules of a busy hotel', async () => {
  const run = async ({ items, actions, isFull, hasEqualTimes }: Schedule) => {
    await using harness = await openHarness(mock, { bookings: items, rooms: 0, guests: 0 })
    if (hasEqualTimes) harness.simulator.setFaults({ equalTimestamps: true })
    const first = await pagedWalk(harness, isFull ? null : new Date(0), (page) => {
      for (const one of actions) if (one.page === page) act(harness, one)
    })
    const live = byId(harness, 'bookings', harness.simulator.data.items('bookings'))
    // What a full walk does not see counts as deleted, so it must see all that was there all the time.
    const lasting = first.before.filter((id) => live.has(id))
    if (isFull) expect(lasting.filter((id) => !first.seen.has(id))).toEqual([])

    const next = await pagedWalk(harness, first.until, () => {})
    const known = new Map([...first.seen, ...next.seen].filter(([id]) => live.has(id)))
    expect(known).toEqual(live)
  }
  await fc.assert(fc.asyncProperty(schedule, run), { numRuns: 1_000, seed: 14 })
})

async function pagedWalk(harness: Harness, since: Date | null, afterPage: (page: number) => void) {
  const before = [...byId(harness, 'bookings', harness.simulator.data.items('bookings')).keys()]
  const until = harness.clock.now()
  const ctx = harness.context({ settings: { ...harness.simulator.settings, pageSize: 3 } })
  const seen = new Map<string, unknown>()
  let page = 0
  for await (const { items } of walk(harness, 'bookings', { since, until }, ctx)) {
    for (const [id, raw] of byId(harness, 'bookings', items)) seen.set(id, raw)
    afterPage(page)
    page += 1
  }
  return { before, until, seen }
}

function act({ simulator }: Harness, { does, position }: { does: 'edit' | 'add' | 'remove'; position: number }): void {
  const { data } = simulator
  const count = data.items('bookings').length
  if (does === 'add' || count === 0) data.add('bookings')
  else data[does]('bookings', position % count)
}
