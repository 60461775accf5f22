import type { Sql } from '../platform/database.ts'
import type { ConfigurationDeps } from './configurations.ts'
import { type Freshness, freshnessOf } from './freshness.ts'
import { type FreshnessRow, readFreshness } from './freshness-rows.ts'
import { syncedEntities } from './synced-entities.ts'
import { upcomingRuns } from './upcoming.ts'

type JudgeDeps = Pick<ConfigurationDeps, 'clock' | 'adapters' | 'nextRun'>

/** See `ConfigurationCommands.freshness`. */
export async function judgeFreshness(deps: JudgeDeps, sql: Sql, hotelIds: readonly string[]): Promise<Freshness[]> {
  const rows = (await readFreshness(sql, hotelIds)).filter((row) => canBring(deps, row))
  const now = deps.clock.now()
  return rows.map(({ syncSchedule, timeZone, ...facts }) =>
    freshnessOf(facts, dueAfter(deps, { syncSchedule, timeZone, trueAsOf: facts.trueAsOf }), now),
  )
}

/** A provider that this version no longer has brings nothing. */
function canBring({ adapters }: JudgeDeps, { provider, entityType }: FreshnessRow): boolean {
  try {
    return adapters(provider).fetch[syncedEntities[entityType].kind] !== undefined
  } catch {
    return false
  }
}

type Schedule = Pick<FreshnessRow, 'syncSchedule' | 'timeZone' | 'trueAsOf'>

/** Null where the schedule promises nothing: there is none, or one that can no longer be read and so rests. */
function dueAfter({ nextRun }: JudgeDeps, { syncSchedule, timeZone, trueAsOf }: Schedule): [Date, Date] | null {
  if (syncSchedule === null || trueAsOf === null) return null
  try {
    return upcomingRuns(nextRun, syncSchedule, timeZone, trueAsOf, 2) as [Date, Date]
  } catch {
    return null
  }
}
