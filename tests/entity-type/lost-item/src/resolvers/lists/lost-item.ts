import { type LostItem, LostItemEntity } from '../../entities/synced/lost-item.ts'
import type { PmsLostItemFilter } from '../../schema/inputs/synced/lost-item.ts'
import type { List } from '../paging/list.ts'
import { ofSyncedRow } from './conditions.ts'

export const lostItemList: List<LostItem, PmsLostItemFilter> = {
  name: 'lostItems',
  table: 'pms_lost_item',
  entity: LostItemEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'foundAt', direction: 'ASC' },
  where(filter, bind) {
    return [...ofSyncedRow(filter, bind), filter.status && `t.status = ANY(${bind(filter.status)})`]
  },
}
