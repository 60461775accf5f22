/** How an inbox is emptied. */
export const INBOX_TIMING = {
  /** An entity is fetched at most once in this time, however many events name it. */
  coalesceMs: 1_000,
  /** The PMS is given so long for one look; what was not asked by then comes with the next. */
  batchMs: 10_000,
  /** After a look that took too long nobody asks again for this time; doubles each time in a row. */
  parkMs: 10_000,
  longestParkMs: 60_000,
  /** A worker that is gone holds the inbox for no longer than this. */
  leaseMs: 10_000,
  /** Events wait for an owed backfill, but not longer than this. */
  holdMs: 10 * 60_000,
  /** How often an event that waits is looked at again. */
  recheckMs: 2_000,
  /** First delay of a retry; doubles with each try. */
  retryBaseMs: 30_000,
  /** Tries until an event is dead. */
  maxAttempts: 5,
  /** Events that are read to find out what is next. */
  batchSize: 250,
  /** Events that are settled together: where more wait, all about one thing come before those about the next. */
  gatherSize: 1_000,
  /** Entities that are fetched before what was found is stored. */
  maxEntities: 50,
} as const
