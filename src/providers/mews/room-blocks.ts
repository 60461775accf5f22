import { z } from 'zod'
import type { FetchedPage, FetchWindow } from '../provider.ts'
import { readable } from './catalog.ts'
import { enterprises } from './client.ts'
import { readResourceNames } from './join/parts.ts'
import { type List, readByIds, readPage } from './operations/lists.ts'
import type { MewsContext } from './settings.ts'
import { walkIntervals } from './walk/intervals.ts'

export const BLOCKS: List = { operation: 'resourceBlocks/getAll', field: 'ResourceBlocks' }

/** Walks through the blocks that hold. Those that were deleted have to be asked for; a full walk finds them gone without. */
export async function* fetchRoomBlocks(ctx: MewsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const states = window.since === null ? active(ctx) : { ...active(ctx), ActivityStates: ['Active', 'Deleted'] }
  yield* walkIntervals(ctx, window, {
    begin: new Date(ctx.settings.historyFrom),
    read: async (filter, page) => {
      const { items, after } = await readPage(ctx, BLOCKS, { ...states, ...filter }, page)
      const gone = readable(deleted, items).map(({ Id }) => Id)
      const left = items.filter((block) => !deleted.safeParse(block).success)
      return { items: await withResources(ctx, left), gone, after }
    },
  })
}

const deleted = z.object({ Id: z.string(), IsActive: z.literal(false) })

export async function fetchRoomBlock(ctx: MewsContext, id: string): Promise<unknown | null> {
  const [block = null] = await fetchRoomBlocksById(ctx, [id])
  return block
}

export async function fetchRoomBlocksById(ctx: MewsContext, ids: readonly string[]): Promise<unknown[]> {
  return withResources(ctx, await readByIds(ctx, BLOCKS, 'ResourceBlockIds', ids, active(ctx)))
}

const about = z.object({ AssignedResourceId: z.string() })

/** A block names its room by id only. */
async function withResources(ctx: MewsContext, blocks: readonly unknown[]): Promise<unknown[]> {
  const ids = readable(about, blocks).map((block) => block.AssignedResourceId)
  const resources = await readResourceNames(ctx, ids)
  return blocks.map((block) => {
    const id = about.safeParse(block).data?.AssignedResourceId
    return { Block: block, Resource: resources.get(id ?? '') ?? null }
  })
}

const active = (ctx: MewsContext) => ({ ...enterprises(ctx), ActivityStates: ['Active'] })
