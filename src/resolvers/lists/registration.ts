import { type Hotel, HotelEntity } from '../../entities/hotel.ts'
import type { PmsRegistrationFilter } from '../../schema/inputs/hotel.ts'
import type { List } from '../paging/list.ts'
import { isHotelNamed } from './conditions.ts'

/** `viewerHotelIds`: those that exist for the viewer; not given: all. */
export const registrationList: List<Hotel, PmsRegistrationFilter & { viewerHotelIds?: readonly string[] }> = {
  name: 'registrations',
  table: 'pms_hotel',
  entity: HotelEntity,
  parents: {},
  defaultOrder: { field: 'name', direction: 'ASC' },
  where({ search, hotelIds, viewerHotelIds }, bind) {
    return [
      viewerHotelIds && `t.id = ANY(${bind(viewerHotelIds)})`,
      hotelIds && `t.id = ANY(${bind(hotelIds)})`,
      search && isHotelNamed(bind(search)),
    ]
  },
}
