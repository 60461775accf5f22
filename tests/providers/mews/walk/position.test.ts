import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mews } from '../../../../src/providers/mews/index.ts'
import { LONGEST_INTERVAL_MS } from '../../../../src/providers/mews/limits.ts'
import { firstPosition, nextPosition, type Position } from '../../../../src/providers/mews/walk/position.ts'
import { openHarness } from '../../../../src/providers/testing/harness.ts'
import { collect, idsOf } from '../../../../src/providers/testing/walk.ts'
import { recorded } from '../traffic.ts'

const BEGIN = new Date('2012-01-01T00:00:00Z')
const time = fc.date({ min: new Date('2012-02-01'), max: new Date('2040-01-01'), noInvalidDate: true })

function placesOf(since: Date | null, until: Date): Position[] {
  const window = { since, until, cursor: null, limit: null }
  const places: Position[] = []
  let at = firstPosition(window, BEGIN)
  while (at !== null) {
    places.push(at)
    at = nextPosition(at, window, BEGIN, until)
  }
  return places
}

const bounds = ({ changed }: Position) =>
  [Date.parse(changed?.StartUtc ?? ''), Date.parse(changed?.EndUtc ?? '')] as const

test('intervals are never too long, leave no gap, do not overlap and reach from end to end', () => {
  fc.assert(
    fc.property(fc.option(time), time, (since, until) => {
      const places = placesOf(since, until)
      const oldestFirst = places.map(bounds).sort(([a], [b]) => a - b)
      if (since !== null && since.getTime() > until.getTime() + 1_000) expect(places).toEqual([])
      for (const [i, [from, to]] of oldestFirst.entries()) {
        expect(to - from).toBeGreaterThan(0)
        expect(to - from).toBeLessThanOrEqual(LONGEST_INTERVAL_MS)
        if (i > 0) expect(from).toBe(oldestFirst[i - 1]?.[1])
      }
      if (places.length === 0) return
      expect(oldestFirst[0]?.[0]).toBeLessThanOrEqual((since ?? BEGIN).getTime())
      expect(oldestFirst.at(-1)?.[1]).toBeGreaterThan(until.getTime())
    }),
  )
})

test('a walk from the beginning ends by looking at what was changed meanwhile; a later one does not', () => {
  const until = new Date('2026-10-20T10:00:00Z')
  expect(
    placesOf(null, until)
      .map(({ catchUps }) => catchUps)
      .slice(-2),
  ).toEqual([0, 1])
  expect(placesOf(new Date('2026-10-19T10:00:00Z'), until)).toEqual([
    { changed: { StartUtc: '2026-10-19T10:00:00Z', EndUtc: '2026-10-20T10:00:01Z' }, after: null, catchUps: 0 },
  ])
})

test('catching up goes on while it does not fit into a page, but not for ever', () => {
  const window = { since: null, until: new Date('2026-10-20T10:00:00Z'), cursor: null, limit: null }
  const places: Position[] = placesOf(null, window.until).slice(-1)
  for (let minute = 1; places.length < 10; minute++) {
    const [last] = places.slice(-1)
    const paged = { ...(last as Position), after: 'an item' }
    const next = nextPosition(paged, window, BEGIN, new Date(window.until.getTime() + minute * 60_000))
    if (next === null) break
    places.push(next)
  }
  expect(places.map(({ changed }) => changed?.StartUtc)).toEqual([
    '2026-10-20T09:58:00Z',
    '2026-10-20T09:58:00Z',
    '2026-10-20T09:59:00Z',
  ])
})

test('more items than one answer holds are paged by the oldest one’s id', async () => {
  await using harness = await openHarness(mews, { guests: 620, faults: { equalTimestamps: true } })
  const { ctx, calls } = recorded(harness)
  const since = new Date(harness.clock.now().getTime() - 60_000)
  expect(await collect(harness, 'guests', { since }, ctx)).toHaveLength(620)
  const pages = calls.filter(({ operation }) => operation === 'customers/getAll')
  expect(pages.map(({ body }) => body.Limitation)).toMatchObject([{ Count: 250 }, { Count: 250 }, { Count: 250 }])
  const answers = pages.map(
    ({ response }) => JSON.parse(response.body) as { Customers: { Id: string }[]; Cursor: string },
  )
  const created = answers.flatMap(({ Customers }) => Customers as unknown as { CreatedUtc: string }[])
  expect(created.map((one) => one.CreatedUtc)).toEqual(
    created
      .map((one) => one.CreatedUtc)
      .sort()
      .reverse(),
  )
  for (const [i, { Customers, Cursor }] of answers.entries()) {
    expect(Customers.at(-1)?.Id).toBe(Cursor)
    if (i > 0) expect(pages[i]?.body.Limitation).toMatchObject({ Cursor: answers[i - 1]?.Cursor })
  }
})

test('a guest that is edited before a full walk reaches it is found by catching up', async () => {
  await using harness = await openHarness(mews, { guests: 40 })
  let edited: string | undefined
  const { ctx } = recorded(harness, (operation) => {
    // The walk has begun at the newest changes; this is the oldest.
    if (operation === 'customers/getAll') edited ??= harness.simulator.data.edit('guests', 0)
    return undefined
  })
  const ids = idsOf(harness, 'guests', await collect(harness, 'guests', {}, ctx))
  expect(ids).toHaveLength(40)
  expect(ids).toContain(edited)
})

test('what was changed before the history of interest is not read', async () => {
  await using harness = await openHarness(mews)
  const settings = { ...harness.simulator.settings, historyFrom: '2026-09-01' }
  const items = await collect(harness, 'guests', {}, harness.context({ settings }))
  const recent = harness.simulator.data
    .facts('guests')
    .filter(({ externalUpdatedAt }) => new Date(externalUpdatedAt ?? 0) >= new Date('2026-09-01'))
  expect(recent.length).toBeGreaterThan(0)
  expect(items).toHaveLength(recent.length)
})
