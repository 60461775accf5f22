import type { Change } from '../../entities/change.ts'
import type { ScopedTransaction, Sql } from '../../platform/database/database.ts'
import { convergeConflicts } from '../conflicts/converge.ts'
import { announceChange } from '../parts/announce.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { noteEnd, withOwed } from '../parts/hold.ts'
import { mayMove } from '../parts/life.ts'
import { COLUMNS, OPEN } from '../parts/rows.ts'

const BATCH = 100

/** Ends what was not sent in time, and notes what the others wait for. Every worker calls it each second. */
export async function sweepChanges(deps: ChangeDeps): Promise<void> {
  const expired = await deps.database.transaction((tx) => expire(deps, tx))
  for (const change of expired) announceChange(deps, change)
  await convergeConflicts(deps)
  await noteWaits(deps.database)
}

async function expire(deps: ChangeDeps, tx: ScopedTransaction): Promise<Change[]> {
  const expired = await tx.query<Change>(
    `WITH late AS MATERIALIZED (
       SELECT c.id FROM pms_change c WHERE ${mayMove('expire')} AND c.expires_at <= now()
         AND (c.lease_expires_at IS NULL OR c.lease_expires_at <= now())
       ORDER BY c.ready_at LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED)
     UPDATE pms_change c SET state = 'EXPIRED', ended_at = now(), updated_at = now(), waiting_for = NULL,
       lease_token = c.lease_token + 1, error = 'It could not be sent in time.'
     FROM late WHERE c.id = late.id RETURNING ${COLUMNS}`,
  )
  for (const change of expired) {
    await noteEnd(tx, change, null)
    const error = withOwed(deps, change, change.error ?? '')
    if (error !== change.error) await tx.query('UPDATE pms_change SET error = $2 WHERE id = $1', [change.id, error])
  }
  return expired
}

/** What only other rows tell: that it is not its turn, that the hotel is paused, that writing is switched off. */
async function noteWaits(sql: Sql): Promise<void> {
  await sql.query(
    `UPDATE pms_change c SET waiting_for = due.reason, updated_at = now()
     FROM (
       SELECT c.id, CASE
         WHEN NOT f.enabled THEN 'PAUSED'
         WHEN NOT f.write_enabled THEN 'WRITES_OFF'
         WHEN EXISTS (SELECT FROM pms_change earlier
           WHERE earlier.hotel_id = c.hotel_id AND earlier.entity_type = c.entity_type
             AND earlier.entity_id = c.entity_id AND earlier.number < c.number
             AND ${OPEN.replace('c.', 'earlier.')}) THEN 'TURN'
         WHEN c.waiting_for IN ('PAUSED', 'WRITES_OFF', 'TURN') THEN NULL
         ELSE c.waiting_for END AS reason
       FROM pms_change c JOIN pms_configuration f ON f.hotel_id = c.hotel_id AND f.provider = c.provider
       WHERE c.state = 'PENDING'
     ) AS due
     WHERE c.id = due.id AND c.state = 'PENDING' AND c.waiting_for IS DISTINCT FROM due.reason`,
  )
}
