import { syncedTables } from '../../entities/all.ts'
import type { ChangeSet, ChangeSetItem, ChangeSetResult } from '../../entities/change-set.ts'
import type { Sql } from '../../platform/database/database.ts'
import { actionOf } from '../../records/changes/actions.ts'
import { ITEMS } from './result.ts'

const COLUMNS = [
  ...['line', 'id', 'label', 'given', 'outcome', 'result', 'errorCode', 'error', 'field', 'changeId'],
] as const
type Result = { readonly [Column in (typeof COLUMNS)[number]]: string | number | null }

const AT_ONCE = 1_000

export interface ResultsOptions {
  /** Only those of which this has become; all without it. */
  readonly result: ChangeSetResult | null
  /** Whether what a person wrote may be shown. */
  readonly showsGiven: boolean
}

/** Items of a set as a CSV of RFC 4180, in parts of some lines each, the header first. */
export async function* resultsCsv(sql: Sql, set: ChangeSet, options: ResultsOptions): AsyncGenerator<string> {
  yield csvLine(COLUMNS)
  for (let after = 0; ; ) {
    const items = await findResults(sql, set, options.result, after)
    yield items
      .map((item) => (options.showsGiven ? item : { ...item, given: null }))
      .map((item) => csvLine(COLUMNS.map((column) => item[column])))
      .join('')
    if (items.length < AT_ONCE) return
    after = Number(items.at(-1)?.line)
  }
}

function findResults(
  sql: Sql,
  { hotelId, id, action }: ChangeSet,
  result: ChangeSetItem['result'],
  after: number,
): Promise<Result[]> {
  const { target } = actionOf(action)
  const number = target === 'BOOKING' ? 'confirmation_number' : 'room_number'
  return sql.query<Result>(
    `SELECT t.line, t.entity_id AS id, coalesce(r.${number}, r.external_id) AS label, t.given, t.outcome, t.result,
       t.error_code AS "errorCode", t.error, t.field, t.change_id AS "changeId"
     FROM ${ITEMS} t LEFT JOIN ${syncedTables[target].meta.tableName} r ON r.hotel_id = t.hotel_id AND r.id = t.entity_id
     WHERE t.hotel_id = $1 AND t.set_id = $2 AND t.line > $3 AND ($4::text IS NULL OR t.result = $4)
     ORDER BY t.line LIMIT ${AT_ONCE}`,
    [hotelId, id, after, result],
  )
}

/** Of which a spreadsheet would make a formula, or a command. */
const STARTS_FORMULA = /^[=+\-@\t\r]/

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'string' && STARTS_FORMULA.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
