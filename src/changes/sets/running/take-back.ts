import type { Change } from '../../../entities/change.ts'
import type { ChangeSet } from '../../../entities/change-set.ts'
import type { ScopedTransaction } from '../../../platform/database/database.ts'
import { rebaseSuccessors } from '../../parts/hold.ts'
import { mayMove } from '../../parts/life.ts'
import { COLUMNS } from '../../parts/rows.ts'
import { dropDrafts } from '../rows.ts'

type Because = Parameters<typeof dropDrafts>[2]

/** Nothing is known of why. */
export const NO_REASON: Because = { errorCode: null, error: null }

/** Items of which nothing is on its way are drafts again, whoever has them in hand. */
export async function holdItems(tx: ScopedTransaction, { hotelId, id }: ChangeSet): Promise<Change[]> {
  const held = await tx.query<Change>(
    `WITH locked AS MATERIALIZED (SELECT c.id FROM pms_change c
       WHERE c.hotel_id = $1 AND c.set_id = $2 AND c.round = 0 AND ${mayMove('hold')} ORDER BY c.id FOR UPDATE)
     UPDATE pms_change c SET state = 'DRAFT', waiting_for = NULL, updated_at = now(), lease_expires_at = NULL,
       lease_token = c.lease_token + 1
     FROM locked WHERE c.id = locked.id RETURNING ${COLUMNS}`,
    [hotelId, id],
  )
  await tx.query('UPDATE pms_change_set SET released = released - $2, released_line = 0 WHERE id = $1', [
    ...[id, held.length],
  ])
  // Who wanted more on top of them sees what was there before.
  for (const change of held) await rebaseSuccessors(tx, change)
  return held
}

/** The same, and all that were not sent are given up. */
export async function giveUpItems(tx: ScopedTransaction, set: ChangeSet, because: Because): Promise<Change[]> {
  const held = await holdItems(tx, set)
  await dropDrafts(tx, set, because)
  return held
}
