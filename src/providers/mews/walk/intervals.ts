import type { FetchWindow } from '../../provider.ts'
import { walk } from '../../transport/walk.ts'
import { limits } from '../limits.ts'
import type { ListPage } from '../operations/lists.ts'
import type { MewsContext } from '../settings.ts'
import { firstPosition, nextPosition, type Position, position } from './position.ts'

export interface IntervalList {
  /** Nothing was changed before; null for a list that is read whole each time. */
  readonly begin: Date | null
  readonly read: (filter: object, page: { after: string | null; count: number }) => Promise<ListPage>
}

/**
 * Walks through a list: back in time from now, in intervals that the vendor takes. A walk from the beginning then looks at
 * what was changed meanwhile, until it sees that in one page: an item that is edited moves to a newer interval, and would
 * look deleted if nobody looked there again.
 */
export function walkIntervals(ctx: MewsContext, window: FetchWindow, { begin, read }: IntervalList) {
  const count = Math.max(1, Math.min(limits.pageSize, window.limit ?? limits.pageSize))
  return walk(
    position,
    window.cursor,
    () => firstPosition(window, begin),
    async (at) => {
      const { items, gone, after } = await read(filterOf(at), { after: at.after, count })
      return { items, gone, next: after === null ? nextPosition(at, window, begin, ctx.clock.now()) : { ...at, after } }
    },
  )
}

const filterOf = ({ changed }: Position): object => (changed === null ? {} : { UpdatedUtc: changed })
