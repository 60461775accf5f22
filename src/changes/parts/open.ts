import { accountOf } from '../../configurations/account.ts'
import { allowedActions } from '../../configurations/actions.ts'
import { type Connection, openConnection } from '../../configurations/connection.ts'
import { findConfiguration } from '../../configurations/rows.ts'
import type { Change } from '../../entities/change.ts'
import type { Configuration } from '../../entities/configuration.ts'
import type { Hotel } from '../../entities/hotel.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { requireHotelRow } from '../../hotels/hotels.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { PmsProviderAdapter, ProviderContext } from '../../providers/provider.ts'
import type { WriteAction } from '../../providers/write.ts'
import type { ActionName } from '../../records/changes/actions.ts'

import type { ChangeDeps } from './deps.ts'

/** A hotel's PMS, as far as something may be changed there. */
export interface Desk {
  readonly adapter: PmsProviderAdapter
  readonly write: WriteAction
  readonly hotel: Hotel
  readonly configuration: Configuration
  readonly account: string
}

/**
 * Where changes of a hotel go.
 * @throws PmsIntegrationError ACCOUNT_CHANGED when there is none, UNSUPPORTED_CAPABILITY
 */
export async function findDesk(
  { database, adapters }: { readonly database: Sql } & Pick<ChangeDeps, 'adapters'>,
  { hotelId, provider, action }: { hotelId: string; provider: string; action: ActionName },
): Promise<Desk> {
  const [hotel, configuration] = await Promise.all([
    requireHotelRow(database, hotelId),
    findConfiguration(database, { hotelId, provider }),
  ])
  return deskOf(adapters(provider), action, { hotel, configuration })
}

/** @throws as `findDesk` */
export function deskOf(
  adapter: PmsProviderAdapter,
  action: ActionName,
  { hotel, configuration }: { readonly hotel: Hotel; readonly configuration: Configuration | null },
): Desk {
  if (configuration === null)
    throw new PmsIntegrationError('ACCOUNT_CHANGED', 'The hotel is no longer connected to this PMS.')
  const write = adapter.write?.[action]
  if (write === undefined)
    throw new PmsIntegrationError('UNSUPPORTED_CAPABILITY', `${adapter.name} cannot do this.`, { field: 'action' })
  return { adapter, write, hotel, configuration, account: accountOf(adapter, configuration) }
}

/** @throws PmsIntegrationError WRITES_DISABLED */
export function requireAllowed({ adapter, configuration }: Desk, action: ActionName): void {
  if (allowedActions(adapter, configuration).includes(action)) return
  const message = configuration.writeEnabled
    ? 'This hotel does not allow this at its PMS.'
    : 'Changes at the PMS are switched off for this hotel.'
  throw new PmsIntegrationError('WRITES_DISABLED', message)
}

/** The desk that a change was meant for. @throws as `findDesk`; ACCOUNT_CHANGED, CONFIGURATION_DISABLED, WRITES_DISABLED */
export async function requireDesk(deps: ChangeDeps, change: Change): Promise<Desk> {
  const desk = await findDesk(deps, change)
  if (desk.account !== change.account)
    throw new PmsIntegrationError(
      'ACCOUNT_CHANGED',
      'The hotel is connected to another account than this was meant for.',
    )
  if (!desk.configuration.enabled) throw new PmsIntegrationError('CONFIGURATION_DISABLED', 'The connection is paused.')
  if (change.state === 'PENDING') requireAllowed(desk, change.action)
  return desk
}

export interface OpenDesk extends Desk {
  readonly connection: Connection
  readonly ctx: ProviderContext
}

interface DeskOptions {
  readonly signal: AbortSignal
  readonly onLeaving?: () => Promise<void>
  readonly isOfSet?: boolean
  /** How long a request may wait for the vendor's allowance. */
  readonly maxWaitMs?: number
}

/** @throws PmsIntegrationError CREDENTIALS_UNREADABLE, BAD_USER_INPUT for stored ones that no longer fit */
export function openDesk(deps: ChangeDeps, desk: Desk, { isOfSet = false, ...options }: DeskOptions): OpenDesk {
  const { adapter, hotel, configuration } = desk
  const connection = openConnection(deps, adapter, hotel, configuration)
  // A change tries again by itself, and holds no place while it waits.
  const limits = { maxRetries: 0, timeoutMs: deps.changeTiming.timeoutMs, maxWaitMs: MAX_WAIT_MS }
  const lane = isOfSet ? 'SETS' : 'CHANGES'
  const ctx = deps.openContext({ adapter, connection, lane, ...limits, ...options })
  return { ...desk, connection, ctx }
}

const MAX_WAIT_MS = 5_000
