import type { FetchedPage, FetchWindow } from '../provider.ts'
import { walkByCursor } from '../transport/walk.ts'
import { enterprises } from './client.ts'
import { limits } from './limits.ts'
import { type List, readByIds, readPage } from './operations/lists.ts'
import type { MewsContext } from './settings.ts'

export const TASKS: List = { operation: 'tasks/getAll', field: 'Tasks' }

/** Walks through the tasks, all of them each time: nothing tells when one was changed. New ones come first. */
export function fetchMaintenanceRequests(ctx: MewsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const count = Math.max(1, Math.min(limits.pageSize, window.limit ?? limits.pageSize))
  return walkByCursor(window.cursor, async (after) => {
    const page = await readPage(ctx, TASKS, enterprises(ctx), { after, count })
    return { items: page.items, next: page.after }
  })
}

export async function fetchMaintenanceRequest(ctx: MewsContext, id: string): Promise<unknown | null> {
  const [task = null] = await fetchMaintenanceRequestsById(ctx, [id])
  return task
}

export async function fetchMaintenanceRequestsById(ctx: MewsContext, ids: readonly string[]): Promise<unknown[]> {
  return readByIds(ctx, TASKS, 'TaskIds', ids, enterprises(ctx))
}
