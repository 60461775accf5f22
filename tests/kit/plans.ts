import type { Sql } from '../../src/platform/database.ts'
import type { Statement } from './api.ts'

/** A step of a plan as PostgreSQL 13 and later tell it in JSON; rows are means a loop. */
interface Step {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Step[]
}

/** What it took to run a statement. */
export interface Effort {
  /** Tables that were read from end to end. */
  readonly wholeTables: string[]
  /** Rows of tables that were read, whether they were wanted or not. */
  readonly rowsRead: number
  /** The plan, to show why. */
  readonly plan: string
}

/** Runs a statement again to see how PostgreSQL goes about it. */
export async function explain(sql: Sql, { text, params }: Statement): Promise<Effort> {
  const [row] = await sql.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
    `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
    params,
  )
  if (row === undefined) throw new Error('PostgreSQL has no plan')
  const steps = [...walk(row['QUERY PLAN'][0].Plan)].filter((step) => step['Relation Name'] !== undefined)
  return {
    wholeTables: steps.filter((step) => step['Node Type'] === 'Seq Scan').map((step) => step['Relation Name'] ?? ''),
    rowsRead: steps.reduce((sum, step) => sum + rowsRead(step), 0),
    plan: JSON.stringify(steps, null, 1),
  }
}

function* walk(step: Step): Generator<Step> {
  yield step
  for (const below of step.Plans ?? []) yield* walk(below)
}

const rowsRead = (step: Step) =>
  step['Actual Loops'] *
  (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0) + (step['Rows Removed by Index Recheck'] ?? 0))
