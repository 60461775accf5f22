import { createHash } from 'node:crypto'
import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'

/** Where a list is to be continued, in whatever pages. */
export const listPlace = z.object({
  /** Rows from the beginning of the list to the end of the page before. */
  reached: z.int().min(0),
  /** What the rows of that page looked like. */
  seen: z.array(z.string()),
})
export type ListPlace = z.output<typeof listPlace>

export const LIST_START: ListPlace = { reached: 0, seen: [] }

export interface NumberedPages {
  readonly largest: number
  /** @returns the rows of a page, and how many the list has, or null where the vendor does not say */
  /** Tells rows apart. Defaults to all that a row says, for lists in which a row that is edited moves. */
  readonly fingerprint?: (raw: unknown) => string
  read(pageNumber: number, pageSize: number): Promise<{ rows: readonly unknown[]; total: number | null }>
}

export interface ListStep {
  readonly items: readonly unknown[]
  readonly next: ListPlace | null
}

/** So many rows of the page before are asked for again. */
const OVERLAP = 3

/**
 * Reads the page after `place`. It begins with the last rows of the one before: when none of them is there as it was, rows
 * before have gone away, and it steps back until it meets one. Rows that were there before are left out.
 */
export async function readOn(list: NumberedPages, place: ListPlace, wanted: number | null): Promise<ListStep> {
  const seen = new Set(place.seen)
  const largest = Math.min(list.largest, Math.max(wanted ?? list.largest, ROOMY))
  for (let { reached } = place; ; ) {
    const { pageNumber, pageSize } = pageAt(Math.max(reached - OVERLAP, 0), largest)
    const before = (pageNumber - 1) * pageSize
    const { rows, total } = await list.read(pageNumber, pageSize)
    const prints = rows.map(list.fingerprint ?? digest)
    if (before > 0 && seen.size > 0 && !prints.some((print) => seen.has(print))) {
      reached = Math.max(reached - pageSize, 0)
      continue
    }
    const items = rows.filter((_, i) => !seen.has(prints[i] ?? ''))
    const end = before + rows.length
    const isLast = total === null ? items.length === 0 : end >= total || rows.length === 0
    // Nothing new, though nothing has moved either: going on would lead here again.
    const hasStayed = reached < place.reached ? end >= place.reached : end <= reached
    if (!isLast && items.length === 0 && hasStayed) throw stuck()
    return { items, next: isLast ? null : { reached: end, seen: prints } }
  }
}

/** Smaller pages would be nothing but overlap. */
const ROOMY = 20

/**
 * The page that contains a row and reaches furthest. Pages are numbered, so one that begins just before any given row is
 * found by its size.
 */
export function pageAt(row: number, largest: number): { pageNumber: number; pageSize: number } {
  let best = { pageNumber: 1, pageSize: 0 }
  for (let pageSize = largest; pageSize >= largest / 2; pageSize--) {
    const pageNumber = Math.floor(row / pageSize) + 1
    if (pageNumber * pageSize > best.pageNumber * best.pageSize) best = { pageNumber, pageSize }
  }
  return best
}

const digest = (raw: unknown) => createHash('sha256').update(JSON.stringify(raw)).digest('base64url').slice(0, 16)

const stuck = () =>
  new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'The PMS answers the same rows again instead of the next page.')
