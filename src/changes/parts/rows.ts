import { type Change, ChangeEntity, type ChangeWait, ENDED_CHANGE_STATES } from '../../entities/change.ts'
import { columnName, selectList } from '../../entities/select.ts'
import type { Sql, Statement } from '../../platform/database/database.ts'
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
  | 'id'
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

/** What is given of a new one, with its type. */
const NEW_COLUMNS = {
  ...{ id: 'uuid', hotelId: 'text', provider: 'text', account: 'text', entityType: 'text', entityId: 'uuid' },
  ...{ externalId: 'text', action: 'text', groups: 'jsonb', base: 'jsonb', wanted: 'jsonb', theirs: 'jsonb' },
  ...{ options: 'jsonb', requestedBy: 'text', reason: 'text', undoOf: 'uuid', state: 'text', waitingFor: 'text' },
} as const satisfies Partial<Record<keyof NewChange, string>>

const NEW_NAMES = Object.keys(NEW_COLUMNS).map(columnName)
const NEW_TYPED = Object.entries(NEW_COLUMNS).map(([field, type]) => `${columnName(field)} ${type}`)

/** One after the other: of one thing in the order in which they are given. Returns their rows. */
export function insertion(changes: readonly NewChange[]): Statement {
  const rows = changes.map((change, at) => {
    const given = Object.keys(NEW_COLUMNS).map((field) => {
      const value = change[field as keyof NewChange]
      return [columnName(field), typeof value === 'string' ? value.toWellFormed() : value]
    })
    return { at, lifetime_ms: change.lifetimeMs, ...Object.fromEntries(given) }
  })
  return {
    text: `INSERT INTO pms_change AS c (${NEW_NAMES.join(', ')}, expires_at)
      SELECT ${NEW_NAMES.join(', ')}, now() + lifetime_ms * interval '1 ms'
      FROM jsonb_to_recordset($1) AS t (at integer, lifetime_ms float8, ${NEW_TYPED.join(', ')})
      ORDER BY at RETURNING ${COLUMNS}`,
    params: [JSON.stringify(rows)],
  }
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

/** The same of several things. */
export function findOpenOf(targets: readonly ChangeTarget[]): Statement {
  return {
    text: `SELECT open.* FROM unnest($1::text[], $2::text[], $3::uuid[]) AS t (hotel_id, entity_type, entity_id)
     CROSS JOIN LATERAL (
       SELECT ${COLUMNS} FROM pms_change c
       WHERE c.hotel_id = t.hotel_id AND c.entity_type = t.entity_type AND c.entity_id = t.entity_id AND ${OPEN}
       OFFSET 0) AS open
     ORDER BY open.number`,
    params: [
      targets.map(({ hotelId }) => hotelId),
      targets.map(({ entityType }) => entityType),
      targets.map(({ entityId }) => entityId),
    ],
  }
}

export const targetKey = ({ hotelId, entityType, entityId }: ChangeTarget) => `${hotelId} ${entityType} ${entityId}`

/** One at a time asks for changes of a thing: their numbers are then the order in which they were committed. */
export const lockTarget = (target: ChangeTarget): Statement => ({
  text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
  params: [`pms_change ${targetKey(target)}`],
})

/** The same of those things that nobody else has at hand; tells of each whether it is locked now. */
export const tryLockTargets = (targets: readonly ChangeTarget[]): Statement => ({
  text: `SELECT pg_try_advisory_xact_lock(hashtextextended(key, 0)) AS "isLocked"
    FROM unnest($1::text[]) WITH ORDINALITY AS t (key, nth) ORDER BY nth`,
  params: [targets.map((target) => `pms_change ${targetKey(target)}`)],
})

/** The same for several things of a kind, in one order for all who lock several. */
export async function lockTargets(
  tx: Sql,
  { hotelId, entityType }: Pick<ChangeTarget, 'hotelId' | 'entityType'>,
  entityIds: readonly string[],
): Promise<void> {
  await tx.query(
    `SELECT count(pg_advisory_xact_lock(hashtextextended($1 || target.id, 0)))
     FROM (SELECT unnest($2::text[]) AS id ORDER BY 1) AS target`,
    [`pms_change ${hotelId} ${entityType} `, entityIds],
  )
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
  { readyInMs = 0, also = [], ...noted }: Noted = {},
  keepsLease = false,
): Promise<Change | null> {
  const fields = { waitingFor: null, ...noted }
  const names = Object.keys(fields)
  const assignments = [
    ...assignmentsOf(name, '$3', keepsLease),
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

function assignmentsOf(name: ChangeMove, readyInMs: string, keepsLease: boolean): string[] {
  const { to } = CHANGE_MOVES[name]
  const isEnd = (ENDED_CHANGE_STATES as readonly string[]).includes(to)
  return [
    `state = '${to}'`,
    'updated_at = now()',
    `ready_at = now() + ${readyInMs} * interval '1 ms'`,
    `ended_at = ${isEnd ? 'now()' : 'NULL'}`,
    ...(name === 'lose' ? ['lost_at = now()'] : []),
    ...(keepsLease ? [] : ['lease_expires_at = NULL', 'lease_token = c.lease_token + 1']),
  ]
}

/** What a move of several notes of each, all of it or none. */
type NotedOfEach = Pick<Noted, 'theirs' | 'theirsModifiedAt' | 'alike' | 'token'>
const TYPES = { theirs: 'jsonb', theirsModifiedAt: 'timestamptz', alike: 'jsonb', token: 'text' } as const

export interface MoveOfSeveral {
  readonly readyInMs?: number
  /** Further assignments, as SQL. */
  readonly also?: readonly string[]
  readonly keepsLease?: boolean
}

/**
 * The same for several at once, in one statement.
 * @param moved all note the same fields
 * @returns by id, those that nobody else has moved
 */
export async function moveAll(
  sql: Sql,
  moved: readonly (Moved & { readonly noted: NotedOfEach })[],
  name: ChangeMove,
  { readyInMs = 0, also = [], keepsLease = false }: MoveOfSeveral = {},
): Promise<ReadonlyMap<string, Change>> {
  const [first] = moved
  if (first === undefined) return new Map()
  const names = Object.keys(first.noted) as (keyof typeof TYPES)[]
  const rows = moved.map(({ id, leaseToken, noted }) => ({
    ...{ id, lease_token: leaseToken },
    ...Object.fromEntries(names.map((field) => [columnName(field), noted[field]])),
  }))
  const types = ['id uuid', 'lease_token integer', ...names.map((field) => `${columnName(field)} ${TYPES[field]}`)]
  const assignments = [
    ...assignmentsOf(name, '$2', keepsLease),
    'waiting_for = NULL',
    ...names.map((field) => `${columnName(field)} = m.${columnName(field)}`),
    ...also,
  ]
  // In one order for all who move several: two of them do not wait for each other.
  const changes = await sql.query<Change>(
    `WITH m AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($1::jsonb) AS m (${types.join(', ')})),
     locked AS MATERIALIZED (SELECT c.id FROM pms_change c JOIN m ON m.id = c.id ORDER BY c.id FOR UPDATE OF c)
     UPDATE pms_change c SET ${assignments.join(', ')} FROM m, locked
     WHERE c.id = m.id AND c.id = locked.id AND (m.lease_token IS NULL OR c.lease_token = m.lease_token)
       AND ${mayMove(name)} RETURNING ${COLUMNS}`,
    [JSON.stringify(rows), readyInMs],
  )
  return new Map(changes.map((change) => [change.id, change]))
}
