import { z } from 'zod'
import { wallClockOf } from '../../local-time.ts'
import { readAll } from '../../transport/moving-list.ts'
import { numberedPages } from '../../transport/numbered-pages.ts'
import { get, propertyOf } from '../client.ts'
import { HOUSEKEEPING_PAGE, ROOM_PAGE } from '../limits.ts'
import type { CloudbedsContext } from '../settings.ts'
import { countedList } from '../wire.ts'

/** What is known of rooms beside their list, by room id. */
export interface RoomStates {
  readonly housekeeping: ReadonlyMap<string, unknown>
  readonly blocks: ReadonlyMap<string, readonly unknown[]>
}

/** Reads it once a walk: one request for housekeeping, mostly one for today's blocks. */
export async function readRoomStates(ctx: CloudbedsContext): Promise<RoomStates> {
  return { housekeeping: await readHousekeeping(ctx), blocks: await readBlocks(ctx) }
}

const roomState = z.looseObject({ roomID: z.string(), date: z.unknown().optional() })

async function readHousekeeping(ctx: CloudbedsContext): Promise<Map<string, unknown>> {
  const states = await readAll(
    numberedPages({
      pageSize: HOUSEKEEPING_PAGE,
      async read(pageNumber, pageSize) {
        const query = { propertyID: propertyOf(ctx), pageNumber, pageSize }
        const { data, total } = await get(ctx, 'getHousekeepingStatus', query, countedList)
        return { rows: data ?? [], total: total ?? null }
      },
    }),
  )
  const known = new Map<string, unknown>()
  for (const state of states) {
    // The date is today's: kept, it would change every room every day.
    const { date: _, ...row } = roomState.safeParse(state).data ?? { roomID: '' }
    known.set(row.roomID, row)
  }
  return known
}

const blockList = z.object({
  data: z.union([z.object({ roomBlocks: z.array(z.unknown()).nullish() }), z.array(z.never())]).nullish(),
  total: z.int().nullish(),
})
const block = z.looseObject({ rooms: z.array(z.object({ roomID: z.string() })) })

async function readBlocks(ctx: CloudbedsContext): Promise<Map<string, unknown[]>> {
  const today = wallClockOf(ctx.clock.now(), ctx.hotel.timeZone).slice(0, 10)
  const blocks = await readAll(
    numberedPages({
      pageSize: ROOM_PAGE,
      async read(pageNumber, pageSize) {
        const query = { propertyID: propertyOf(ctx), startDate: today, endDate: today, pageNumber, pageSize }
        const { data, total } = await get(ctx, 'getRoomBlocks', query, blockList)
        return { rows: (Array.isArray(data) ? null : data?.roomBlocks) ?? [], total: total ?? null }
      },
    }),
  )
  const known = new Map<string, unknown[]>()
  for (const one of blocks) {
    const { rooms, ...facts } = block.safeParse(one).data ?? { rooms: [] }
    for (const { roomID } of rooms) known.set(roomID, [...(known.get(roomID) ?? []), facts])
  }
  return known
}
