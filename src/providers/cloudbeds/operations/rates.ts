import { z } from 'zod'
import type { Query } from '../../transport/rest.ts'
import { get, propertyOf } from '../client.ts'
import type { CloudbedsContext } from '../settings.ts'

const answer = z.object({ data: z.array(z.unknown()).nullish() })

/** The rates that are sold in a range of days, each of one plan and one room type. The list is not paged. */
export async function readRates(ctx: CloudbedsContext, query: Query): Promise<readonly unknown[]> {
  // Beds in dormitories are rooms.
  const all = { propertyIDs: propertyOf(ctx), includeSharedRooms: true, ...query }
  return (await get(ctx, 'getRatePlans', all, answer)).data ?? []
}
