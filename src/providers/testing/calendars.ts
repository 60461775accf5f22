import assert from 'node:assert/strict'
import { dayNumber, dayOf } from '../../records/days.ts'
import { entityTypeOf, recordTypes, type SpanKind } from '../../records/entity-type.ts'
import type { DayRange, FetchedPage, FetchWindow, PmsProviderAdapter } from '../provider.ts'
import type { SimulatorFaults } from '../simulator.ts'
import { spoilItem } from '../simulator-kit/page-faults.ts'
import { type ConformanceCase, type Harness, type HarnessOptions, openHarness } from './harness.ts'

/** Begins and ends within months, with one of each length. */
const AUTUMN: DayRange = { from: '2026-10-20', to: '2027-03-07' }
/** More than any vendor answers at a time. */
const LONG: DayRange = { from: '2026-10-20', to: '2027-12-01' }
const SMALL: HarnessOptions = { ratePlans: 3, roomTypes: 3 }

/** Something that no reader expects in the place of a value, or of each value of an item. */
const spoilValue = (value: unknown) => spoilItem(value) ?? { unexpected: true }

type Values = Readonly<Record<string, unknown>>
/** Series and day → what is told of it. */
type Told = ReadonlyMap<string, Values>

/** What a provider with calendars must deliver: every night, no other one, and each with what the hotel means. */
export const calendarCases: readonly ConformanceCase[] = [
  complete('a calendar is every night that the hotel sells, as it means it', AUTUMN),
  complete('a calendar of more days than the vendor answers at a time is whole', LONG, { ratePlans: 1, roomTypes: 2 }),
  complete('a calendar of one day is of that day', { from: '2027-02-28', to: '2027-02-28' }),
  ...['EUR', 'JPY', 'KWD'].map((currency) => complete(`prices in ${currency} are exact`, AUTUMN, { currency })),
  ...['Pacific/Apia', 'America/Santiago', 'Europe/Berlin', 'Asia/Kathmandu'].map((timeZone) =>
    complete(`nights are the hotel’s days, also when its clocks change: ${timeZone}`, AUTUMN, { timeZone }),
  ),
  ...(
    [
      ['429s', { rateLimited: 0.3, retryAfter: 'seconds' }],
      ['server errors', { serverError: 0.1 }],
      ['broken connections', { cut: 0.1 }],
    ] as const
  ).map(([name, faults]) => complete(`a calendar survives ${name}`, AUTUMN, {}, faults)),
  {
    name: 'a walk through a calendar can be resumed from each of its cursors, by another run',
    run: (adapter) =>
      ofEachCalendar(adapter, {}, async (harness, kind) => {
        const pages = await pagesOf(harness, kind, AUTUMN)
        for (const [index, { cursor }] of pages.entries()) {
          if (cursor === null) continue
          const rest = pages.slice(index + 1)
          assert.deepEqual(await pagesOf(harness, kind, AUTUMN, cursor), rest, `${kind} after page ${index + 1}`)
        }
      }),
  },
  {
    name: 'a span that cannot be read is refused whole, and keeps its identity',
    run: (adapter) =>
      ofEachCalendar(adapter, {}, async (harness, kind) => {
        const [raw] = (await pagesOf(harness, kind, AUTUMN)).flatMap(({ items }) => items)
        const spoiled = Object.entries(Object(raw)).flatMap(([field, value]) =>
          Array.isArray(value) && value.length > 0 ? [{ ...Object(raw), [field]: value.map(spoilValue) }] : [],
        )
        assert(spoiled.length > 0, `${kind}: nothing can be spoiled`)
        for (const item of spoiled) {
          assert.throws(() => spanOf(harness, kind, item), `${kind}: a spoiled span was read`)
          assert.equal(harness.adapter.identify[kind]?.(item), harness.adapter.identify[kind]?.(raw))
        }
      }),
  },
  {
    name: 'what is not sold any more is told of no longer',
    run: (adapter) =>
      ofEachCalendar(adapter, {}, async (harness, kind) => {
        harness.simulator.data.remove(kind === 'rates' ? 'ratePlans' : 'roomTypes', 0)
        assertTold(await toldOf(harness, kind, AUTUMN), meant(harness, kind, AUTUMN), kind)
      }),
  },
]

function complete(name: string, days: DayRange, options: HarnessOptions = {}, faults: SimulatorFaults = {}) {
  return {
    name,
    run: (adapter: PmsProviderAdapter) =>
      ofEachCalendar(adapter, { ...options, faults }, async (harness, kind) => {
        assertTold(await toldOf(harness, kind, days), meant(harness, kind, days), kind)
      }),
  }
}

async function ofEachCalendar(
  adapter: PmsProviderAdapter,
  options: HarnessOptions,
  run: (harness: Harness, kind: SpanKind) => Promise<void>,
): Promise<void> {
  await using harness = await openHarness(adapter, { ...SMALL, ...options })
  for (const kind of harness.calendars) await run(harness, kind)
}

async function pagesOf(harness: Harness, kind: SpanKind, range: DayRange, cursor: string | null = null) {
  const window: FetchWindow = { since: null, until: harness.clock.now(), cursor, limit: null, range }
  const pages: FetchedPage[] = []
  for await (const page of harness.adapter.fetch[kind]?.(harness.context(), window) ?? []) pages.push(page)
  return pages
}

const spanOf = (harness: Harness, kind: SpanKind, raw: unknown) =>
  recordTypes[entityTypeOf(kind)].schema.parse(harness.adapter.normalize[kind]?.(raw, harness.context())) as Values

/** By series and day. Of a day that is named twice the last one holds, as for the engine. */
async function toldOf(harness: Harness, kind: SpanKind, range: DayRange): Promise<Told> {
  const told = new Map<string, Values>()
  for (const raw of (await pagesOf(harness, kind, range)).flatMap(({ items }) => items)) {
    const { ratePlanExternalId, roomTypeExternalId, currency, from, to, ...rest } = spanOf(harness, kind, raw)
    const [first, last] = [dayNumber(String(from)), dayNumber(String(to))]
    assert(String(from) >= range.from && String(to) <= range.to, `${kind}: days that nobody asked for`)
    for (let day = first; day <= last; day++) {
      const values = valuesOn(rest, day - first)
      const key = keyOf({ ratePlanExternalId, roomTypeExternalId, currency }, day)
      if (Object.values(values).some((value) => value !== null)) told.set(key, { ...told.get(key), ...values })
    }
  }
  return told
}

function valuesOn(span: Values, place: number): Values {
  const lists = Object.entries(span).filter(([, list]) => Array.isArray(list)) as [string, unknown[]][]
  return Object.fromEntries(
    lists.map(([field, list]) => {
      if (!Array.isArray(list[0])) return [field, list[place] ?? null]
      const byPersons = list.map((line) => (line as unknown[])[place] ?? null)
      return [field, byPersons.every((value) => value === null) ? null : byPersons]
    }),
  )
}

const keyOf = (about: Values, day: number) =>
  [about.ratePlanExternalId, about.roomTypeExternalId, about.currency, dayOf(day)].filter(Boolean).join(' ')

const meant = (harness: Harness, kind: SpanKind, days: DayRange): Told =>
  new Map(harness.simulator.data.nights(kind, days).map(({ about, day, values }) => [keyOf(about, day), values]))

/** Everything that the hotel means is told, and nothing of other nights. */
function assertTold(told: Told, expected: Told, kind: SpanKind): void {
  assert(expected.size > 0, `${kind}: the simulator sells nothing`)
  for (const [key, values] of expected) {
    const night = told.get(key)
    assert(night, `${kind}: ${key} is missing`)
    for (const [field, value] of Object.entries(values))
      assert.deepEqual(night[field], value, `${kind} ${key}: ${field}`)
  }
  const others = [...told.keys()].filter((key) => !expected.has(key))
  assert.deepEqual(others, [], `${kind}: nights that are not sold`)
}
