import { randomUUID } from 'node:crypto'
import type { Database } from '../../src/platform/database/database.ts'
import { writeSpans } from '../../src/sync/store/spans/write-spans.ts'
import type { ValidatedPage } from '../../src/sync/store/validate.ts'
import { syncedRate } from '../../src/sync/synced/rate.ts'
import { insertHotel } from '../../tests/kit/test-hotel.ts'
import { median, report, walBytes } from '../measure.ts'
import { benchCalendar } from './calendar.ts'
import { CELLS, DAYS, FIRST, months, PLANS, pagesOf, TYPES, WINDOW, windows } from './hotel.ts'
import { createRowADay, rowPages, storeRows } from './row-a-day.ts'

const ROUNDS = 3
/** Of the row a day: every tenth room type. */
const STEP = 10
const ROW_CELLS = CELLS / STEP

/** Prices as months of arrays beside the same as a row a cell, by the engine's own upsert; then as GraphQL answers them. */
export async function benchAri(database: Database): Promise<void> {
  await createRowADay(database)
  const [cut, whole, rows] = [pagesOf(windows()), pagesOf(months()), rowPages(STEP)]
  const rates = { rowLoad: [], rowAgain: [], cutLoad: [], cutAgain: [], wholeLoad: [], wholeAgain: [] } as Record<
    'rowLoad' | 'rowAgain' | 'cutLoad' | 'cutAgain' | 'wholeLoad' | 'wholeAgain',
    number[]
  >
  let hotelId = ''
  let againWal = 0
  for (let round = 0; round < ROUNDS; round++) {
    hotelId = `bench-${randomUUID()}`
    await insertHotel(database, hotelId, 'mock')
    rates.rowLoad.push(await rate(ROW_CELLS, () => storeRows(database, hotelId, rows, false)))
    rates.rowAgain.push(await rate(ROW_CELLS, () => storeRows(database, hotelId, rows, true)))
    const monthly = `${hotelId}-monthly`
    rates.wholeLoad.push(await rate(CELLS, () => store(database, monthly, whole, false)))
    rates.wholeAgain.push(await rate(CELLS, () => store(database, monthly, whole)))
    rates.cutLoad.push(await rate(CELLS, () => store(database, hotelId, cut, false)))
    againWal = await walBytes(database, async () => {
      rates.cutAgain.push(await rate(CELLS, () => store(database, hotelId, cut)))
    })
  }
  report('calendar, cells/s', {
    'row a day, first load': rates.rowLoad,
    'row a day, nothing changed': rates.rowAgain,
    [`months, first load, windows of ${WINDOW} days`]: rates.cutLoad,
    'months, nothing changed': rates.cutAgain,
    'months, first load, whole months': rates.wholeLoad,
    'months, nothing changed, whole months': rates.wholeAgain,
  })
  report('calendar, ratios', {
    'first load / row a day (goal ≥ 6)': [median(rates.cutLoad) / median(rates.rowLoad)],
    'first load of whole months / row a day (goal ≥ 12)': [median(rates.wholeLoad) / median(rates.rowLoad)],
    'nothing changed / row a day (goal ≥ 3)': [median(rates.cutAgain) / median(rates.rowAgain)],
    'WAL of a re-read where nothing changed, bytes (goal: none)': [againWal],
    'size / row a day (goal ≤ 0.1)': [await sizeRatio(database)],
  })
  report('calendar, changes', await changes(database, hotelId))
  await benchCalendar(database, hotelId)
}

async function store(database: Database, hotelId: string, pages: readonly ValidatedPage[], probe = true) {
  const scope = { hotelId, provider: 'mock' }
  for (const { items } of pages) {
    const options = { fetchedAt: new Date(), probe, fullSince: null, origin: { syncLogId: RUN, changeId: null } }
    await database.transaction((tx) => writeSpans(tx, syncedRate, scope, items, options))
  }
}
const RUN = randomUUID()

async function rate(cells: number, work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (cells / (performance.now() - startedAt)) * 1000
}

async function changes(database: Database, hotelId: string) {
  const night = pagesOf([{ first: FIRST + 45, length: 1 }], 1)
  const wal = await walBytes(database, () => store(database, hotelId, night))
  const [row] = await database.query<{ ranges: number }>(
    'SELECT count(*) AS ranges FROM pms_calendar_change WHERE hotel_id = $1',
    [hotelId],
  )
  const repriced = pagesOf([{ first: FIRST, length: 90 }], 2)
  const startedAt = performance.now()
  await store(database, hotelId, repriced)
  return {
    [`WAL of one night of ${PLANS * TYPES} series, MB (goal ≤ 1)`]: [wal / 1e6],
    [`ranges out (goal ${PLANS * TYPES})`]: [row?.ranges ?? 0],
    'ms for 36,000 cells with other prices (goal ≤ 1,000)': [performance.now() - startedAt],
  }
}

/** Bytes a cell of both, with their indexes; each table holds the same hotels. */
async function sizeRatio(database: Database): Promise<number> {
  const [size] = await database.query<{ days: number; months: number; hotels: number }>(
    `SELECT pg_total_relation_size('bench_rate_day') AS days, pg_total_relation_size('pms_rate_month') AS months,
       (SELECT count(DISTINCT hotel_id) FROM pms_rate_month) AS hotels`,
  )
  if (size === undefined) return Number.NaN
  const [perDay, perMonth] = [size.days / (ROUNDS * ROW_CELLS), size.months / (size.hotels * CELLS)]
  console.log(`\n${DAYS} days: ${perDay.toFixed(0)} bytes a cell as rows, ${perMonth.toFixed(0)} as months`)
  return perMonth / perDay
}
