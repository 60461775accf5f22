import type { Change } from '../../entities/change.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { ofHotel } from '../../hotels/of-hotel.ts'
import { createDeadline } from '../../platform/deadline.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { current, type Held, letGo } from '../parts/hold.ts'
import { openDesk, requireDesk } from '../parts/open.ts'
import { lookLater } from './failure.ts'
import { sendChange } from './send.ts'
import { verify } from './verify.ts'

/**
 * Brings a change that this worker has claimed as far as it comes. Returns it as it stands then; only a lost database is
 * thrown.
 */
export async function workOn(everywhere: ChangeDeps, claimed: Change, shutdown?: AbortSignal): Promise<Change> {
  const deps = ofHotel(everywhere, claimed.hotelId)
  const held: Held = { change: claimed, sinceMs: performance.now() }
  const tooLate = new PmsIntegrationError('PROVIDER_TIMEOUT', 'The PMS did not answer in time.')
  using deadline = createDeadline(deps.changeTiming.leaseMs * 0.9, tooLate)
  deadline.start()
  const signal = shutdown === undefined ? deadline.signal : AbortSignal.any([deadline.signal, shutdown])
  try {
    return await takeStep(deps, held, signal)
  } catch (error) {
    if (error instanceof PmsIntegrationError && error.code === 'SYNC_LEASE_LOST') return current(deps, held)
    throw error
  }
}

function takeStep(deps: ChangeDeps, held: Held, signal: AbortSignal): Promise<Change> {
  switch (held.change.state) {
    case 'PENDING':
      return sendChange(deps, held, signal)
    case 'SENDING':
      return letGo(deps, held, 'lose', { error: 'The worker that sent it is gone.', attempts: 0, readyInMs: 0 })
    default:
      return lookAgain(deps, held, signal)
  }
}

async function lookAgain(deps: ChangeDeps, held: Held, signal: AbortSignal): Promise<Change> {
  try {
    const desk = openDesk(deps, await requireDesk(deps, held.change), { signal })
    return await verify(deps, held, desk)
  } catch (error) {
    if (error instanceof PmsIntegrationError && error.code !== 'SYNC_LEASE_LOST') return lookLater(deps, held, error)
    throw error
  }
}
