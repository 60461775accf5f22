import { type HistoryEntry, HistoryEntryEntity } from '../../entities/history-entry.ts'
import type { List } from '../paging/list.ts'

/** Newest first. */
export const historyList: List<HistoryEntry, object> = {
  name: 'history',
  table: 'pms_history',
  entity: HistoryEntryEntity,
  parents: { hotelId: 'text', rowId: 'uuid' },
  defaultOrder: { field: 'id', direction: 'DESC' },
  where: () => [],
}
