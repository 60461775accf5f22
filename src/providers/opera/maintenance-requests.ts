import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import type { Query } from '../transport/rest.ts'
import { type Step, walk } from '../transport/walk.ts'
import { get, hotelPath } from './client.ts'
import { maintenanceRequestIdOf } from './ids.ts'
import { RANGE_DAYS } from './limits.ts'
import type { OperaContext } from './settings.ts'
import { addDays, hotelDay } from './walk/slices.ts'

const answer = z
  .object({ roomMaintenance: z.object({ roomMaintenance: z.array(z.unknown()).nullish() }).nullish() })
  .nullable()

const position = z.object({ at: z.enum(['UnResolved', 'Resolved']) })

/**
 * Walks through all maintenance requests that are open, and those that were resolved within the last 90 days; open ones
 * first, so that one which is resolved meanwhile is in one of the two lists.
 */
export function fetchMaintenanceRequests(ctx: OperaContext, window: FetchWindow) {
  return walk<typeof position>(
    position,
    window.cursor,
    () => ({ at: 'UnResolved' }),
    async ({ at }) => {
      const days = at === 'Resolved' ? lastDays(ctx, window.until) : {}
      const items = await readRequests(ctx, { roomMaintenanceStatus: at, ...days })
      const step: Step<z.output<typeof position>> = { items, next: at === 'UnResolved' ? { at: 'Resolved' } : null }
      return step
    },
  )
}

export async function fetchMaintenanceRequest(ctx: OperaContext, id: string): Promise<unknown | null> {
  const requests = await readRequests(ctx, { maintenanceId: id, roomMaintenanceStatus: 'All' })
  return requests.find((request) => maintenanceRequestIdOf(request) === id) ?? null
}

/** What is still to be done in a room. */
export const openRequestsOfRoom = (ctx: OperaContext, roomId: string): Promise<readonly unknown[]> =>
  readRequests(ctx, { roomId, roomMaintenanceStatus: 'UnResolved' })

/** A day more than today: the day of a hotel's books may be another than that of its clocks. */
function lastDays({ hotel }: OperaContext, until: Date): Query {
  const resolvedEndDate = addDays(hotelDay(until, hotel.timeZone), 1)
  return { resolvedStartDate: addDays(resolvedEndDate, 1 - RANGE_DAYS), resolvedEndDate }
}

async function readRequests(ctx: OperaContext, query: Query): Promise<readonly unknown[]> {
  const path = `/hsk/v1/${hotelPath(ctx)}/rooms/maintenances`
  return (await get(ctx, path, query, answer))?.roomMaintenance?.roomMaintenance ?? []
}
