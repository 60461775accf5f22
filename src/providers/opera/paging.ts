import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import { limits } from './limits.ts'

/** Where a list is to be continued. */
export const listPlace = z.object({
  /** Of the last row that was read, so that the next page begins with it. */
  offset: z.int().min(0),
  /** Ids of the page before. */
  seen: z.array(z.string()),
})
export type ListPlace = z.output<typeof listPlace>

export const LIST_START: ListPlace = { offset: 0, seen: [] }

/** What is in the paging envelope, wherever an operation puts it. Its `offset` is the next one in some, so it is not read. */
export const envelope = { hasMore: z.boolean().nullish(), limit: z.int().nullish(), totalResults: z.int().nullish() }

export interface ListRows {
  readonly rows: readonly unknown[]
  readonly hasMore?: boolean | null | undefined
  /** What the vendor made of the limit that it was asked for. */
  readonly limit?: number | null | undefined
  readonly totalResults?: number | null | undefined
}

export interface ListPage {
  readonly items: readonly unknown[]
  /** Null when this was the last page. */
  readonly next: ListPlace | null
  readonly totalResults: number | null
  readonly hasMore: boolean | null
  /** Rows from the beginning of the list to the end of this page. */
  readonly reached: number
}

/** What the vendor gives by itself; smaller pages would not be worth their overlap. */
const SMALLEST_PAGE = 20

/** @param wanted about how many items the walk is to bring; null for all */
const pageSizeFor = (wanted: number | null) =>
  Math.max(Math.min(wanted ?? limits.pageSize, limits.pageSize), SMALLEST_PAGE)

const STUCK = 'The PMS answers the same rows again instead of the next page.'

export interface OffsetList {
  readonly identify: (raw: unknown) => string | null
  read(offset: number, limit: number): Promise<ListRows>
}

/**
 * Reads the page after `place`. Pages overlap by a row: when a row of the page before is among the new ones, nothing has
 * moved away between; when not, rows before have gone, and it steps back until it meets a row that it knows.
 */
export async function readOn(
  { identify, read }: OffsetList,
  place: ListPlace,
  wanted: number | null,
): Promise<ListPage> {
  const limit = pageSizeFor(wanted)
  const seen = new Set<string | null>(place.seen)
  for (let offset = place.offset; ; offset = Math.max(0, offset - limit + 1)) {
    const page = await read(offset, limit)
    const isConnected = offset === 0 || page.rows.some((row) => seen.has(identify(row)))
    if (!isConnected) continue
    const items = page.rows.filter((row) => !seen.has(identify(row)))
    // The signs of the end contradict each other at times; a short page is the one to trust, then `hasMore`.
    const isShort = page.rows.length < Math.min(limit, page.limit || limit)
    const isOver = offset < place.offset && items.length === 0
    const isLast = isShort || isOver || page.hasMore === false
    if (items.length === 0 && offset > 0 && !isLast) throw new PmsIntegrationError('PROVIDER_BAD_RESPONSE', STUCK)
    const reached = offset + Math.min(page.rows.length, limit)
    const ids = page.rows.map(identify).filter((id) => id !== null)
    return { items, next: isLast ? null : { offset: reached - 1, seen: ids }, ...signsOf(page), reached }
  }
}

const signsOf = ({ totalResults, hasMore }: ListRows) => ({
  totalResults: totalResults ?? null,
  hasMore: hasMore ?? null,
})
