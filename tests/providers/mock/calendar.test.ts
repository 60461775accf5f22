import { expect, test } from 'vitest'
import { mock } from '../../../src/providers/mock/index.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import { dayNumber } from '../../../src/records/days.ts'
import { validatePage } from '../../../src/sync/store/validate.ts'
import { syncedAvailability } from '../../../src/sync/synced/availability.ts'
import { syncedRate } from '../../../src/sync/synced/rate.ts'

const RANGE = { from: '2026-10-20', to: '2027-02-10' }

async function walk(harness: Harness, kind: 'rates' | 'availability', cursor: string | null = null) {
  const window = { since: null, until: harness.clock.now(), cursor, limit: null, range: RANGE }
  const pages = []
  for await (const page of mock.fetch[kind]?.(harness.context(), window) ?? []) pages.push(page)
  return pages
}

/** Spans as the engine would store them; none may be refused. */
function spansOf(harness: Harness, kind: 'rates' | 'availability', items: readonly unknown[]) {
  const entity = kind === 'rates' ? syncedRate : syncedAvailability
  const page = validatePage(entity, mock, items, harness.context(), harness.clock.now())
  expect(page.failed).toEqual([])
  return page.items.map(({ record }) => record as unknown as Record<string, string>)
}

test.each(['rates', 'availability'] as const)('a walk of %s names each day of each series once', async (kind) => {
  await using harness = await openHarness(mock, { ratePlans: 3, roomTypes: 2 })
  const items = (await walk(harness, kind)).flatMap((page) => page.items)
  const named = spansOf(harness, kind, items).flatMap(({ ratePlanExternalId, roomTypeExternalId, from, to }) => {
    const first = dayNumber(from ?? '')
    return Array.from({ length: dayNumber(to ?? '') - first + 1 }, (_, i) =>
      [ratePlanExternalId, roomTypeExternalId, first + i].join(' '),
    )
  })
  const days = dayNumber(RANGE.to) - dayNumber(RANGE.from) + 1
  expect(named).toHaveLength(days * 2 * (kind === 'rates' ? 3 : 1))
  expect(new Set(named).size).toBe(named.length)
})

test('a walk goes on from each of its cursors', async () => {
  await using harness = await openHarness(mock, { ratePlans: 2, roomTypes: 2 })
  const pages = await walk(harness, 'rates')
  expect(pages.length).toBeGreaterThan(2)
  for (const [i, { cursor }] of pages.entries()) {
    if (cursor !== null) expect(await walk(harness, 'rates', cursor)).toEqual(pages.slice(i + 1))
  }
})

test('prices move from hour to hour, a few of them', async () => {
  await using harness = await openHarness(mock, { ratePlans: 2, roomTypes: 2 })
  const prices = async () =>
    (await walk(harness, 'rates')).flatMap(({ items }) =>
      (items as { prices: string[][] }[]).flatMap(({ prices: [line = []] }) => line),
    )
  const before = await prices()
  harness.clock.advance(3_600_000)
  const after = await prices()
  const moved = before.filter((price, i) => price !== after[i]).length
  expect(moved).toBeGreaterThan(0)
  expect(moved).toBeLessThan(before.length / 10)
})
