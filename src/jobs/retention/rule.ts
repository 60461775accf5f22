import type { RetentionConfig } from '../../platform/config.ts'

/** Old rows of one kind. */
export interface Rule {
  readonly name: string
  readonly days: (kept: RetentionConfig) => number
  /** Deletes at most $2 rows that are older than $1, and says how many as `count`. */
  readonly statement: string
}

/** Two workers at the same time take different rows. */
export const deleteFrom = (table: string, isOld: string) =>
  `WITH gone AS (
     DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
       SELECT ctid FROM ${table} WHERE ${isOld} LIMIT $2 FOR UPDATE SKIP LOCKED)) RETURNING 1
   ) SELECT count(*) FROM gone`
