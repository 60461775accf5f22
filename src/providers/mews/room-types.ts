import { z } from 'zod'
import type { FetchedPage, FetchWindow } from '../provider.ts'
import { CATEGORIES, isStay, type PropertyCatalog, readCatalog } from './catalog.ts'
import { enterprises } from './client.ts'
import { readByIds, readPage } from './operations/lists.ts'
import type { MewsContext } from './settings.ts'
import { walkIntervals } from './walk/intervals.ts'

/** Walks through the categories that people stay in, all of them each time: they are few and tell no time of change. */
export async function* fetchRoomTypes(ctx: MewsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const parameters = active(ctx, await readCatalog(ctx))
  yield* walkIntervals(ctx, window, {
    begin: null,
    read: async (filter, page) => {
      const { items, after } = await readPage(ctx, CATEGORIES, { ...parameters, ...filter }, page)
      return { items: items.filter(isRoomType), after }
    },
  })
}

export async function fetchRoomType(ctx: MewsContext, id: string): Promise<unknown | null> {
  const [type = null] = await fetchRoomTypesById(ctx, [id])
  return type
}

export async function fetchRoomTypesById(ctx: MewsContext, ids: readonly string[]): Promise<unknown[]> {
  const parameters = active(ctx, await readCatalog(ctx))
  return (await readByIds(ctx, CATEGORIES, 'ResourceCategoryIds', ids, parameters)).filter(isRoomType)
}

const typed = z.object({ Type: z.string() })

/** One whose type cannot be read is passed on, to be refused or read by name. */
function isRoomType(category: unknown): boolean {
  const read = typed.safeParse(category)
  return !read.success || isStay(read.data)
}

const active = (ctx: MewsContext, { serviceIds }: PropertyCatalog) => ({
  ...enterprises(ctx),
  ServiceIds: serviceIds,
  ActivityStates: ['Active'],
})
