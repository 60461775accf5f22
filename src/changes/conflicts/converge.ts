import { syncedTables } from '../../entities/all.ts'
import type { Change } from '../../entities/change.ts'
import { selectList } from '../../entities/select.ts'
import type { ScopedTransaction, Sql } from '../../platform/database/database.ts'
import type { Facts } from '../../providers/write.ts'
import { GROUP_NAMES, pickGroups } from '../../records/changes/groups.ts'
import type { RowType } from '../../records/entity-type.ts'
import { announceChange } from '../parts/announce.ts'
import { decide } from '../parts/compare.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { noteEnd } from '../parts/hold.ts'
import { COLUMNS, move, type Noted } from '../parts/rows.ts'
import { versionOf } from './resolve.ts'

const BATCH = 50

/**
 * Conflicts end by themselves where the PMS comes to what was wanted or back to what was there, as whatever was read since
 * tells; else they show what the PMS has by now.
 */
export async function convergeConflicts(deps: ChangeDeps): Promise<void> {
  const types = await deps.database.query<{ type: RowType }>(
    `SELECT DISTINCT entity_type AS type FROM pms_change c WHERE c.state = 'CONFLICT'`,
  )
  for (const { type } of types) {
    const moved = await deps.database.transaction((tx) => converge(deps, tx, type))
    for (const change of moved) announceChange(deps, change)
    for (const { id, state } of moved) if (state === 'PENDING') await deps.enqueueChange(id)
  }
}

type Row = Record<string, unknown> & { readonly deletedAt: Date | null; readonly externalUpdatedAt: Date | null }

async function converge({ adapters }: ChangeDeps, tx: ScopedTransaction, type: RowType): Promise<Change[]> {
  const moved: Change[] = []
  for (const { change, row } of await findTouched(tx, type)) {
    const theirs = row.deletedAt === null ? factsOf(row) : null
    const write = adapters(change.provider).write?.[change.action]
    const wish = { ...change, base: change.base ?? {}, wanted: change.wanted ?? {} }
    const decision = decide(wish, theirs, { carries: write?.carries ?? [] })
    const seen = theirs && {
      theirs: { ...change.theirs, ...pickGroups(theirs.values, change.groups) },
      theirsModifiedAt: theirs.modifiedAt,
    }
    const step = stepOf(decision, seen ?? {}, change)
    const next = await move(tx, { id: change.id, leaseToken: null }, step.name, step.noted)
    if (next === null) continue
    if (next.endedAt !== null) await noteEnd(tx, next, null)
    if (next.state !== 'CONFLICT' || versionOf(next) !== versionOf(change)) moved.push(next)
  }
  return moved
}

type Step = { readonly name: 'apply' | 'resolve' | 'cancel' | 'contest'; readonly noted: Noted }

function stepOf(decision: ReturnType<typeof decide>, seen: Noted, { contested, error }: Change): Step {
  switch (decision.kind) {
    case 'IS_SO':
      return { name: 'apply', noted: { ...seen, resolution: 'SAME', error: null } }
    case 'SEND':
      return { name: 'resolve', noted: { ...seen, resolution: 'SAME', error: null, attempts: 0 } }
    case 'REFUSED':
      return { name: 'cancel', noted: { ...seen, errorCode: decision.code, error: decision.message } }
    case 'CONFLICT':
      return { name: 'contest', noted: { ...seen, contested: [...(decision.groups ?? contested ?? [])], error } }
  }
}

/** Rows that have been stored anew since the conflict was last looked at, and are no older than what it knows. */
async function findTouched(tx: Sql, type: RowType): Promise<{ change: Change; row: Row }[]> {
  const table = syncedTables[type]
  const changes = await tx.query<Change>(
    `SELECT ${COLUMNS} FROM pms_change c
     WHERE c.state = 'CONFLICT' AND c.entity_type = $1 AND EXISTS (
       SELECT FROM ${table.meta.tableName} r WHERE r.hotel_id = c.hotel_id AND r.id = c.entity_id
         AND r.updated_at > c.ready_at
         AND (r.deleted_at IS NOT NULL OR c.theirs_modified_at IS NULL OR r.external_updated_at IS NULL
              OR r.external_updated_at >= c.theirs_modified_at))
     ORDER BY c.id LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED`,
    [type],
  )
  const found: { change: Change; row: Row }[] = []
  for (const change of changes) {
    const [row] = await tx.query<Row>(
      `SELECT ${selectList(table)} FROM ${table.meta.tableName} WHERE hotel_id = $1 AND id = $2`,
      [change.hotelId, change.entityId],
    )
    if (row !== undefined) found.push({ change, row })
  }
  return found
}

const factsOf = (row: Row): Facts => ({ values: pickGroups(row, GROUP_NAMES), modifiedAt: row.externalUpdatedAt })
