import { ArgsType, Field, InputType } from 'type-graphql'
import type { BookingStatus } from '../../../records/booking.ts'
import { defineOrderFields } from '../../common/enum.ts'
import { LocalDate } from '../../common/scalars.ts'
import { PmsBookingStatus } from '../../synced/booking.ts'
import { type Order, orderInputOf } from '../order.ts'
import { PageArgs } from '../page.ts'
import { PmsDateRange } from '../range.ts'
import { SyncedRowFilter } from '../synced-row.ts'

@InputType({ description: 'Conditions on bookings; all of them have to hold.' })
export class PmsBookingFilter extends SyncedRowFilter {
  @Field(() => [PmsBookingStatus], { nullable: true, description: 'Status is one of these.' })
  status?: BookingStatus[] | null

  @Field(() => PmsDateRange, { nullable: true, description: 'Arrival date is in this range.' })
  checkIn?: PmsDateRange | null

  @Field(() => PmsDateRange, { nullable: true, description: 'Departure date is in this range.' })
  checkOut?: PmsDateRange | null

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The guest stays that night; a day use counts on its day.',
  })
  stayCovers?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Words, or beginnings of words, that all occur in the guest’s name, email address or confirmation number, in any order, case and accents.',
  })
  search?: string | null

  @Field(() => String, { nullable: true, description: 'Assigned to the room with this number.' })
  roomNumber?: string | null

  @Field(() => String, { nullable: true, description: 'Assigned to the room with this id at the PMS.' })
  roomExternalId?: string | null

  @Field(() => String, { nullable: true, description: 'Belongs to the guest profile with this id at the PMS.' })
  guestExternalId?: string | null

  @Field(() => String, { nullable: true, description: 'Is of the room type with this id at the PMS.' })
  roomTypeExternalId?: string | null

  @Field(() => String, { nullable: true, description: 'Is of the rate plan with this id at the PMS.' })
  ratePlanExternalId?: string | null
}

export const PmsBookingOrderField = defineOrderFields('PmsBookingOrderField', {
  CHECK_IN: ['checkIn', 'Arrival date.'],
  CHECK_OUT: ['checkOut', 'Departure date.'],
  GUEST_NAME: ['guestName', 'Name of the guest.'],
  ROOM_NUMBER: ['roomNumber', 'Number of the room.'],
  STATUS: ['status', 'Status, alphabetically.'],
  TOTAL_AMOUNT: ['totalAmountCents', 'Total, whatever the currency.'],
  CREATED_AT: ['id', 'When it was first stored.'],
  UPDATED_AT: ['updatedAt', 'When the stored version last changed.'],
})
export const PmsBookingOrder = orderInputOf('PmsBooking', PmsBookingOrderField)

@ArgsType()
export class BookingListArgs extends PageArgs {
  @Field(() => PmsBookingFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsBookingFilter | null

  @Field(() => PmsBookingOrder, { nullable: true, description: 'Orders the list; by day of arrival if not given.' })
  orderBy?: Order<(typeof PmsBookingOrderField)[string]> | null
}
