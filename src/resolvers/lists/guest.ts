import { type Guest, GuestEntity } from '../../entities/guest.ts'
import type { PmsGuestFilter } from '../../schema/inputs/guest.ts'
import type { List } from '../paging/list.ts'
import { hasWords, ofSyncedRow } from './conditions.ts'

const WORDS = `t.first_name || ' ' || t.last_name || ' ' || coalesce(t.email, '') || ' ' || coalesce(t.phone, '')`

export const guestList: List<Guest, PmsGuestFilter> = {
  name: 'guests',
  table: 'pms_guest',
  entity: GuestEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'lastName', direction: 'ASC' },
  where(filter, bind) {
    const { search, email, country } = filter
    return [
      ...ofSyncedRow(filter, bind),
      search && hasWords(WORDS, search, bind),
      email && `lower(t.email) = lower(${bind(email)})`,
      country && `t.country = ANY(${bind(country.map((code) => code.toUpperCase()))})`,
    ]
  },
}
