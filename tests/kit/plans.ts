import type { Sql, TransactionalSql } from '../../src/platform/database/database.ts'
import { sqlLiteral } from '../../src/platform/database/literal.ts'
import type { Statement } from './api.ts'

/** What it took to run a statement. */
export interface Effort {
  /** Tables that were read from end to end. */
  readonly wholeTables: string[]
  /** Rows of tables that were read, whether they were wanted or not. */
  readonly rowsRead: number
  /** The plan, to show why. */
  readonly plan: string
}

/** A plan for the parameters at hand, and one for any, as a prepared statement may get it. */
export const CUSTOM = 'force_custom_plan'
export const GENERIC = 'force_generic_plan'

/** Runs a statement again to see how PostgreSQL goes about it, functions that the statement calls included. */
export function explain(database: TransactionalSql, { text, params }: Statement, mode = CUSTOM): Promise<Effort> {
  return database.transaction(async (tx) => {
    await tx.query(`SET LOCAL plan_cache_mode = ${mode}`)
    await tx.query(`PREPARE explained AS ${text}`)
    const before = await readCounts(tx)
    const [row] = await tx.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE explained${literals(params)}`)
    await tx.query('DEALLOCATE explained')
    if (row === undefined) throw new Error('PostgreSQL has no plan')
    const read = (await readCounts(tx)).map(({ table, scans, rows }) => {
      const { scans: scansBefore = 0, rows: rowsBefore = 0 } = before.find((each) => each.table === table) ?? {}
      return { table, scans: scans - scansBefore, rows: rows - rowsBefore }
    })
    return {
      wholeTables: read.filter(({ scans }) => scans > 0).map(({ table }) => table),
      rowsRead: read.reduce((sum, { rows }) => sum + rows, 0),
      plan: JSON.stringify(row['QUERY PLAN'], null, 1),
    }
  })
}

/** Whether a statement that stays prepared comes to be run without being planned again: from the sixth time on, if at all. */
export function keepsItsPlan(database: TransactionalSql, { text, params }: Statement): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query(`PREPARE kept AS ${text}`)
    for (let time = 1; time <= 6; time++) await tx.query(`EXECUTE kept${literals(params)}`)
    const [kept] = await tx.query(`SELECT generic_plans > 0 AS is FROM pg_prepared_statements WHERE name = 'kept'`)
    await tx.query('DEALLOCATE kept')
    return kept?.is === true
  })
}

const literals = (params: readonly unknown[]) => (params.length === 0 ? '' : `(${params.map(sqlLiteral).join()})`)

/** What this connection has counted; a plan does not show what functions read, the counts do. */
const readCounts = (tx: Sql) =>
  tx.query<{ table: string; scans: number; rows: number }>(
    `SELECT relname AS table, seq_scan AS scans, seq_tup_read + coalesce(idx_tup_fetch, 0) AS rows
     FROM pg_stat_xact_user_tables`,
  )
