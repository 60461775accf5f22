import { nextRun } from '../platform/cron.ts'
import type { Sql } from '../platform/database/database.ts'
import type { Clock, PmsProviderAdapter } from '../providers/provider.ts'
import { staggerMs } from '../sync/synced/due.ts'
import { syncedEntities } from '../sync/synced/synced-entities.ts'
import { createDueAfter, type DueAfter } from './due-runs.ts'
import { type Freshness, freshnessOf } from './freshness.ts'
import { type FreshnessRow, readFreshness } from './freshness-rows.ts'

/** How far what is stored can be trusted. */
export interface FreshnessReader {
  /**
   * A line for each account of these hotels and entity type that it supports.
   * @param sql sees what the requester may see
   */
  read(sql: Sql, hotelIds: readonly string[]): Promise<Freshness[]>
}

export interface FreshnessDeps {
  readonly clock: Clock
  /** The provider of a key; throws UNKNOWN_PROVIDER. */
  adapters(key: string): PmsProviderAdapter
}

export function createFreshnessReader(deps: FreshnessDeps): FreshnessReader {
  const dueAfter = createDueAfter(nextRun)
  return { read: (sql, hotelIds) => computeFreshness(deps, dueAfter, sql, hotelIds) }
}

async function computeFreshness(
  deps: FreshnessDeps,
  dueAfter: DueAfter,
  sql: Sql,
  hotelIds: readonly string[],
): Promise<Freshness[]> {
  const rows = (await readFreshness(sql, hotelIds)).filter((row) => supports(deps, row))
  const now = deps.clock.now()
  return rows.map(({ syncSchedule, every, timeZone, ...facts }) => {
    const { trueAsOf } = facts
    const isOwn = syncSchedule !== null && every !== null
    const shifted = isOwn ? { syncSchedule: every, shiftMs: staggerMs({ ...facts, every }) } : { syncSchedule }
    return freshnessOf(facts, dueAfter({ ...shifted, timeZone, trueAsOf }), now)
  })
}

/** A provider that this version no longer has supports nothing. */
function supports({ adapters }: FreshnessDeps, { provider, entityType }: FreshnessRow): boolean {
  try {
    return adapters(provider).fetch[syncedEntities[entityType].kind] !== undefined
  } catch {
    return false
  }
}
