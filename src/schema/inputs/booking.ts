import { ArgsType, Field, InputType } from 'type-graphql'
import type { BookingStatus } from '../../records/booking.ts'
import { PmsBookingStatus } from '../booking.ts'
import { defineOrderFields } from '../common/enum.ts'
import { LocalDate } from '../common/scalars.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'
import { PmsDateRange } from './range.ts'
import { SyncedRowFilter } from './synced-row.ts'

@InputType({ description: 'Narrows a list of bookings; everything given must hold.' })
export class PmsBookingFilter extends SyncedRowFilter {
  @Field(() => [PmsBookingStatus], { nullable: true, description: 'Has one of these statuses.' })
  status?: BookingStatus[] | null

  @Field(() => PmsDateRange, { nullable: true, description: 'Arrives on one of these days.' })
  checkIn?: PmsDateRange | null

  @Field(() => PmsDateRange, { nullable: true, description: 'Departs on one of these days.' })
  checkOut?: PmsDateRange | null

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The guest is in the house that night; a day use counts on its day.',
  })
  stayCovers?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Beginnings of words of the guest’s name, mail address and confirmation number, all of them, in any case and order.',
  })
  search?: string | null

  @Field(() => String, { nullable: true, description: 'Is assigned to the room of this number.' })
  roomNumber?: string | null

  @Field(() => String, { nullable: true, description: 'Is assigned to the room of this id at the PMS.' })
  roomExternalId?: string | null

  @Field(() => String, { nullable: true, description: 'Is of the guest of this id at the PMS.' })
  guestExternalId?: string | null
}

export const PmsBookingOrderField = defineOrderFields('PmsBookingOrderField', {
  CHECK_IN: ['checkIn', 'Day of arrival.'],
  CHECK_OUT: ['checkOut', 'Day of departure.'],
  GUEST_NAME: ['guestName', 'Name of the guest.'],
  ROOM_NUMBER: ['roomNumber', 'Number of the room.'],
  STATUS: ['status', 'Status, alphabetically.'],
  TOTAL_AMOUNT: ['totalAmountCents', 'Total, whatever the currency.'],
  CREATED_AT: ['id', 'When it was first stored here.'],
  UPDATED_AT: ['updatedAt', 'When it last changed here.'],
})
export const PmsBookingOrder = orderInputOf('PmsBooking', PmsBookingOrderField)

@ArgsType()
export class BookingListArgs extends PageArgs {
  @Field(() => PmsBookingFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: PmsBookingFilter | null

  @Field(() => PmsBookingOrder, { nullable: true, description: 'Orders the list; by day of arrival if not given.' })
  orderBy?: Order<(typeof PmsBookingOrderField)[string]> | null
}
