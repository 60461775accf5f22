import { z } from 'zod'
import type { MovingList } from '../../transport/moving-list.ts'
import { numberedPages } from '../../transport/numbered-pages.ts'
import type { Query } from '../../transport/rest.ts'
import { get, propertyOf } from '../client.ts'
import { ROOM_PAGE } from '../limits.ts'
import type { CloudbedsContext } from '../settings.ts'

const answer = z.object({
  data: z.union([z.object({ roomBlocks: z.array(z.unknown()).nullish() }), z.array(z.never())]).nullish(),
  total: z.int().nullish(),
})

/** The blocks that touch a range of at most 35 days, each with all of its rooms. */
export function listRoomBlocks(ctx: CloudbedsContext, query: Query): MovingList {
  return numberedPages({
    pageSize: ROOM_PAGE,
    async read(pageNumber, pageSize) {
      const all = { propertyID: propertyOf(ctx), ...query, pageNumber, pageSize }
      const { data, total } = await get(ctx, 'getRoomBlocks', all, answer)
      return { rows: (Array.isArray(data) ? null : data?.roomBlocks) ?? [], total: total ?? null }
    },
  })
}

const fields = z.record(z.string(), z.unknown())
const block = z.looseObject({ rooms: z.array(fields) })

/** A block as often as it has rooms, each time with one of them. One whose rooms cannot be read stays as it is. */
export function oneForEachRoom(raw: unknown): readonly unknown[] {
  const known = block.safeParse(raw).data
  if (known === undefined) return [raw]
  const { rooms, ...facts } = known
  return rooms.map((room) => ({ ...facts, ...room }))
}
