import { Directive, Field, Int, ObjectType } from 'type-graphql'
import type { BookingStatus } from '../records/booking.ts'
import { connectionOf } from './common/connection.ts'
import { defineEnum } from './common/enum.ts'
import { Personal } from './common/personal.ts'
import { LocalDate, SafeInt } from './common/scalars.ts'
import { SyncedRow } from './common/synced-row.ts'

export const PmsBookingStatus = defineEnum<BookingStatus>('PmsBookingStatus', 'Where a booking stands.', {
  PENDING: 'Asked for, not yet confirmed.',
  CONFIRMED: 'Confirmed; the guest is expected.',
  CHECKED_IN: 'The guest is in the house.',
  CHECKED_OUT: 'The guest has left.',
  CANCELLED: 'Cancelled.',
  NO_SHOW: 'The guest did not come.',
})

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'A reservation, as the PMS of its hotel tells it.' })
export class PmsBooking extends SyncedRow {
  @Field(() => String, { nullable: true, description: 'What the guest knows it by.' })
  confirmationNumber!: string | null

  @Field(() => PmsBookingStatus, { description: 'Where it stands.' })
  status!: BookingStatus

  @Field(() => String, { description: 'Where it came from, in upper case: DIRECT, OTA, …' })
  source!: string

  @Personal('NAME')
  @Field(() => String, { description: 'Name of the guest, as written in the booking. Without ADMIN_EDIT: initials.' })
  guestName!: string

  @Personal('EMAIL')
  @Field(() => String, {
    nullable: true,
    description: 'Mail address of the guest, as written in the booking. Without ADMIN_EDIT: its first letter.',
  })
  guestEmail!: string | null

  @Field(() => String, { nullable: true, description: 'Id of the guest profile at the PMS; see `guest`.' })
  guestExternalId!: string | null

  @Field(() => String, { nullable: true, description: 'Number of the assigned room; null before assignment.' })
  roomNumber!: string | null

  @Field(() => String, { nullable: true, description: 'Booked kind of room, as the PMS names it.' })
  roomType!: string | null

  @Field(() => String, { nullable: true, description: 'Id of the assigned room at the PMS; see `room`.' })
  roomExternalId!: string | null

  @Field(() => LocalDate, { description: 'Day of arrival, in the hotel’s calendar.' })
  checkIn!: string

  @Field(() => LocalDate, { description: 'Day of departure, in the hotel’s calendar.' })
  checkOut!: string

  @Field(() => Int, { description: 'Number of adults.' })
  adults!: number

  @Field(() => Int, { nullable: true, description: 'Number of children, where the PMS says.' })
  children!: number | null

  @Field(() => SafeInt, {
    nullable: true,
    description: 'Total in minor units of `currency`: 12345 is 123.45 EUR or 12345 JPY.',
  })
  totalAmountCents!: number | null

  @Field(() => String, { nullable: true, description: 'ISO 4217 code of the total.' })
  currency!: string | null

  @Personal('HIDDEN')
  @Field(() => String, { nullable: true, description: 'Notes of the hotel or the guest. Without ADMIN_EDIT: null.' })
  notes!: string | null
}

export const PmsBookingConnection = connectionOf(PmsBooking)
