import { createHash } from 'node:crypto'
import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { FetchWindow } from '../provider.ts'
import { type Step, walk } from './walk.ts'

/** A list that is paged by where rows stand in it, while rows may come and go. */
export interface MovingList<Page extends ListPage = ListPage> {
  /** The largest page that the vendor gives. */
  readonly pageSize: number
  /**
   * Tells a row in one version from all others. Defaults to a digest of all of it, for lists in which a row that is edited
   * moves; needed for rows that carry something that changes by itself, such as a count of the list.
   */
  readonly fingerprint?: (row: unknown) => string
  read(offset: number, limit: number): Promise<Page>
}

export interface ListPage {
  readonly rows: readonly unknown[]
  /** Where the first row stands in the list; default: where it was asked for. Never behind that. */
  readonly offset?: number
  /** How many rows the page could hold; default: as many as were asked for. */
  readonly size?: number
  /** Null where the vendor does not say: then the list ends with a page that brings nothing new. */
  readonly isLast: boolean | null
}

/** Where a list is to be continued, in whatever pages. */
export const listPosition = z.object({
  /** Rows from the beginning of the list to the end of the page before. */
  reached: z.int().min(0),
  /** Fingerprints of that page. */
  seen: z.array(z.string()),
  /** Pages in a row, that one the last, that brought nothing new. */
  idle: z.int().min(0).default(0),
})
export type ListPosition = z.output<typeof listPosition>

export const LIST_START: ListPosition = { reached: 0, seen: [], idle: 0 }

export interface ListStep<Page extends ListPage = ListPage> extends Step<ListPosition> {
  /** Rows from the beginning of the list to the end of this page. */
  readonly reached: number
  readonly page: Page
}

/** So many rows of the page before are asked for again, to see whether the list has moved under the walk. */
const OVERLAP = 3
/** Rows may have come just so that a page brings nothing new; they do not do so twice. */
const MOST_IDLE = 1
/** Smaller pages would be nothing but overlap. */
const ROOMY = 20

/**
 * Reads the page after a position. When rows vanish before it the rest moves up, and a plain offset would skip as many: each
 * page therefore begins with the last rows of the one before, and where none of them is found as it was it steps back until
 * it meets one. Rows that were seen are left out; none is missed as long as those that do not change keep their order.
 * @param wanted about how many items the walk is to bring; null for all
 */
export async function readOn<Page extends ListPage>(
  { pageSize, fingerprint = digest, read }: MovingList<Page>,
  { reached: before, seen: prints, idle: idleBefore }: ListPosition,
  wanted: number | null = null,
): Promise<ListStep<Page>> {
  const limit = Math.min(pageSize, Math.max(wanted ?? pageSize, ROOMY))
  const overlap = Math.min(OVERLAP, limit - 1)
  const known = new Set(prints)
  for (let offset = Math.max(before - overlap, 0); ; ) {
    const page = await read(offset, limit)
    const { rows, offset: from = offset, size = limit, isLast } = page
    const seen = rows.map(fingerprint)
    const isConnected = from === 0 || overlap === 0 || seen.some((print) => known.has(print))
    if (!isConnected) {
      offset = Math.max(offset - size, 0)
      continue
    }
    const items = rows.filter((_, i) => !known.has(seen[i] ?? ''))
    const reached = from + rows.length
    if (isLast ?? items.length === 0) return { items, next: null, reached, page }
    // Rows that came or went before may leave nothing new on a page; but then it ends elsewhere than the one before.
    const hasSteppedBack = offset < before - overlap
    const idle = items.length === 0 ? idleBefore + 1 : 0
    const hasMoved = hasSteppedBack ? reached < before : reached > before
    if (idle > MOST_IDLE || (idle > 0 && !hasMoved)) throw stuck()
    return { items, next: { reached, seen, idle }, reached, page }
  }
}

/** Walks through a list from its beginning to its end. */
export const walkList = (list: MovingList, { cursor, limit }: Pick<FetchWindow, 'cursor' | 'limit'>) =>
  walk(
    listPosition,
    cursor,
    () => LIST_START,
    (at) => readOn(list, at, limit),
  )

/** All rows of a list. */
export async function readAll(list: MovingList): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const { items } of walkList(list, { cursor: null, limit: null })) all.push(...items)
  return all
}

const digest = (row: unknown) => createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 16)

const stuck = () =>
  new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'The PMS answers the same rows again instead of the next page.')
