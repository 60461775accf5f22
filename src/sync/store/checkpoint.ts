import { z } from 'zod'
import { instant, type JsonObject } from '../../records/common.ts'

/**
 * Where a walk stands. Stored with every page; a walk continues from it only in the vendor's own terms (its cursor),
 * never by a timestamp of the last row, which would skip rows that share it.
 */
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
  /** Items that the vendor is asked for at a time, when its largest page takes it too long. */
  pageLimit: z.int().positive().nullish(),
})

export type Checkpoint = z.output<typeof checkpointSchema>

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
