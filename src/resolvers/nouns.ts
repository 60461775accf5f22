import type { ClassType } from 'type-graphql'
import type { EntityType } from '../records/entity-type.ts'
import { PmsBooking, PmsBookingConnection } from '../schema/booking.ts'
import type { Connection } from '../schema/common/connection.ts'
import type { SyncedRow } from '../schema/common/synced-row.ts'
import { PmsGuest, PmsGuestConnection } from '../schema/guest.ts'
import { BookingListArgs } from '../schema/inputs/booking.ts'
import { GuestListArgs } from '../schema/inputs/guest.ts'
import { RoomListArgs } from '../schema/inputs/room.ts'
import { PmsRoom, PmsRoomConnection } from '../schema/room.ts'
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
