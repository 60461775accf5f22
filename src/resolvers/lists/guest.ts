import { type Guest, GuestEntity } from '../../entities/synced/guest.ts'
import type { PmsGuestFilter } from '../../schema/inputs/synced/guest.ts'
import type { List } from '../paging/list.ts'
import { isFoundBy, ofSyncedRow } from './conditions.ts'
import { rowChanges } from './row-changes.ts'

export const guestList: List<Guest, PmsGuestFilter> = {
  name: 'guests',
  table: 'pms_guest',
  entity: GuestEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'lastName', direction: 'ASC' },
  preparedFilters: ['search', 'email'],
  overlay: rowChanges('GUEST'),
  where(filter, bind) {
    const { search, email, country } = filter
    return [
      ...ofSyncedRow(filter, bind, 'pms_guest'),
      search && isFoundBy('pms_guests_by_search', bind(search)),
      email && isFoundBy('pms_guests_by_email', bind(email)),
      country && `t.country = ANY(${bind(country.map((code) => code.toUpperCase()))})`,
    ]
  },
}
