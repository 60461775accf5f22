import type { Sql } from '../platform/database.ts'
import type { ConfigurationDeps } from './configurations.ts'
import type { DueAfter } from './due-runs.ts'
import { type Freshness, freshnessOf } from './freshness.ts'
import { type FreshnessRow, readFreshness } from './freshness-rows.ts'
import { syncedEntities } from './synced-entities.ts'

type JudgeDeps = Pick<ConfigurationDeps, 'clock' | 'adapters'> & { readonly dueAfter: DueAfter }

/** See `ConfigurationCommands.freshness`. */
export async function judgeFreshness(deps: JudgeDeps, sql: Sql, hotelIds: readonly string[]): Promise<Freshness[]> {
  const rows = (await readFreshness(sql, hotelIds)).filter((row) => canBring(deps, row))
  const now = deps.clock.now()
  return rows.map(({ syncSchedule, timeZone, ...facts }) =>
    freshnessOf(facts, deps.dueAfter({ syncSchedule, timeZone, trueAsOf: facts.trueAsOf }), now),
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
