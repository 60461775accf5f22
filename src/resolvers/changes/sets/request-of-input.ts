import { linesOfCsv } from '../../../changes/sets/csv.ts'
import type { ChangeSetRequest, SetLine } from '../../../changes/sets/request.ts'
import { badUserInput } from '../../../errors.ts'
import type { Sql } from '../../../platform/database/database.ts'
import type { Values } from '../../../records/changes/groups.ts'
import type { PmsCreateChangeSetInput } from '../../../schema/changes/sets/inputs.ts'
import { findTargets } from './targets.ts'

/** What says what is to be changed: exactly one of them. */
const SOURCES = ['filter', 'ids', 'csv'] as const

/** @throws PmsIntegrationError BAD_USER_INPUT naming the field, TOO_MANY_ITEMS */
export async function requestOfInput(
  sql: Sql,
  { filter, ids, csv, values, ...input }: PmsCreateChangeSetInput,
): Promise<Omit<ChangeSetRequest, 'requestedBy'>> {
  const given = { filter, ids, csv }
  const [source, ...others] = SOURCES.filter((name) => given[name] !== null && given[name] !== undefined)
  if (source === undefined || others.length > 0)
    throw badUserInput(others[0] ?? 'filter', 'exactly one of filter, ids and csv has to say what is to be changed')
  const shared = values ?? {}
  if (filter) return { ...input, source: 'FILTER', lines: named(await findTargets(sql, { ...input, filter }), shared) }
  if (ids) return { ...input, source: 'SELECTION', lines: named(ids, shared) }
  return { ...input, source: 'CSV', lines: linesOfCsv(csv ?? '', input.action, shared) }
}

const named = (ids: readonly string[], values: Values): SetLine[] =>
  ids.map((key, at) => ({ line: at + 1, by: 'id', key, values }))
