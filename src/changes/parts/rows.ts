import { v7 as uuidv7 } from 'uuid'
import { type Change, ChangeEntity, type ChangeWait, ENDED_CHANGE_STATES } from '../../entities/change.ts'
import { columnName, selectList } from '../../entities/select.ts'
import type { Sql } from '../../platform/database/database.ts'
import { CHANGE_MOVES, type ChangeMove, mayMove } from './life.ts'

/** The statements on `pms_change`. */

export const COLUMNS = selectList(ChangeEntity, 'c')
export const OPEN = `c.state IN ('PENDING', 'SENDING', 'AWAITING', 'UNKNOWN', 'CONFLICT')`

/** The thing that a change is about. */
export type ChangeTarget = Pick<Change, 'hotelId' | 'entityType' | 'entityId'>

const JSON_FIELDS: ReadonlySet<string> = new Set([
  ...['groups', 'base', 'wanted', 'theirs', 'alike', 'options', 'step', 'contested'],
])
const encoded = (field: string, value: unknown) =>
  JSON_FIELDS.has(field) && value !== null && value !== undefined ? JSON.stringify(value) : (value ?? null)

export type NewChange = Pick<
  Change,
  | 'hotelId'
  | 'provider'
  | 'account'
  | 'entityType'
  | 'entityId'
  | 'externalId'
  | 'action'
  | 'groups'
  | 'base'
  | 'wanted'
  | 'theirs'
  | 'options'
  | 'requestedBy'
  | 'reason'
  | 'undoOf'
> & { readonly state: 'PENDING' | 'DRAFT'; readonly waitingFor: ChangeWait | null; readonly lifetimeMs: number }

export async function insertChange(tx: Sql, { lifetimeMs, ...change }: NewChange): Promise<Change> {
  const values: Record<string, unknown> = { id: uuidv7(), ...change }
  const fields = Object.keys(values)
  const [row] = await tx.query<Change>(
    `INSERT INTO pms_change AS c (${fields.map(columnName).join(', ')}, expires_at)
     VALUES (${fields.map((_, index) => `$${index + 2}`).join(', ')}, now() + $1 * interval '1 ms') RETURNING ${COLUMNS}`,
    [lifetimeMs, ...fields.map((field) => encoded(field, values[field]))],
  )
  return row as Change
}

export async function findChange(sql: Sql, id: string): Promise<Change | null> {
  const [row] = await sql.query<Change>(`SELECT ${COLUMNS} FROM pms_change c WHERE id = $1`, [id])
  return row ?? null
}

/** What is not over, in the order in which it was asked for. */
export function findOpen(sql: Sql, { hotelId, entityType, entityId }: ChangeTarget): Promise<Change[]> {
  return sql.query<Change>(
    `SELECT ${COLUMNS} FROM pms_change c
     WHERE c.hotel_id = $1 AND c.entity_type = $2 AND c.entity_id = $3 AND ${OPEN} ORDER BY c.number`,
    [hotelId, entityType, entityId],
  )
}

/** One at a time asks for changes of a thing: their numbers are then the order in which they were committed. */
export async function lockTarget(tx: Sql, { hotelId, entityType, entityId }: ChangeTarget): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `pms_change ${hotelId} ${entityType} ${entityId}`,
  ])
}

/** What a move notes beside the state. */
export interface Noted
  extends Partial<
    Pick<
      Change,
      | 'waitingFor'
      | 'base'
      | 'wanted'
      | 'theirs'
      | 'theirsModifiedAt'
      | 'contested'
      | 'resolution'
      | 'alike'
      | 'token'
      | 'step'
      | 'errorCode'
      | 'error'
      | 'attempts'
    >
  > {
  /** When a worker may take it up again. */
  readonly readyInMs?: number
  /** Further assignments, as SQL. */
  readonly also?: readonly string[]
}

export interface Moved {
  readonly id: string
  /** Of the worker that has it; null: whoever moves it takes it from any worker. */
  readonly leaseToken: number | null
}

/**
 * Moves a change, where the page of its life allows it. The worker that had it has it no more, unless the move keeps it.
 * @returns the change as it stands then; null when somebody else has moved it
 */
export async function move(
  sql: Sql,
  { id, leaseToken }: Moved,
  name: ChangeMove,
  noted: Noted = {},
  keepsLease = false,
): Promise<Change | null> {
  const { to } = CHANGE_MOVES[name]
  const { readyInMs = 0, also = [], ...fields } = { waitingFor: null, ...noted }
  const names = Object.keys(fields)
  const isEnd = (ENDED_CHANGE_STATES as readonly string[]).includes(to)
  const assignments = [
    `state = '${to}'`,
    `updated_at = now()`,
    `ready_at = now() + $3 * interval '1 ms'`,
    `ended_at = ${isEnd ? 'now()' : 'NULL'}`,
    ...(keepsLease ? [] : ['lease_expires_at = NULL', 'lease_token = c.lease_token + 1']),
    ...names.map((field, index) => `${columnName(field)} = $${index + 4}`),
    ...also,
  ]
  const [row] = await sql.query<Change>(
    `UPDATE pms_change c SET ${assignments.join(', ')}
     WHERE c.id = $1 AND ($2::integer IS NULL OR c.lease_token = $2) AND ${mayMove(name)} RETURNING ${COLUMNS}`,
    [id, leaseToken, readyInMs, ...names.map((field) => encoded(field, (fields as Record<string, unknown>)[field]))],
  )
  return row ?? null
}
