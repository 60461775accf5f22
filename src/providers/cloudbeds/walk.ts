import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { FetchedPage, FetchWindow } from '../provider.ts'
import { limits } from './limits.ts'
import { LIST_START, listPlace, type NumberedPages, readOn } from './paging.ts'

const place = z.object({ at: z.enum(['list', 'changes']), ...listPlace.shape })
type Place = z.output<typeof place>

export interface ChangeList {
  /** @param since null for the whole list */
  pages(since: Date | null): NumberedPages
  /** When an item was changed; null when it does not say. */
  changedAt(raw: unknown): Date | null
}

/** The vendor tells seconds, and its clock may be behind ours. */
const CLOCKS_MS = 30_000

/**
 * Walks through a list, or what of it was changed since. A whole list ends with what was changed meanwhile: an item that
 * is edited may move to pages that have been read, and would look deleted.
 */
export async function* walkList(window: FetchWindow, list: ChangeList): AsyncGenerator<FetchedPage> {
  const { since, until, cursor, limit } = window
  let here: Place | null = cursor === null ? { at: 'list', ...LIST_START } : readCursor(cursor)
  while (here !== null) {
    const { at }: Place = here
    const from = at === 'list' ? since : new Date(until.getTime() - limits.overlapMs)
    const step = await readOn(list.pages(from), here, limit)
    const items = at === 'list' ? step.items : step.items.filter((raw) => isSince(list.changedAt(raw), until))
    here = step.next === null ? nextList(at, since) : { at, ...step.next }
    if (items.length > 0 || here === null) yield { items, cursor: here && JSON.stringify(here) }
  }
}

const nextList = (at: Place['at'], since: Date | null): Place | null =>
  at === 'list' && since === null ? { at: 'changes', ...LIST_START } : null

const isSince = (changed: Date | null, until: Date): boolean =>
  changed === null || changed.getTime() >= until.getTime() - CLOCKS_MS

function readCursor(cursor: string): Place {
  try {
    return place.parse(JSON.parse(cursor))
  } catch {
    throw new PmsIntegrationError('PROVIDER_CURSOR_INVALID', 'This cursor is no place in a list of Cloudbeds.')
  }
}
