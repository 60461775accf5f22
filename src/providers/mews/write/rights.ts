import { PmsIntegrationError } from '../../../errors.ts'
import type { ActionName } from '../../../records/changes/actions.ts'
import { command, enterprise } from '../client.ts'
import type { MewsContext } from '../settings.ts'

/** The id of nothing: whatever is to be done to it is not done. */
const NOTHING = '00000000-0000-4000-8000-000000000000'

const blockOfNothing = {
  ...{ ResourceId: NOTHING, Name: 'Nothing.', Type: 'OutOfOrder' },
  ...{ StartUtc: '2000-01-01T12:00:00Z', EndUtc: '2000-01-02T12:00:00Z' },
}

interface Probe {
  readonly operation: string
  readonly parameters: object
  readonly actions: readonly ActionName[]
}

/**
 * What an access token may do stands nowhere, and each operation is permitted by itself: it is asked to do nothing, and
 * whoever may not hears so. `tasks/add` cannot be asked for nothing, so that nobody asks.
 */
const probes = (whose: object): readonly Probe[] => [
  {
    operation: 'reservations/update',
    parameters: {
      ...{ ...whose, ReservationId: NOTHING, ReservationUpdates: [{ ReservationId: NOTHING }] },
      ...{ Reprice: false, ApplyCancellationFee: false, CheckOverbooking: true },
    },
    actions: ['BOOKING_CHANGE', 'BOOKING_ROOM'],
  },
  {
    operation: 'reservations/cancel',
    parameters: {
      ...whose,
      ReservationIds: [NOTHING],
      PostCancellationFee: false,
      SendEmail: false,
      Notes: 'Nothing.',
    },
    actions: ['BOOKING_CANCEL'],
  },
  {
    operation: 'reservations/start',
    parameters: { ...whose, ReservationId: NOTHING },
    actions: ['BOOKING_CHECK_IN'],
  },
  {
    operation: 'reservations/process',
    parameters: { ...whose, ReservationId: NOTHING, CloseBills: false, AllowOpenBalance: false },
    actions: ['BOOKING_CHECK_OUT'],
  },
  {
    operation: 'serviceOrderNotes/add',
    parameters: { ServiceOrderNotes: [{ ServiceOrderId: NOTHING, Text: 'Nothing.' }] },
    actions: ['BOOKING_NOTE'],
  },
  { operation: 'resourceBlocks/add', parameters: { ResourceBlocks: [blockOfNothing] }, actions: ['ROOM_BLOCK_CREATE'] },
  {
    operation: 'resourceBlocks/delete',
    parameters: { ResourceBlockIds: [NOTHING] },
    actions: ['ROOM_BLOCK_END'],
  },
  {
    operation: 'resources/update',
    parameters: { ResourceUpdates: [{ ResourceId: NOTHING, State: { Value: 'Dirty' } }] },
    actions: ['HOUSEKEEPING_CONDITION'],
  },
  { operation: 'tasks/close', parameters: { TaskIds: [NOTHING] }, actions: ['MAINTENANCE_UPDATE'] },
]

/** Actions that this access token has no permission for. */
export async function forbiddenActions(ctx: MewsContext): Promise<ActionName[]> {
  const forbidden: ActionName[] = []
  for (const { operation, parameters, actions } of probes(enterprise(ctx))) {
    if (!(await isAllowed(ctx, operation, parameters))) forbidden.push(...actions)
  }
  return forbidden
}

async function isAllowed(ctx: MewsContext, operation: string, parameters: object): Promise<boolean> {
  try {
    await command(ctx, operation, parameters)
    return true
  } catch (error) {
    if (error instanceof PmsIntegrationError && error.code === 'PROVIDER_FORBIDDEN') return false
    throw error
  }
}
