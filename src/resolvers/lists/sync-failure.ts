import { type SyncFailure, SyncFailureEntity } from '../../entities/sync-failure.ts'
import type { PmsSyncFailureFilter } from '../../schema/inputs/sync-failure.ts'
import type { List } from '../paging/list.ts'

export const syncFailureList: List<SyncFailure, PmsSyncFailureFilter> = {
  name: 'failures',
  table: 'pms_sync_failure',
  entity: SyncFailureEntity,
  parents: { hotelId: 'text', syncLogId: 'uuid' },
  defaultOrder: { field: 'id', direction: 'ASC' },
  where({ open, errorCode, path, entityType, provider, externalId }, bind) {
    return [
      open === true && 't.resolved_at IS NULL',
      open === false && 't.resolved_at IS NOT NULL',
      errorCode && `t.error_code = ${bind(errorCode)}`,
      typeof path === 'string' && `coalesce(t.path, '') = ${bind(path)}`,
      entityType && `t.entity_type = ${bind(entityType)}`,
      provider && `t.provider = ${bind(provider)}`,
      externalId && `t.external_id = ${bind(externalId)}`,
    ]
  },
}
