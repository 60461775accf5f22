import type { ConfigurationKey } from '../configurations/rows.ts'
import type { Change } from '../entities/change.ts'
import type { ScopedTransaction } from '../platform/database/database.ts'
import { noteEnd } from './parts/hold.ts'
import { COLUMNS, move, OPEN } from './parts/rows.ts'
import { mayMoveSet } from './sets/life.ts'
import { strandSet } from './sets/strand.ts'

/**
 * The hotel is connected to this account by now, or to none: what was meant for another one and has not left is cancelled,
 * and what has left waits for a person.
 */
export async function settleAccount(
  tx: ScopedTransaction,
  { hotelId, provider }: ConfigurationKey,
  account: string | null,
): Promise<void> {
  const stranded = await tx.query<Change>(
    `SELECT ${COLUMNS} FROM pms_change c WHERE c.hotel_id = $1 AND c.provider = $2
       AND ${OPEN}
       AND c.account IS DISTINCT FROM $3 ORDER BY c.number FOR UPDATE`,
    [hotelId, provider, account],
  )
  const errorCode = 'ACCOUNT_CHANGED'
  const error = 'The hotel is connected to another account than this was meant for.'
  for (const { id, state } of stranded) {
    const whoever = { id, leaseToken: null }
    const hasLeft = state === 'SENDING' || state === 'AWAITING' || state === 'UNKNOWN'
    const name = hasLeft ? (state === 'UNKNOWN' ? 'doubt' : 'lose') : 'cancel'
    const moved = await move(tx, whoever, name, { errorCode, error, ...(hasLeft && { waitingFor: 'PERSON' }) })
    if (moved !== null && moved.endedAt !== null) await noteEnd(tx, moved, null)
  }
  const sets = await tx.query<{ id: string }>(
    `SELECT id FROM pms_change_set s WHERE s.hotel_id = $1 AND s.provider = $2 AND ${mayMoveSet('strand')}
       AND s.account IS DISTINCT FROM $3 ORDER BY id FOR UPDATE`,
    [hotelId, provider, account],
  )
  for (const { id } of sets) await strandSet(tx, { id, leaseToken: null })
}
