import { v5 as uuidv5 } from 'uuid'
import type { Change } from '../../entities/change.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { Facts, Outgoing } from '../../providers/write.ts'
import type { Values } from '../../records/changes/groups.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { changeLost, type Held, requireTime } from '../parts/hold.ts'
import { moveAll } from '../parts/rows.ts'

/** A change on its way, and what it was compared with. */
export interface Leaving {
  readonly held: Held
  readonly before: Facts
  /** What goes for all that the request carries. */
  readonly values: Values
}

/** Changes of one request, and whether a byte of it has left. */
export interface Departure {
  leaving: readonly Leaving[]
  hasLeft: boolean
}

/** What a vendor knows the request by: the same each time, until somebody has it sent anew. */
export const keyOf = ({ id, round }: Pick<Change, 'id' | 'round'>) => (round === 0 ? id : uuidv5(`${round}`, id))

/** What is noted of the look before a request. */
export const seenBefore = ({ values, modifiedAt, alike }: Facts) => ({
  ...{ theirs: values, theirsModifiedAt: modifiedAt },
  alike: alike === undefined ? null : [...alike],
})

export function outgoing({ database }: ChangeDeps, { held: { change }, before, values }: Leaving): Outgoing {
  const { id, externalId, wanted, options, step } = change
  return {
    ...{ id: keyOf(change), externalId, wanted: wanted ?? {}, values, before, options, step },
    async remember(next) {
      const kept = await database.query(
        'UPDATE pms_change SET step = $3 WHERE id = $1 AND lease_token = $2 RETURNING 1',
        [id, change.leaseToken, JSON.stringify(next)],
      )
      if (kept.length === 0) throw changeLost()
    },
  }
}

/**
 * The intent of each is durable before the first byte of all, and the byte follows soon after. Where one of them was taken
 * over, such as by a person who cancels it, none leaves.
 */
export async function noteDeparture(deps: ChangeDeps, departure: Departure, settleMs: number): Promise<void> {
  for (const { held } of departure.leaving) requireTime(deps, held)
  const startedAtMs = performance.now()
  const { leaseMs, timeoutMs, leaveWithinMs } = deps.changeTiming
  const readyInMs = leaseMs + timeoutMs + settleMs
  const moved = departure.leaving.map(({ held: { change }, before }) => ({
    ...{ id: change.id, leaseToken: change.leaseToken },
    noted: { ...seenBefore(before), token: change.round > 0 ? keyOf(change) : change.token },
  }))
  await deps.database.transaction(async (tx) => {
    const also = ['sent_at = now()', 'sendings = c.sendings + 1']
    const left = await moveAll(tx, moved, 'leave', { readyInMs, also, keepsLease: true })
    if (left.size < moved.length) throw changeLost()
  })
  if (performance.now() - startedAtMs > leaveWithinMs)
    throw new PmsIntegrationError('PROVIDER_TIMEOUT', 'It took too long until the request could leave.', {
      sent: false,
    })
  departure.hasLeft = true
}
