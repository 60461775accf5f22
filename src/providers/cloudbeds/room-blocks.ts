import { dayNumberIn, dayOf } from '../../records/days.ts'
import type { FetchedPage, FetchWindow } from '../provider.ts'
import { readAll, walkList } from '../transport/moving-list.ts'
import { roomBlockIdOf } from './ids.ts'
import { BLOCK_DAYS } from './limits.ts'
import { listRoomBlocks, oneForEachRoom } from './operations/room-blocks.ts'
import type { CloudbedsContext } from './settings.ts'

/** Walks through the blocks of the next 35 days, all that the vendor answers at once; an item is a block and one of its rooms. */
export async function* fetchRoomBlocks(ctx: CloudbedsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  for await (const page of walkList(listRoomBlocks(ctx, daysFrom(ctx, window.until)), window)) {
    yield { ...page, items: page.items.flatMap(oneForEachRoom) }
  }
}

/** @param id `<block>/<room>` */
export async function fetchRoomBlock(ctx: CloudbedsContext, id: string): Promise<unknown | null> {
  const [roomBlockID = ''] = id.split('/', 1)
  const blocks = await readAll(listRoomBlocks(ctx, { ...daysFrom(ctx, ctx.clock.now()), roomBlockID }))
  return blocks.flatMap(oneForEachRoom).find((one) => roomBlockIdOf(one) === id) ?? null
}

/** From the hotel's today; both ends default to that day. */
function daysFrom({ hotel }: Pick<CloudbedsContext, 'hotel'>, instant: Date) {
  const today = dayNumberIn(hotel.timeZone, instant)
  return { startDate: dayOf(today), endDate: dayOf(today + BLOCK_DAYS - 1) }
}
