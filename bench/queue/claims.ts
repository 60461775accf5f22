import type { Database } from '../../src/platform/database/database.ts'
import { claimNext } from '../../src/sync/store/claim.ts'
import { percentile, report } from '../measure.ts'
import { openFreshDatabase } from './databases.ts'

const QUEUED = 10_000
const ENDED = 200_000
const CLAIMS = 500
const CLAIMERS = 4
const TURN = { leaseMs: 60_000, isOldest: false, without: [] }

/** Whose turn it is among 10,000 queued runs, a third of them of a credential that has its share. */
export async function benchClaims(server: Database): Promise<void> {
  await using database = await openFreshDatabase(server)
  await fill(database)
  const sql = database.within('*')
  const claim = async () => {
    const begin = performance.now()
    const run = await claimNext(sql, TURN)
    const ms = performance.now() - begin
    if (run === null) throw new Error('Nothing was due')
    return ms
  }
  const alone: number[] = []
  for (let n = 0; n < CLAIMS; n++) alone.push(await claim())
  const together: number[] = []
  const claimer = async () => {
    for (let n = 0; n < CLAIMS / CLAIMERS; n++) together.push(await claim())
  }
  await Promise.all(Array.from({ length: CLAIMERS }, claimer))
  report(`claims, ${QUEUED} queued beside ${ENDED} ended`, {
    'one claimer, p50, ms (goal ≤ 5)': [percentile(alone, 0.5)],
    'one claimer, p95, ms': [percentile(alone, 0.95)],
    [`${CLAIMERS} claimers, p50, ms`]: [percentile(together, 0.5)],
    [`${CLAIMERS} claimers, p95, ms`]: [percentile(together, 0.95)],
  })
}

async function fill(database: Database): Promise<void> {
  const insert = (hotels: string, count: number, columns: string, values: string) =>
    database.query(
      `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, operation, trigger, status, credential_key${columns})
       SELECT gen_random_uuid(), '${hotels}-' || n, 'mock', 'BOOKING', 'INCREMENTAL', 'SCHEDULED', ${values}
       FROM generate_series(1, ${count}) AS n`,
    )
  await insert(
    'held',
    4,
    ', started_at, lease_token, lease_expires_at',
    `'RUNNING', 'mock:chain', now(), 1, now() + interval '1 hour'`,
  )
  await insert(
    'due',
    QUEUED,
    ', ready_at',
    `'QUEUED', CASE WHEN n % 3 = 0 THEN 'mock:chain' ELSE 'mock:' || n END, now() - n * interval '1 s'`,
  )
  await database.query('ALTER TABLE pms_sync_log DISABLE TRIGGER USER')
  for (let part = 0; part < 10; part++)
    await insert(
      'ended',
      ENDED / 10,
      ', started_at, completed_at, duration',
      `'COMPLETED', 'mock:' || n, now(), now(), 10`,
    )
  await database.query('ALTER TABLE pms_sync_log ENABLE TRIGGER USER')
  await database.query('ANALYZE')
}
