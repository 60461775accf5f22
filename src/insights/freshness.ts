import type { EntityType } from '../records/entity-type.ts'

export const FRESHNESS_STATES = ['FRESH', 'LATE', 'STALE', 'PAUSED', 'FAILING', 'NEVER'] as const
export type FreshnessState = (typeof FRESHNESS_STATES)[number]

/** How far what is stored of a hotel, provider and entity type can be trusted, and since when that is so. */
export interface Freshness extends Omit<FreshnessFacts, 'enabled' | 'pausedAt' | 'failingSince' | 'configuredAt'> {
  state: FreshnessState
  since: Date | null
  lateAt: Date | null
}

/** What is known, straight from the rows. */
export interface FreshnessFacts {
  hotelId: string
  provider: string
  entityType: EntityType
  /** Empty where the type is synced as one. */
  slice: string
  enabled: boolean
  pausedAt: Date | null
  configuredAt: Date
  /** Start of the last run that proved that nothing before it is missing. */
  trueAsOf: Date | null
  /** Runs that failed since the last one that came to its end. */
  failedRuns: number
  /** End of the first of them. */
  failingSince: Date | null
  lastErrorCode: string | null
  lastError: string | null
}

/** Without a schedule nothing is promised; a day is what a hotel would expect. */
const UNSCHEDULED_MS = 24 * 3_600_000
const MIN_GRACE_MS = 2 * 60_000
const MAX_GRACE_MS = 30 * 60_000

/**
 * The state of one hotel, provider and entity type. In this order:
 * 1. PAUSED: the configuration is switched off.
 * 2. FAILING: two runs in a row failed, or one and nothing was ever proven.
 * 3. NEVER: nothing was ever proven.
 * 4. STALE, LATE, FRESH: by the two runs that were due after `trueAsOf`. Each has a grace to be done in: half the time
 *    between the two, but 2 to 30 minutes. FRESH until the first one's grace is over, LATE until the second one's.
 * @param due the first two times after `trueAsOf` at which the schedule is due; null without a schedule, which counts as
 * one run a day
 */
export function freshnessOf(facts: FreshnessFacts, due: readonly [Date, Date] | null, now: Date): Freshness {
  const { enabled, pausedAt, failingSince, configuredAt, ...known } = facts
  const limits = facts.trueAsOf === null ? null : limitsOf(facts.trueAsOf, due)
  const inState = (state: FreshnessState, since: Date | null) => ({
    ...known,
    state,
    since,
    lateAt: limits?.lateAt ?? null,
  })
  if (!enabled) return inState('PAUSED', pausedAt)
  if (facts.failedRuns >= (limits === null ? 1 : 2)) return inState('FAILING', failingSince)
  if (limits === null) return inState('NEVER', configuredAt)
  if (now >= limits.staleAt) return inState('STALE', limits.staleAt)
  if (now >= limits.lateAt) return inState('LATE', limits.lateAt)
  return inState('FRESH', facts.trueAsOf)
}

function limitsOf(trueAsOf: Date, due: readonly [Date, Date] | null): { lateAt: Date; staleAt: Date } {
  const [first, second] = due ?? [later(trueAsOf, UNSCHEDULED_MS), later(trueAsOf, 2 * UNSCHEDULED_MS)]
  const graceMs = Math.min(Math.max((second.getTime() - first.getTime()) / 2, MIN_GRACE_MS), MAX_GRACE_MS)
  return { lateAt: later(first, graceMs), staleAt: later(second, graceMs) }
}

const later = (instant: Date, ms: number) => new Date(instant.getTime() + ms)
