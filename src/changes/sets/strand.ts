import type { ChangeSet } from '../../entities/change-set.ts'
import { audit } from '../../hotels/audit.ts'
import type { ScopedTransaction } from '../../platform/database/database.ts'
import { dropDrafts, type MovedSet, moveSet } from './rows.ts'

const because = {
  errorCode: 'ACCOUNT_CHANGED',
  error: 'The hotel is connected to another account than this was meant for.',
} as const

/** What of it was sent is a change like any other; what was not is given up. Null: it is over, or somebody else has it. */
export async function strandSet(tx: ScopedTransaction, moved: MovedSet): Promise<ChangeSet | null> {
  const set = await moveSet(tx, moved, 'strand', because)
  if (set === null) return null
  await dropDrafts(tx, set, because)
  const { id: changeSetId, hotelId, provider, action } = set
  const details = { changeSetId, provider, action, errorCode: because.errorCode }
  audit(tx, { hotelId, actor: null, action: 'change-set.stopped', details })
  return set
}
