import type { ChangeSet } from '../../entities/change-set.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { type Desk, findDesk, requireAllowed } from '../parts/open.ts'

/**
 * The desk that a set was meant for.
 * @throws PmsIntegrationError ACCOUNT_CHANGED, CONFIGURATION_DISABLED, WRITES_DISABLED, UNSUPPORTED_CAPABILITY
 */
export async function requireSetDesk(deps: ChangeDeps, set: ChangeSet): Promise<Desk> {
  const desk = await findDesk(deps, set)
  if (desk.account !== set.account)
    throw new PmsIntegrationError(
      'ACCOUNT_CHANGED',
      'The hotel is connected to another account than this was meant for.',
    )
  if (!desk.configuration.enabled)
    throw new PmsIntegrationError('CONFIGURATION_DISABLED', 'The connection is paused; the PMS cannot be asked.')
  requireAllowed(desk, set.action)
  return desk
}
