import type { ClassType } from 'type-graphql'
import type { RowType } from '../records/entity-type.ts'
import type { Connection } from '../schema/common/connection.ts'
import type { SyncedRow } from '../schema/common/synced-row.ts'
import { BookingListArgs } from '../schema/inputs/synced/booking.ts'
import { GuestListArgs } from '../schema/inputs/synced/guest.ts'
import { HousekeepingListArgs } from '../schema/inputs/synced/housekeeping.ts'
import { MaintenanceRequestListArgs } from '../schema/inputs/synced/maintenance-request.ts'
import { RatePlanListArgs } from '../schema/inputs/synced/rate-plan.ts'
import { RoomListArgs } from '../schema/inputs/synced/room.ts'
import { RoomBlockListArgs } from '../schema/inputs/synced/room-block.ts'
import { RoomTypeListArgs } from '../schema/inputs/synced/room-type.ts'
import { PmsBooking, PmsBookingConnection } from '../schema/synced/booking.ts'
import { PmsGuest, PmsGuestConnection } from '../schema/synced/guest.ts'
import { PmsHousekeeping, PmsHousekeepingConnection } from '../schema/synced/housekeeping.ts'
import { PmsMaintenanceRequest, PmsMaintenanceRequestConnection } from '../schema/synced/maintenance-request.ts'
import { PmsRatePlan, PmsRatePlanConnection } from '../schema/synced/rate-plan.ts'
import { PmsRoom, PmsRoomConnection } from '../schema/synced/room.ts'
import { PmsRoomBlock, PmsRoomBlockConnection } from '../schema/synced/room-block.ts'
import { PmsRoomType, PmsRoomTypeConnection } from '../schema/synced/room-type.ts'
import { bookingList } from './lists/booking.ts'
import { guestList } from './lists/guest.ts'
import { housekeepingList } from './lists/housekeeping.ts'
import { maintenanceRequestList } from './lists/maintenance-request.ts'
import { ratePlanList } from './lists/rate-plan.ts'
import { roomList } from './lists/room.ts'
import { roomBlockList } from './lists/room-block.ts'
import { roomTypeList } from './lists/room-type.ts'
import type { List } from './paging/list.ts'
import type { ListArgs } from './paging/page-request.ts'

/** What the API shows of an entity type; what every one has is made of it by entity-resolvers.ts. */
export interface Noun<Type extends SyncedRow, Row extends Type, Filter> {
  readonly Type: ClassType<Type>
  readonly Connection: ClassType<Connection<Type>>
  readonly Args: ClassType<ListArgs<Filter>>
  /** Its rows are answered as they are: the compiler holds them against `Type`. */
  readonly list: List<Row, Filter>
}

/** Of any type. */
export type AnyNoun = Noun<SyncedRow, SyncedRow, Readonly<Record<string, unknown>>>

const noun = <Type extends SyncedRow, Row extends Type, Filter>(declared: Noun<Type, Row, Filter>) =>
  declared as unknown as AnyNoun

export const nouns: Readonly<Record<RowType, AnyNoun>> = {
  BOOKING: noun({ Type: PmsBooking, Connection: PmsBookingConnection, Args: BookingListArgs, list: bookingList }),
  ROOM: noun({ Type: PmsRoom, Connection: PmsRoomConnection, Args: RoomListArgs, list: roomList }),
  GUEST: noun({ Type: PmsGuest, Connection: PmsGuestConnection, Args: GuestListArgs, list: guestList }),
  ROOM_TYPE: noun({ Type: PmsRoomType, Connection: PmsRoomTypeConnection, Args: RoomTypeListArgs, list: roomTypeList }),
  RATE_PLAN: noun({ Type: PmsRatePlan, Connection: PmsRatePlanConnection, Args: RatePlanListArgs, list: ratePlanList }),
  HOUSEKEEPING: noun({
    Type: PmsHousekeeping,
    Connection: PmsHousekeepingConnection,
    Args: HousekeepingListArgs,
    list: housekeepingList,
  }),
  ROOM_BLOCK: noun({
    Type: PmsRoomBlock,
    Connection: PmsRoomBlockConnection,
    Args: RoomBlockListArgs,
    list: roomBlockList,
  }),
  MAINTENANCE_REQUEST: noun({
    Type: PmsMaintenanceRequest,
    Connection: PmsMaintenanceRequestConnection,
    Args: MaintenanceRequestListArgs,
    list: maintenanceRequestList,
  }),
}
