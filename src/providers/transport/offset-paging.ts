import { createHash } from 'node:crypto'
import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { FetchedPage, FetchWindow } from '../provider.ts'

/** So many of the last items are asked for again, to see whether the list has moved under the walk. */
const ANCHORS = 3

/** Where a walk stands: how many items came before, and what the last of them looked like. */
const place = z.object({ offset: z.int().min(0), anchors: z.array(z.string()) })
type Place = z.output<typeof place>

export interface OffsetPages {
  readonly pageSize: number
  ask(offset: number, limit: number): Promise<readonly unknown[]>
  /**
   * Tells an item in one version from all others. Defaults to a digest of all of it; needed for items that carry
   * something that changes by itself, such as a count of the list.
   */
  readonly fingerprint?: (raw: unknown) => string
}

/**
 * Walks a list that is paged by limit and offset. When items vanish in front of the walk the rest moves up, and a plain
 * offset would skip as many: each page therefore begins with the last items of the one before, and where none of them is
 * found as it was the walk steps back until it meets one. Items may come twice; none is left out as long as those that
 * do not change keep their order. Pages of one item leave no room for this.
 */
export async function* offsetPages(
  window: Pick<FetchWindow, 'cursor'>,
  { pageSize, ask, fingerprint = digest }: OffsetPages,
): AsyncGenerator<FetchedPage> {
  const overlap = Math.min(ANCHORS, pageSize - 1)
  let at: Place | null = window.cursor === null ? { offset: 0, anchors: [] } : placeOf(window.cursor)
  while (at !== null) {
    const { offset, anchors }: Place = at
    const from = Math.max(offset - overlap, 0)
    const items = await ask(from, pageSize)
    const prints = items.map(fingerprint)
    if (from > 0 && anchors.length > 0 && !prints.some((print) => anchors.includes(print))) {
      at = { offset: Math.max(offset - pageSize, 0), anchors }
      continue
    }
    const isLast = items.length < pageSize
    at = isLast ? null : { offset: from + items.length, anchors: prints.slice(prints.length - overlap) }
    yield { items, cursor: at && JSON.stringify(at) }
  }
}

const digest = (raw: unknown) => createHash('sha256').update(JSON.stringify(raw)).digest('base64url').slice(0, 16)

function placeOf(cursor: string): Place {
  try {
    return place.parse(JSON.parse(cursor))
  } catch {
    throw new PmsIntegrationError('PROVIDER_CURSOR_INVALID', 'This is not a place in a list.')
  }
}
