import { Directive, Field, Int, ObjectType } from 'type-graphql'
import type { BookingStatus } from '../../records/booking.ts'
import { connectionOf } from '../common/connection.ts'
import { defineEnum } from '../common/enum.ts'
import { Personal } from '../common/personal.ts'
import { LocalDate, SafeInt } from '../common/scalars.ts'
import { SyncedRow } from '../common/synced-row.ts'

export const PmsBookingStatus = defineEnum<BookingStatus>('PmsBookingStatus', 'Status of a booking.', {
  PENDING: 'Requested, not yet confirmed.',
  CONFIRMED: 'Confirmed; the guest is expected.',
  CHECKED_IN: 'The guest has checked in and not yet left.',
  CHECKED_OUT: 'The guest has left.',
  CANCELLED: 'Cancelled.',
  NO_SHOW: 'The guest did not come.',
})

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'A reservation, as the hotel’s PMS has it.' })
export class PmsBooking extends SyncedRow {
  @Field(() => String, { nullable: true, description: 'Number that the guest was given.' })
  confirmationNumber!: string | null

  @Field(() => PmsBookingStatus, { description: 'Status of the booking.' })
  status!: BookingStatus

  @Field(() => String, { description: 'Channel of the booking, in upper case: DIRECT, OTA, …' })
  source!: string

  @Personal('NAME')
  @Field(() => String, { description: 'Name of the guest, as written in the booking. Without ADMIN_EDIT: initials.' })
  guestName!: string

  @Personal('EMAIL')
  @Field(() => String, {
    nullable: true,
    description: 'Email address of the guest, as written in the booking. Without ADMIN_EDIT: its first letter.',
  })
  guestEmail!: string | null

  @Field(() => String, { nullable: true, description: 'Id of the guest profile at the PMS; see `guest`.' })
  guestExternalId!: string | null

  @Field(() => String, { nullable: true, description: 'Number of the assigned room; null before assignment.' })
  roomNumber!: string | null

  @Field(() => String, { nullable: true, description: 'Booked room type, as the PMS names it.' })
  roomType!: string | null

  @Field(() => String, { nullable: true, description: 'Id of the assigned room at the PMS; see `room`.' })
  roomExternalId!: string | null

  @Field(() => String, { nullable: true, description: 'Id of the booked room type at the PMS; see `bookedRoomType`.' })
  roomTypeExternalId!: string | null

  @Field(() => String, { nullable: true, description: 'Id of the booked rate plan at the PMS; see `ratePlan`.' })
  ratePlanExternalId!: string | null

  @Field(() => LocalDate, { description: 'Arrival date, in the hotel’s calendar.' })
  checkIn!: string

  @Field(() => LocalDate, { description: 'Departure date, in the hotel’s calendar.' })
  checkOut!: string

  @Field(() => Int, { description: 'Number of adults.' })
  adults!: number

  @Field(() => Int, { nullable: true, description: 'Number of children; null when the PMS does not say.' })
  children!: number | null

  @Field(() => SafeInt, {
    nullable: true,
    description: 'Total in minor units of `currency`: 12345 is 123.45 EUR or 12345 JPY. Gross, as the guest pays it.',
  })
  totalAmountCents!: number | null

  @Field(() => String, { nullable: true, description: 'ISO 4217 currency code of the total.' })
  currency!: string | null

  @Personal('HIDDEN')
  @Field(() => String, { nullable: true, description: 'Notes by the hotel or the guest. Without ADMIN_EDIT: null.' })
  notes!: string | null
}

export const PmsBookingConnection = connectionOf(PmsBooking)
