import { z } from 'zod'
import type { FetchedPage, FetchWindow } from '../../provider.ts'
import { LIST_START, listPosition, type MovingList, readOn } from '../../transport/moving-list.ts'
import { walk } from '../../transport/walk.ts'
import { limits } from '../limits.ts'

const position = z.object({ at: z.enum(['list', 'changes']), ...listPosition.shape })
type Position = z.output<typeof position>

export interface ChangeList {
  /** @param since null for the whole list */
  list(since: Date | null): MovingList
  /** When an item was changed; null when it does not say. */
  changedAt(raw: unknown): Date | null
}

/** The vendor tells seconds, and its clock may be behind ours. */
const CLOCKS_MS = 30_000

/**
 * Walks through a list, or what of it was changed since. A whole list ends with what was changed meanwhile: an item that
 * is edited may move to pages that have been read, and would look deleted.
 */
export function walkListAndChanges(
  { since, until, cursor, limit }: FetchWindow,
  { list, changedAt }: ChangeList,
): AsyncGenerator<FetchedPage> {
  const isNew = (raw: unknown) => {
    const changed = changedAt(raw)
    return changed === null || changed.getTime() >= until.getTime() - CLOCKS_MS
  }
  return walk(position, cursor, start, async (here) => {
    const { at } = here
    const from = at === 'list' ? since : new Date(until.getTime() - limits.overlapMs)
    const { items, next } = await readOn(list(from), here, limit)
    return {
      items: at === 'list' ? items : items.filter(isNew),
      next: next === null ? afterEnd(at, since) : { at, ...next },
    }
  })
}

const start = (): Position => ({ at: 'list', ...LIST_START })

const afterEnd = (at: Position['at'], since: Date | null): Position | null =>
  at === 'list' && since === null ? { at: 'changes', ...LIST_START } : null
