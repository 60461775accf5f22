import type { SyncLog } from '../../entities/sync-log.ts'
import type { SyncedEntity } from '../synced/synced-entity.ts'

/** A full walk reads all that there is; a calendar has no modification times, so that each walk reads all of its days. */
export const readsAll = ({ entity, log }: { readonly entity: SyncedEntity; readonly log: SyncLog }) =>
  log.operation === 'FULL' || (entity.store === 'SPANS' && log.operation === 'INCREMENTAL')
