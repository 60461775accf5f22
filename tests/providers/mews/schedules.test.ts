import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mews } from '../../../src/providers/mews/index.ts'
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

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never

test('nothing is lost and nothing kept that is gone, in many schedules of a busy hotel', async () => {
  const run = async ({ items, actions, isFull, hasEqualTimes }: Of<typeof schedule>) => {
    await using harness = await openHarness(mews, { bookings: 0, rooms: 0, guests: items })
    if (hasEqualTimes) harness.simulator.setFaults({ equalTimestamps: true })
    const first = await pagedWalk(harness, isFull ? null : new Date(0), (page) => {
      for (const one of actions) if (one.page === page) act(harness, one)
    })
    const live = liveGuests(harness)
    // What a full walk does not see counts as deleted, so it must see all that was there all the time.
    if (isFull) expect(first.before.filter((id) => live.has(id) && !first.seen.has(id))).toEqual([])

    const next = await pagedWalk(harness, new Date(first.until.getTime() - mews.limits.overlapMs), () => {})
    const known = new Map([...first.seen, ...next.seen].filter(([id]) => live.has(id)))
    expect(known).toEqual(live)
  }
  await fc.assert(fc.asyncProperty(schedule, run), { numRuns: 100, seed: 14 })
})

const liveGuests = (harness: Harness) => byId(harness, 'guests', harness.simulator.data.items('guests'))

async function pagedWalk(harness: Harness, since: Date | null, afterPage: (page: number) => void) {
  const before = [...liveGuests(harness).keys()]
  const until = harness.clock.now()
  const seen = new Map<string, unknown>()
  let page = 0
  for await (const { items } of walk(harness, 'guests', { since, until, limit: 3 })) {
    for (const [id, raw] of byId(harness, 'guests', items)) seen.set(id, raw)
    afterPage(page)
    page += 1
  }
  return { before, until, seen }
}

function act({ simulator }: Harness, { does, position }: Of<typeof action>): void {
  const { data } = simulator
  const count = data.items('guests').length
  if (does === 'add' || count === 0) data.add('guests')
  else data[does]('guests', position % count)
}
