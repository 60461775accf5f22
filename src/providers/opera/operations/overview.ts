import { z } from 'zod'
import type { Query } from '../../transport/rest.ts'
import { get, hotelPath } from '../client.ts'
import type { OperaContext } from '../settings.ts'
import { envelope } from '../wire.ts'
import { type OperaPage, pageOf } from './list-page.ts'

const rooms = z.object({ room: z.array(z.unknown()).nullish() }).nullish()
const overview = z
  .object({ housekeepingRoomInfo: z.object({ housekeepingRooms: rooms, ...envelope.shape }).nullish() })
  .nullable()

/** A page of the housekeeping overview. Reservations are not asked for: they name guests. */
export async function readOverview(ctx: OperaContext, asked: Query, limit: number): Promise<OperaPage> {
  const query = { ...asked, limit, fetchInstructions: ['Summary', 'TurndownInfo'] }
  const answer = await get(ctx, `/hsk/v1/${hotelPath(ctx)}/housekeepingOverview`, query, overview)
  const { housekeepingRooms, ...said } = answer?.housekeepingRoomInfo ?? {}
  return pageOf(housekeepingRooms?.room, limit, said)
}
