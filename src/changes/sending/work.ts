import type { Change } from '../../entities/change.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { ofHotel } from '../../hotels/of-hotel.ts'
import { createDeadline } from '../../platform/deadline.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { current, eachHeld, type Held, letGo } from '../parts/hold.ts'
import { openDesk, requireDesk } from '../parts/open.ts'
import { lookLater } from './failure.ts'
import { isOfSet, sendChanges } from './send.ts'
import { verifyAll } from './verify.ts'

/**
 * Brings changes that this worker has claimed as far as they come: one, or several that were claimed together. Returns them
 * as they stand then; only a lost database is thrown.
 */
export async function workOn(
  everywhere: ChangeDeps,
  claimed: readonly Change[],
  shutdown?: AbortSignal,
): Promise<Change[]> {
  const [first] = claimed
  if (first === undefined) return []
  const deps = ofHotel(everywhere, first.hotelId)
  const sinceMs = performance.now()
  const all = claimed.map((change): Held => ({ change, sinceMs }))
  const tooLate = new PmsIntegrationError('PROVIDER_TIMEOUT', 'The PMS did not answer in time.')
  using deadline = createDeadline(deps.changeTiming.leaseMs * 0.9, tooLate)
  deadline.start()
  const signal = shutdown === undefined ? deadline.signal : AbortSignal.any([deadline.signal, shutdown])
  try {
    return await takeStep(deps, all, first, signal)
  } catch (error) {
    if (!(error instanceof PmsIntegrationError) || error.code !== 'SYNC_LEASE_LOST') throw error
    return Promise.all(all.map((held) => current(deps, held)))
  }
}

function takeStep(deps: ChangeDeps, all: readonly Held[], { state }: Change, signal: AbortSignal): Promise<Change[]> {
  switch (state) {
    case 'PENDING':
      return sendChanges(deps, all, signal)
    case 'SENDING':
      return eachHeld(deps, all, (held) =>
        letGo(deps, held, 'lose', { error: 'The worker that sent it is gone.', attempts: 0, readyInMs: 0 }),
      )
    default:
      return lookAgain(deps, all, signal)
  }
}

async function lookAgain(deps: ChangeDeps, all: readonly Held[], signal: AbortSignal): Promise<Change[]> {
  try {
    const found = await requireDesk(deps, (all[0] as Held).change)
    return await verifyAll(deps, all, openDesk(deps, found, { signal, isOfSet: isOfSet(all) }))
  } catch (error) {
    if (!(error instanceof PmsIntegrationError) || error.code === 'SYNC_LEASE_LOST') throw error
    return eachHeld(deps, all, (held) => lookLater(deps, held, error))
  }
}
