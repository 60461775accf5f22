import { expect, test } from 'vitest'
import { expire } from '../../../src/jobs/retention/expire.ts'
import { foldUnchangedRuns } from '../../../src/jobs/retention/fold.ts'
import type { Sql } from '../../../src/platform/database/database.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { addAccount, addRuns } from '../../kit/rows.ts'

const DAY_MS = 86_400_000
const KEPT = { payloadDays: 30, tombstoneDays: 30, syncLogDays: 90, auditDays: 400 }

/** Of one hotel with three entity types after a month, as docs/retention.md computes it: rows, and bytes of each with indexes. */
const EXPECTED = {
  pms_sync_log: [1_700, 1_000],
  pms_sync_figure: [2_400, 550],
  pms_sync_age: [2_300, 260],
} as const

test('a month of syncs every 15 minutes takes no more rows and bytes than computed', async () => {
  await using database = await openTestDatabase()
  const hotelId = await addAccount(database)
  const start = Date.parse('2026-05-01T00:00:00Z')
  for (let day = 5; day <= 30; day += 5) {
    const now = new Date(start + day * DAY_MS)
    await addRuns(database, { hotelId, runs: 5 * 24 * 4 * 3, until: now, changedOf: 20 })
    await foldUnchangedRuns(database.within('*'))
    await expire(database.within('*'), { kept: KEPT, now })
  }
  for (const [table, [rows, bytesOfRow]] of Object.entries(EXPECTED)) {
    const measured = await copyOf(table, database)
    const [found] = await database.query<{ rows: number; bytes: number }>(
      `SELECT (SELECT count(*) FROM ${table}) AS rows, pg_total_relation_size('${measured}') AS bytes`,
    )
    expect(found?.rows, table).toBeLessThan(rows)
    expect(found?.bytes, table).toBeLessThan(rows * bytesOfRow)
  }
})

/** What deleted rows leave free is used again, and it depends on who else works when it is: a copy has the rows alone. */
async function copyOf(table: string, sql: Sql): Promise<string> {
  const copy = `copy_of_${table}`
  await sql.query(`CREATE TABLE ${copy} (LIKE ${table} INCLUDING ALL)`)
  await sql.query(`INSERT INTO ${copy} SELECT * FROM ${table}`)
  await sql.query(`REINDEX TABLE ${copy}`)
  return copy
}
