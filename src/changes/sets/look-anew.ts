import type { ChangeSet } from '../../entities/change-set.ts'
import { audit } from '../../hotels/audit.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { announceSet } from './announce.ts'
import { requireMoved, requireSet } from './rows.ts'
import { requireSetDesk } from './set-desk.ts'

/**
 * Has a set looked at anew, from its first item.
 * @throws PmsIntegrationError NOT_FOUND, CHANGE_SET_STATE once it runs, ACCOUNT_CHANGED, CONFIGURATION_DISABLED, WRITES_DISABLED
 */
export async function lookAnew(deps: ChangeDeps, { id, actor }: { id: string; actor: string }): Promise<ChangeSet> {
  await requireSetDesk(deps, await requireSet(deps.database, id))
  const set = await deps.database.transaction(async (tx) => {
    const blank = { lookedLine: 0, previewHash: null, errorCode: null, error: null, attempts: 0 }
    const moved = await requireMoved(tx, id, 'look', { ...blank, also: ['previewed_at = NULL'] })
    await tx.query(
      `UPDATE pms_change_set_item SET outcome = NULL, error_code = NULL, error = NULL
       WHERE hotel_id = $1 AND set_id = $2 AND change_id IS NOT NULL AND outcome IS NOT NULL`,
      [moved.hotelId, id],
    )
    const { hotelId, action, provider } = moved
    audit(tx, { hotelId, actor, action: 'change-set.previewed', details: { changeSetId: id, provider, action } })
    return moved
  })
  announceSet(deps, set)
  return set
}
