import { ENTITY_TYPES, type EntityType, recordTypes, type WordsOf } from '../records/entity-type.ts'
import { type PascalCase, pascalCase } from '../records/record-type.ts'
import type { SyncEngine } from './engine.ts'
import { type SyncSummary, summaryOf } from './events/summary.ts'

export interface SyncOptions {
  since?: Date
  limit?: number
}

/** Syncs one kind of thing of one hotel and resolves when that has ended. */
type SyncEntity = (hotelId: string, provider: string, options?: SyncOptions) => Promise<SyncSummary>

/** `syncProviderBookings` and so on. */
export type SyncFacade = {
  readonly [Type in EntityType as `syncProvider${PascalCase<WordsOf<Type>>}`]: SyncEntity
}

/** The engine for callers in this process who want a result and no queue. */
export function createSyncFacade(engine: SyncEngine): SyncFacade {
  const syncOf = (entityType: EntityType): SyncEntity => {
    return async (hotelId, provider, options = {}) => {
      const queued = await engine.request({ hotelId, provider, entityType, trigger: 'MANUAL', ...options })
      await engine.run(queued.id)
      // A worker of the queue may have been faster; then it is followed to its end.
      const log = await engine.waitForEnd(queued.id)
      return summaryOf(log)
    }
  }
  const named = ENTITY_TYPES.map((type) => [`syncProvider${pascalCase(recordTypes[type].words.many)}`, syncOf(type)])
  return Object.fromEntries(named) as SyncFacade
}
