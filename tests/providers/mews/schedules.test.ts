import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mews } from '../../../src/providers/mews/index.ts'
import { type Lab, openLab } from '../../../src/providers/testing/lab.ts'
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
    await using lab = await openLab(mews, { bookings: 0, rooms: 0, guests: items })
    if (hasEqualTimes) lab.simulator.setFaults({ equalTimestamps: true })
    const first = await pagedWalk(lab, isFull ? null : new Date(0), (page) => {
      for (const one of actions) if (one.page === page) act(lab, one)
    })
    const live = liveGuests(lab)
    // What a full walk does not see counts as deleted, so it must see all that was there all the time.
    if (isFull) expect(first.before.filter((id) => live.has(id) && !first.seen.has(id))).toEqual([])

    const next = await pagedWalk(lab, new Date(first.until.getTime() - mews.limits.overlapMs), () => {})
    const known = new Map([...first.seen, ...next.seen].filter(([id]) => live.has(id)))
    expect(known).toEqual(live)
  }
  await fc.assert(fc.asyncProperty(schedule, run), { numRuns: 100, seed: 14 })
})

const liveGuests = (lab: Lab) => byId(lab, 'guests', lab.simulator.data.items('guests'))

async function pagedWalk(lab: Lab, since: Date | null, afterPage: (page: number) => void) {
  const before = [...liveGuests(lab).keys()]
  const until = lab.clock.now()
  const seen = new Map<string, unknown>()
  let page = 0
  for await (const { items } of walk(lab, 'guests', { since, until, limit: 3 })) {
    for (const [id, raw] of byId(lab, 'guests', items)) seen.set(id, raw)
    afterPage(page)
    page += 1
  }
  return { before, until, seen }
}

function act({ simulator }: Lab, { does, position }: Of<typeof action>): void {
  const { data } = simulator
  const count = data.items('guests').length
  if (does === 'add' || count === 0) data.add('guests')
  else data[does]('guests', position % count)
}
