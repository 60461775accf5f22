import pg from 'pg'
import { countEndedRuns } from '../src/entities/migrations/20261130040000-figures.ts'
import { rankFleet, readFleet } from '../src/insights/fleet/fleet.ts'
import { rollUpFigures } from '../src/insights/fleet/fleet-figures.ts'
import { freshnessSeries } from '../src/insights/freshness-ages.ts'
import { createFreshnessReader } from '../src/insights/read-freshness.ts'
import {
  failureRates,
  type Span,
  type StatisticsScope,
  syncChanges,
  syncDurations,
} from '../src/insights/statistics.ts'
import type { Database, Sql } from '../src/platform/database/database.ts'
import { getProviderAdapter } from '../src/providers/registry.ts'
import { addAccount, addRuns } from '../tests/kit/rows.ts'
import { report } from './measure.ts'

const HOTELS = 1_000
const ROUNDS = 5
const GOAL_MS = 300

/**
 * What the screens of a fleet ask, of 1,000 hotels whose three entity types ran every 15 minutes: a week (two million runs)
 * or, with `BENCH_DAYS=30`, a month.
 */
export async function benchFleet(database: Database): Promise<void> {
  const days = Number(process.env.BENCH_DAYS ?? 7)
  const now = new Date()
  const seconds = await seed(database, days, now)
  const sql = database.within('*')
  const freshness = createFreshnessReader({ clock: { now: () => now }, adapters: getProviderAdapter })
  const fleet = async () => rankFleet(await readFleet(sql, (ids) => freshness.read(sql, ids), null), {}).slice(0, 50)
  const scope = (span: Span): StatisticsScope => ({ hotelIds: null, span, now })
  const asked: Record<string, () => Promise<unknown>> = {
    'first page of the fleet': fleet,
    'syncChanges of a week by hour': () => syncChanges(sql, scope('WEEK'), 'HOUR'),
    'syncChanges of a month by day': () => syncChanges(sql, scope('MONTH'), 'DAY'),
    'syncDurations of a week by hour': () => syncDurations(sql, scope('WEEK'), 'HOUR'),
    'syncDurations of a month by day': () => syncDurations(sql, scope('MONTH'), 'DAY'),
    'syncFailureRates of a day': () => failureRates(sql, scope('DAY')),
    'syncFailureRates of a week': () => failureRates(sql, scope('WEEK')),
    'freshnessAges of a hotel, a month by day': () => freshnessSeries(sql, 'bench-7', scope('MONTH'), 'DAY'),
  }
  const figures: Record<string, number[]> = { 'counting what there is, s': [seconds] }
  for (const [name, ask] of Object.entries(asked)) figures[`${name}, ms (goal ≤ ${GOAL_MS})`] = await times(ask)
  report(`a fleet of ${HOTELS} hotels after ${days} days of runs`, figures)
  await reportSizes(database)
}

/** @returns how long it took to count the runs, in seconds */
async function seed({ url }: Database, days: number, until: Date): Promise<number> {
  // A connection of its own, for the service's do not wait so long for a statement.
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const sql: Sql = { query: async (text, params = []) => (await client.query(text, [...params])).rows }
  try {
    await sql.query('ALTER TABLE pms_sync_log DISABLE TRIGGER USER')
    for (let n = 0; n < HOTELS; n++) {
      const hotelId = await addAccount(sql, { id: `bench-${n}`, syncSchedule: '*/15 * * * *' })
      await addRuns(sql, { hotelId, runs: days * 24 * 4 * 3, until, changedOf: 20 })
    }
    await sql.query('ALTER TABLE pms_sync_log ENABLE TRIGGER USER')
    const startedAt = performance.now()
    for (const statement of countEndedRuns) await sql.query(statement)
    const seconds = (performance.now() - startedAt) / 1_000
    await rollUpFigures(sql)
    await sql.query('VACUUM ANALYZE')
    return seconds
  } finally {
    await client.end()
  }
}

async function times(ask: () => Promise<unknown>): Promise<number[]> {
  const tries: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now()
    await ask()
    tries.push(performance.now() - startedAt)
  }
  return tries
}

async function reportSizes(database: Database): Promise<void> {
  const rows = await database.query<{ name: string; rows: number; bytes: number }>(
    `SELECT relname AS name, reltuples::bigint AS rows, pg_total_relation_size(oid) AS bytes FROM pg_class
     WHERE relname LIKE 'pms_sync%' AND relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY 3 DESC`,
  )
  report('size, MB', Object.fromEntries(rows.map(({ name, rows: n, bytes }) => [`${name} (${n} rows)`, [bytes / 1e6]])))
}
