import { type ChangeSet, ChangeSetEntity, ENDED_SET_STATES } from '../../entities/change-set.ts'
import { columnName, selectList } from '../../entities/select.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { Sql } from '../../platform/database/database.ts'
import { mayMove } from '../parts/life.ts'
import { CHANGE_SET_MOVES, type ChangeSetMove, mayMoveSet } from './life.ts'

/** The statements on `pms_change_set`. */

export const SET_COLUMNS = selectList(ChangeSetEntity, 's')

export type NewChangeSet = Pick<
  ChangeSet,
  | 'id'
  | 'hotelId'
  | 'provider'
  | 'account'
  | 'action'
  | 'source'
  | 'options'
  | 'reason'
  | 'requestedBy'
  | 'canary'
  | 'stopPercent'
  | 'total'
  | 'undoOf'
>

export async function insertSet(tx: Sql, set: NewChangeSet): Promise<ChangeSet> {
  const values = { ...set, options: JSON.stringify(set.options) }
  const fields = Object.keys(values) as (keyof typeof values)[]
  const [row] = await tx.query<ChangeSet>(
    `INSERT INTO pms_change_set AS s (${fields.map(columnName).join(', ')})
     VALUES (${fields.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING ${SET_COLUMNS}`,
    fields.map((field) => values[field]),
  )
  return row as ChangeSet
}

export async function findSet(sql: Sql, id: string): Promise<ChangeSet | null> {
  const [row] = await sql.query<ChangeSet>(`SELECT ${SET_COLUMNS} FROM pms_change_set s WHERE id = $1`, [id])
  return row ?? null
}

/** @throws PmsIntegrationError NOT_FOUND */
export async function requireSet(sql: Sql, id: string): Promise<ChangeSet> {
  const row = await findSet(sql, id)
  if (row === null) throw new PmsIntegrationError('NOT_FOUND', 'There is no such change set.', { field: 'changeSetId' })
  return row
}

/** What a move notes beside the state. */
export interface NotedOfSet
  extends Partial<Pick<ChangeSet, 'lookedLine' | 'previewHash' | 'waitingFor' | 'errorCode' | 'error' | 'attempts'>> {
  /** Further assignments, as SQL. */
  readonly also?: readonly string[]
}

export interface MovedSet {
  readonly id: string
  /** Of the worker that has it; null: whoever moves it takes it from any worker. */
  readonly leaseToken: number | null
}

/**
 * Moves a set, where the page of its life allows it. No worker has it then.
 * @returns the set as it stands then; null when it stands elsewhere, or somebody else has it
 */
export async function moveSet(
  sql: Sql,
  { id, leaseToken }: MovedSet,
  name: ChangeSetMove,
  noted: NotedOfSet = {},
): Promise<ChangeSet | null> {
  const { to } = CHANGE_SET_MOVES[name]
  const { also = [], ...fields } = { waitingFor: null, ...noted }
  const names = Object.keys(fields) as (keyof typeof fields)[]
  const isEnd = (ENDED_SET_STATES as readonly string[]).includes(to)
  const assignments = [
    ...[`state = '${to}'`, 'updated_at = now()', 'ready_at = now()', `ended_at = ${isEnd ? 'now()' : 'NULL'}`],
    ...['lease_expires_at = NULL', 'lease_token = s.lease_token + 1'],
    ...names.map((field, index) => `${columnName(field)} = $${index + 3}`),
    ...also,
  ]
  const [row] = await sql.query<ChangeSet>(
    `UPDATE pms_change_set s SET ${assignments.join(', ')}
     WHERE s.id = $1 AND ($2::integer IS NULL OR s.lease_token = $2) AND ${mayMoveSet(name)} RETURNING ${SET_COLUMNS}`,
    [id, leaseToken, ...names.map((field) => fields[field] ?? null)],
  )
  return row ?? null
}

/** @throws PmsIntegrationError NOT_FOUND, CHANGE_SET_STATE naming where it stands */
export async function requireMoved(
  sql: Sql,
  id: string,
  name: ChangeSetMove,
  noted: NotedOfSet = {},
): Promise<ChangeSet> {
  const moved = await moveSet(sql, { id, leaseToken: null }, name, noted)
  if (moved !== null) return moved
  const { state } = await requireSet(sql, id)
  throw new PmsIntegrationError('CHANGE_SET_STATE', `The change set is ${state}.`, { details: { state } })
}

/** Items that were not started are given up with their set: nothing of them has been sent. */
export async function dropDrafts(
  tx: Sql,
  { hotelId, id }: Pick<ChangeSet, 'hotelId' | 'id'>,
  because: { readonly errorCode: string | null; readonly error: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE pms_change c SET state = 'CANCELLED', ended_at = now(), updated_at = now(), error_code = $3, error = $4
     WHERE c.hotel_id = $1 AND c.set_id = $2 AND ${mayMove('drop')}`,
    [hotelId, id, because.errorCode, because.error],
  )
}
