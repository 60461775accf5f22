import type { FetchWindow } from '../../src/providers/provider.ts'
import { walkByCursor } from '../../src/providers/transport/walk.ts'
import { get } from './client.ts'
import { limits } from './limits.ts'
import type { InnkeeperContext } from './settings.ts'
import { wirePage } from './wire.ts'

/** Innkeeper lists in the order of changes; `next` stays good while items change. */
export function fetchBookings(ctx: InnkeeperContext, { since, until, cursor, limit }: FetchWindow) {
  // A full walk has no upper end: what is edited meanwhile moves there and must still be seen.
  const bounds = since === null ? {} : { since, until }
  const size = Math.min(limit ?? limits.pageSize, limits.pageSize)
  return walkByCursor(cursor, async (after) => {
    const { reservations, next, total } = await get(ctx, '/reservations', { ...bounds, after, size }, wirePage)
    return { items: reservations, next, total }
  })
}
