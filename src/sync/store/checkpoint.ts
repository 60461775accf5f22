import { createHash } from 'node:crypto'
import { z } from 'zod'
import { hotelDate, instant, type JsonObject } from '../../records/common.ts'

/**
 * Where a walk stands. Stored with every page; a walk continues from it only in the vendor's own terms (its cursor),
 * never by a timestamp of the last row, which would skip rows that share it.
 */
const watchSchema = z.object({
  /** Digest of a cursor that came before. */
  mark: z.string(),
  /** Pages since then, and how many there may be until another one is marked. */
  steps: z.int(),
  span: z.int(),
  /** How often the marked one came again. */
  repeats: z.int(),
})

const checkpointSchema = z.object({
  /** Window of the walk: `since` inclusive, null = everything; `until` frozen at the start. */
  since: instant.nullable(),
  until: instant,
  /** Continue here; null before the first page, and after the last. */
  cursor: z.string().nullable(),
  /** Pages stored so far. */
  pages: z.int().min(0),
  /** No page is left. */
  done: z.boolean(),
  /** Days that the walk is about, frozen at its start; null where its type has none. */
  range: z.object({ from: hotelDate, to: hotelDate }).nullish(),
  /** Items that the vendor is asked for at a time, when its largest page takes it too long. */
  pageLimit: z.int().positive().nullish(),
  /** Finds out when the vendor goes round in circles. */
  watch: watchSchema.nullish(),
})

export type Checkpoint = z.output<typeof checkpointSchema>
export type CursorWatch = z.output<typeof watchSchema>

export function startOfWalk(since: Date | null, until: Date): Checkpoint {
  return { since, until, cursor: null, pages: 0, done: false }
}

/** @returns null for a run that has not begun, or one whose checkpoint is from a version that wrote another shape */
export function readCheckpoint(stored: JsonObject | null): Checkpoint | null {
  const parsed = checkpointSchema.safeParse(stored)
  return parsed.success ? parsed.data : null
}

export function storeCheckpoint(checkpoint: Checkpoint): string {
  return JSON.stringify(checkpoint)
}

/**
 * Looks out for a cursor that came before, however long the circle (Brent's way: one of them is marked, and after twice as
 * many pages another), so that it takes no more room for a million pages than for one.
 */
export function watchCursor(watch: CursorWatch | null | undefined, cursor: string): CursorWatch {
  const digest = createHash('sha256').update(cursor).digest('base64url').slice(0, 22)
  if (!watch) return { mark: digest, steps: 0, span: 1, repeats: 0 }
  const { mark, steps, span, repeats } = watch
  if (digest === mark) return { mark, steps: 0, span, repeats: repeats + 1 }
  if (steps + 1 < span) return { mark, steps: steps + 1, span, repeats }
  return { mark: digest, steps: 0, span: span * 2, repeats: 0 }
}
