import { syncedTables } from '../../entities/all.ts'
import type { Change } from '../../entities/change.ts'
import { selectList } from '../../entities/select.ts'
import { audit } from '../../hotels/audit.ts'
import { ofHotel } from '../../hotels/of-hotel.ts'
import type { ScopedTransaction, Sql } from '../../platform/database/database.ts'
import { actionOf } from '../../records/changes/actions.ts'
import { agree, GROUP_NAMES, pickGroups, wordsOf } from '../../records/changes/groups.ts'
import type { RowType } from '../../records/entity-type.ts'
import { showChange } from '../parts/announce.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { auditDetails } from '../parts/hold.ts'
import { openDesk, requireDesk } from '../parts/open.ts'
import { COLUMNS } from '../parts/rows.ts'
import { readFacts } from '../parts/sight.ts'

/**
 * What a worker that was frozen between its check and its first byte may have done a second time, long after another one
 * had taken over. It is found by what the PMS shows since: nothing can keep it from happening.
 */

const BATCH = 50
/** Such a process wakes within that, or never. */
const DAYS = 3
const LOOK_EVERY_HOURS = 20
/** Over, and nobody knew for a while what had come of it. */
const WAS_LOST = `c.lost_at > now() - ${DAYS} * interval '1 day' AND c.repeated_at IS NULL AND c.ended_at IS NOT NULL`

export async function findRepeated(deps: ChangeDeps): Promise<void> {
  const types = await deps.database.query<{ type: RowType }>(
    `SELECT DISTINCT entity_type AS type FROM pms_change c WHERE ${WAS_LOST}`,
  )
  for (const { type } of types) {
    const found = await deps.database.transaction((tx) => lookAtRows(tx, type))
    for (const change of found) tell(deps, change)
  }
  if (types.length > 0) await lookForTwins(deps)
}

/**
 * A thing that had something else after the change, and has what was wanted once more, though nobody has asked for it again.
 * @returns changes that were found
 */
async function lookAtRows(tx: ScopedTransaction, type: RowType): Promise<Change[]> {
  const table = syncedTables[type]
  const changes = await tx.query<Change>(
    `SELECT ${COLUMNS} FROM pms_change c WHERE ${WAS_LOST} AND c.entity_type = $1 AND c.wanted IS NOT NULL AND EXISTS (
       SELECT FROM ${table.meta.tableName} r WHERE r.hotel_id = c.hotel_id AND r.id = c.entity_id
         AND r.updated_at > coalesce(c.moved_on_at, c.ended_at))
     ORDER BY c.id LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED`,
    [type],
  )
  const found: Change[] = []
  for (const change of changes.filter(({ action }) => !actionOf(action).creates)) {
    const [row] = await tx.query<Record<string, unknown>>(
      `SELECT ${selectList(table)} FROM ${table.meta.tableName} WHERE hotel_id = $1 AND id = $2`,
      [change.hotelId, change.entityId],
    )
    const theirs = pickGroups(row ?? {}, GROUP_NAMES)
    const isWanted = change.groups.every((group) => agree(group, theirs, change.wanted ?? {}))
    if (!isWanted) await tx.query('UPDATE pms_change SET moved_on_at = now() WHERE id = $1', [change.id])
    else if (change.movedOnAt !== null && !(await isAskedAgain(tx, change)))
      found.push(
        await note(tx, change, `The PMS has the ${wordsOf(change.groups)} of this again, after it had another.`),
      )
  }
  return found
}

async function isAskedAgain(tx: Sql, { hotelId, entityType, entityId, number }: Change): Promise<boolean> {
  const later = await tx.query(
    `SELECT FROM pms_change WHERE hotel_id = $1 AND entity_type = $2 AND entity_id = $3 AND number > $4
       AND state NOT IN ('REJECTED', 'CANCELLED', 'SUPERSEDED', 'EXPIRED', 'DRAFT')`,
    [hotelId, entityType, entityId, number],
  )
  return later.length > 0
}

/** Of what was made there are two that are alike: only the PMS tells. It is asked once a night. */
async function lookForTwins(deps: ChangeDeps): Promise<void> {
  const due = await deps.database.query<Change>(
    `WITH due AS MATERIALIZED (
       SELECT c.id FROM pms_change c WHERE ${WAS_LOST} AND c.alike IS NOT NULL AND c.ready_at <= now()
       ORDER BY c.id LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED)
     UPDATE pms_change c SET ready_at = now() + ${LOOK_EVERY_HOURS} * interval '1 hour'
     FROM due WHERE c.id = due.id RETURNING ${COLUMNS}`,
  )
  for (const change of due) {
    const own = ofHotel(deps, change.hotelId)
    const found = await findTwins(own, change).catch((error: unknown) => {
      deps.log.debug({ err: error, changeId: change.id }, 'It could not be looked whether a change was done twice')
      return 0
    })
    if (found < 2) continue
    const words = `The PMS has ${found} of what was to be made once.`
    tell(own, await own.database.transaction((tx) => note(tx, change, words)))
  }
}

async function findTwins(deps: ChangeDeps, change: Change): Promise<number> {
  const signal = AbortSignal.timeout(deps.changeTiming.timeoutMs)
  const facts = await readFacts(openDesk(deps, await requireDesk(deps, change), { signal }), change)
  return (facts?.alike ?? []).filter((id) => !(change.alike ?? []).includes(id)).length
}

const ADVICE = 'A request that was late may have done it twice: look at the PMS.'

async function note(tx: ScopedTransaction, { id, hotelId }: Change, words: string): Promise<Change> {
  const [noted] = await tx.query<Change>(
    `UPDATE pms_change c SET repeated_at = now(), updated_at = now(), error = $2 WHERE c.id = $1 RETURNING ${COLUMNS}`,
    [id, `${words} ${ADVICE}`],
  )
  audit(tx, { hotelId, actor: null, action: 'change.repeated', details: auditDetails(noted as Change) })
  return noted as Change
}

function tell(deps: ChangeDeps, change: Change): void {
  deps.log.warn(
    { changeId: change.id, hotelId: change.hotelId, action: change.action },
    'A change seems to be done twice',
  )
  showChange(deps, change)
}
