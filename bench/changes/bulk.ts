import { estimateSending } from '../../src/changes/sets/estimate.ts'
import { countItems } from '../../src/changes/sets/result.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { mock } from '../../src/providers/mock/index.ts'
import type { PmsProviderAdapter } from '../../src/providers/provider.ts'
import { createSetHotel, type SetHotel } from '../../tests/kit/set-hotel.ts'
import { report } from '../measure.ts'

const ITEMS = 10_000
/** As many as a worker has of a connection. */
const HANDS = 3
/** So slow that it is the PMS which bounds how long it takes, as those of the market do. */
const rate = { requests: 20, perMs: 1_000 }
const slow: PmsProviderAdapter = { ...mock, limits: { ...mock.limits, rate } }

/** A set of ten thousand items at a PMS that refuses one in twenty: what it takes, next to what was said before. */
export async function benchBulk(database: Database): Promise<void> {
  await using hotel = await createSetHotel(database, {
    simulator: { bookings: 2.2 * ITEMS, rooms: 400, guests: 10, seed: 3 },
    parts: { adapters: () => slow, listProviders: () => [slow] },
  })
  const ids = (await hotel.ids(`status IN ('CONFIRMED', 'CHECKED_IN')`)).slice(0, ITEMS)
  const began = performance.now()
  const made = await hotel.create({ action: 'BOOKING_CHANGE', values: { adults: 9 }, ids, stopPercent: 100 })
  const createdMs = performance.now() - began
  const shown = await hotel.look(made)
  const shownMs = performance.now() - began - createdMs
  const { toSend } = await hotel.counts(shown)
  const estimate = estimateSending(slow, 'BOOKING_CHANGE', toSend)

  hotel.vendor.setFaults({ write: { refuse: 0.05 } })
  const asked = hotel.vendor.requestCount
  const startedAt = performance.now()
  await hotel.run(shown)
  await Promise.all(Array.from({ length: HANDS }, () => work(hotel, shown.id)))
  const seconds = (performance.now() - startedAt) / 1_000
  const requests = hotel.vendor.requestCount - asked
  const counts = (await countItems(database, [shown.id])).get(shown.id)
  const { effects } = hotel.vendor.desk
  report(`changes: a set of ${ids.length} items at a PMS with ${rate.requests} requests a second`, {
    'made, s': [createdMs / 1_000],
    'looked at, s': [shownMs / 1_000],
    'sent, s': [seconds],
    'estimated, s': [estimate.seconds],
    'sent ÷ estimated (goal 0.8–1.2)': [seconds / estimate.seconds],
    'requests ÷ estimated': [requests / estimate.requests],
    'done + failed + not tried': [(counts?.done ?? 0) + (counts?.failed ?? 0) + (counts?.notTried ?? 0)],
    failed: [counts?.failed ?? 0],
    'done twice at the PMS': [effects.length - new Set(effects.map(({ externalId }) => externalId)).size],
  })
}

/** A worker of the set, until it is over. */
async function work(hotel: SetHotel, id: string): Promise<void> {
  const { changes } = hotel.own
  while ((await hotel.set(id)).endedAt === null) {
    const hand = await changes.claimItems([])
    if (hand.length > 0) await changes.workAll(hand)
    else await changes.sweep()
  }
}
