import { type SyncedRows, syncedTables } from '../entities/all.ts'
import { selectList } from '../entities/select.ts'
import type { SyncLog } from '../entities/sync-log.ts'
import type { Sql } from '../platform/database/database.ts'
import {
  ENTITY_TYPES,
  type EntityType,
  isRowType,
  type RowType,
  recordTypes,
  type WordsOf,
} from '../records/entity-type.ts'
import { type CamelCase, type PascalCase, pascalCase } from '../records/record-type.ts'
import type { SyncEngine } from './engine.ts'
import { type ErrorReport, readErrorReports } from './error-reports.ts'
import { type SyncSummary, summaryOf } from './events/summary.ts'

export interface SyncOptions {
  /** The first one of the entity type if not given. */
  slice?: string
  since?: Date
  limit?: number
}

/**
 * How a sync ended, with `bookings`, `rooms` and so on: the rows that were created or changed while it ran. What is stored as
 * months has none.
 */
export type SyncResult<Type extends EntityType> = SyncSummary & {
  /** Milliseconds from start to end. */
  readonly duration: number
  /** Names the items that could not be stored. */
  readonly errorSummary: ErrorReport | null
} & (Type extends RowType ? { readonly [Kind in CamelCase<WordsOf<Type>>]: readonly SyncedRows[Type][] } : unknown)

/** Syncs one entity type of one hotel and resolves when that has ended. */
type SyncEntity<Type extends EntityType> = (
  hotelId: string,
  provider: string,
  options?: SyncOptions,
) => Promise<SyncResult<Type>>

/** `syncProviderBookings` and so on. */
export type SyncFacade = {
  readonly [Type in EntityType as `syncProvider${PascalCase<WordsOf<Type>>}`]: SyncEntity<Type>
}

/** Of a large sync these are a sample; its rows are in the tables. */
const MAX_ROWS = 1_000

/** The engine for callers in this process who want a result and no queue. */
export function createSyncFacade(engine: SyncEngine, sql: Sql): SyncFacade {
  const syncOf = (entityType: EntityType) => {
    return async (hotelId: string, provider: string, options: SyncOptions = {}) => {
      const queued = await engine.request({ hotelId, provider, entityType, trigger: 'MANUAL', ...options })
      await engine.run(queued.id)
      // A worker of the queue may have been faster; then it is followed to its end.
      return resultOf(sql, await engine.waitForEnd(queued.id))
    }
  }
  const named = ENTITY_TYPES.map((type) => [`syncProvider${pascalCase(recordTypes[type].words.many)}`, syncOf(type)])
  return Object.fromEntries(named) as SyncFacade
}

async function resultOf(sql: Sql, log: SyncLog) {
  const [[errorSummary = null], rows] = await Promise.all([readErrorReports(sql, [log]), changedRows(sql, log)])
  return { ...summaryOf(log), duration: log.duration ?? 0, errorSummary, ...rows }
}

async function changedRows(sql: Sql, { hotelId, provider, entityType, startedAt, completedAt }: SyncLog) {
  if (!isRowType(entityType)) return {}
  const { kind } = recordTypes[entityType]
  if (startedAt === null) return { [kind]: [] }
  const entity = syncedTables[entityType]
  const rows = await sql.query(
    `SELECT ${selectList(entity)} FROM ${entity.meta.tableName}
     WHERE hotel_id = $1 AND provider = $2 AND updated_at BETWEEN $3 AND coalesce($4, now()) ORDER BY id LIMIT ${MAX_ROWS}`,
    [hotelId, provider, startedAt, completedAt],
  )
  return { [kind]: rows }
}
