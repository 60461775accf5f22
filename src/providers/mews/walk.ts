import type { FetchedPage, FetchWindow } from '../provider.ts'
import { limits } from './limits.ts'
import type { ListPage } from './lists.ts'
import { firstPlace, nextPlace, type Place, readCursor } from './place.ts'
import type { MewsContext } from './settings.ts'

export interface Walk {
  /** Nothing was changed before; null for a list that is read whole each time. */
  readonly begin: Date | null
  readonly read: (filter: object, page: { after: string | null; count: number }) => Promise<ListPage>
}

/**
 * Walks through a list: back in time from now, in intervals that the vendor takes. A walk from the beginning then looks at
 * what was changed meanwhile, until it sees that in one page: an item that is edited moves to a newer interval, and would
 * look deleted if nobody looked there again.
 */
export async function* walkList(ctx: MewsContext, window: FetchWindow, { begin, read }: Walk) {
  const count = Math.max(1, Math.min(limits.pageSize, window.limit ?? limits.pageSize))
  let at = window.cursor === null ? firstPlace(window, begin) : readCursor(window.cursor)
  if (at === null) yield { items: [], cursor: null }
  while (at !== null) {
    const { items, after } = await read(filterOf(at), { after: at.after, count })
    const next: Place | null = after === null ? nextPlace(at, window, begin, ctx.clock.now()) : { ...at, after }
    const page: FetchedPage = { items, cursor: next && JSON.stringify(next) }
    if (items.length > 0 || next === null) yield page
    at = next
  }
}

const filterOf = ({ changed }: Place): object => (changed === null ? {} : { UpdatedUtc: changed })
