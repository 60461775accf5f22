import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { type Step, walk } from '../transport/walk.ts'
import { get, hotelPath } from './client.ts'
import { roomBlockIdOf } from './ids.ts'
import { RANGE_DAYS } from './limits.ts'
import type { OperaContext } from './settings.ts'
import { addDays, type DayRange, hotelDay } from './walk/slices.ts'

const range = z.record(z.string(), z.unknown())
const room = z.object({ roomId: z.unknown(), outOfOrder: z.array(range).nullish().catch(null) })
const answer = z.object({ housekeepingRooms: z.object({ room: z.array(z.unknown()).nullish() }).nullish() }).nullable()

/** One list each; in both a range stands under the name of the first. */
const LISTS = { OutOfOrder: 'outOfOrderRooms', OutOfService: 'outOfServiceRooms' } as const
const position = z.object({ at: z.enum(['OutOfOrder', 'OutOfService']) })
type Position = z.output<typeof position>

/**
 * Walks through the rooms that are out of order or out of service at some time of the next 90 days, the most that the
 * vendor answers; all of them each time.
 */
export function fetchRoomBlocks(ctx: OperaContext, window: FetchWindow) {
  return walk<typeof position>(
    position,
    window.cursor,
    () => ({ at: 'OutOfOrder' }),
    ({ at }) => readBlocks(ctx, at, blockRange(ctx, window.until)),
  )
}

/** Days that a walk asks for and so proves, both ends included. */
export function blockRange({ hotel }: Pick<OperaContext, 'hotel'>, until: Date): DayRange {
  const today = hotelDay(until, hotel.timeZone)
  return [today, addDays(today, RANGE_DAYS - 1)]
}

/** Those of one room that touch the days from this one on. */
export async function blocksOfRoom(ctx: OperaContext, roomId: string, from: string): Promise<readonly unknown[]> {
  const days: DayRange = [from, addDays(from, RANGE_DAYS - 1)]
  return [
    ...(await readBlocks(ctx, 'OutOfOrder', days, roomId)).items,
    ...(await readBlocks(ctx, 'OutOfService', days, roomId)).items,
  ]
}

/** Among those that a walk sees. */
export async function findBlock(ctx: OperaContext, id: string): Promise<unknown | null> {
  const days = blockRange(ctx, ctx.clock.now())
  for (const at of ['OutOfOrder', 'OutOfService'] as const) {
    const { items } = await readBlocks(ctx, at, days)
    const found = items.find((raw) => roomBlockIdOf(raw) === id)
    if (found !== undefined) return found
  }
  return null
}

async function readBlocks(ctx: OperaContext, at: Position['at'], [startDate, endDate]: DayRange, roomId?: string) {
  const path = `/hsk/v1/${hotelPath(ctx)}/rooms/${LISTS[at]}`
  const rooms = (await get(ctx, path, { startDate, endDate, roomId }, answer))?.housekeepingRooms?.room ?? []
  const step: Step<Position> = {
    items: rooms.flatMap((raw) => rangesOf(raw, at)),
    next: at === 'OutOfOrder' ? { at: 'OutOfService' } : null,
  }
  return step
}

/** The ranges of a room, each with the number of the room: an item is one range. */
export function rangesOf(raw: unknown, at: Position['at']): unknown[] {
  const { roomId, outOfOrder } = room.safeParse(raw).data ?? {}
  return outOfOrder?.map((one) => ({ roomId, housekeepingRoomStatus: at, ...one })) ?? []
}
