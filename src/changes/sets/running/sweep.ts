import type { ChangeSet } from '../../../entities/change-set.ts'
import { ofHotel } from '../../../hotels/of-hotel.ts'
import type { ChangeDeps } from '../../parts/deps.ts'
import { SET_COLUMNS } from '../rows.ts'
import { advanceSet, findIdleSets } from './advance.ts'
import { giveUpItems, holdItems, NO_REASON } from './take-back.ts'

/**
 * Brings on what runs and nobody has looked after, and takes back what came to stand to be sent again while its set no longer
 * runs. Every worker calls it each second.
 */
export async function sweepSets(deps: ChangeDeps): Promise<void> {
  for (const set of await findStraySets(deps)) {
    const { database } = ofHotel(deps, set.hotelId)
    await database.transaction((tx) =>
      set.state === 'PAUSED' ? holdItems(tx, set) : giveUpItems(tx, set, { ...NO_REASON, ...reasonOf(set) }),
    )
  }
  for (const { id, hotelId } of await findIdleSets(deps.database)) await advanceSet(ofHotel(deps, hotelId), id)
}

const reasonOf = ({ errorCode, error }: ChangeSet) => ({ errorCode, error })

/** What was sent before a set was paused or stopped, and then found not to be done. */
function findStraySets({ database }: ChangeDeps): Promise<ChangeSet[]> {
  return database.query<ChangeSet>(
    `SELECT ${SET_COLUMNS} FROM pms_change_set s WHERE s.state IN ('PAUSED', 'STOPPED') AND s.id IN (
       SELECT c.set_id FROM pms_change c WHERE c.state = 'PENDING' AND c.set_id IS NOT NULL AND c.round = 0)`,
  )
}
