import type { ClassType } from 'type-graphql'
import type { EntityType } from '../records/entity-type.ts'
import type { Connection } from '../schema/common/connection.ts'
import type { SyncedRow } from '../schema/common/synced-row.ts'
import { BookingListArgs } from '../schema/inputs/synced/booking.ts'
import { GuestListArgs } from '../schema/inputs/synced/guest.ts'
import { RoomListArgs } from '../schema/inputs/synced/room.ts'
import { PmsBooking, PmsBookingConnection } from '../schema/synced/booking.ts'
import { PmsGuest, PmsGuestConnection } from '../schema/synced/guest.ts'
import { PmsRoom, PmsRoomConnection } from '../schema/synced/room.ts'
import { bookingList } from './lists/booking.ts'
import { guestList } from './lists/guest.ts'
import { roomList } from './lists/room.ts'
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

export const nouns: Readonly<Record<EntityType, AnyNoun>> = {
  BOOKING: noun({ Type: PmsBooking, Connection: PmsBookingConnection, Args: BookingListArgs, list: bookingList }),
  ROOM: noun({ Type: PmsRoom, Connection: PmsRoomConnection, Args: RoomListArgs, list: roomList }),
  GUEST: noun({ Type: PmsGuest, Connection: PmsGuestConnection, Args: GuestListArgs, list: guestList }),
}
