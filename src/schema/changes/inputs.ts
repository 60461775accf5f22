import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import type { ChangeState } from '../../entities/change.ts'
import type { BookingStatus } from '../../records/booking.ts'
import type { ActionName } from '../../records/changes/actions.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { PmsChangeAction } from '../change-action.ts'
import { defineEnum, defineOrderFields } from '../common/enum.ts'
import { LocalDate } from '../common/scalars.ts'
import { type Order, orderInputOf } from '../inputs/order.ts'
import { PageArgs } from '../inputs/page.ts'
import { PmsEntityType } from '../sync-log.ts'
import { PmsBookingStatus } from '../synced/booking.ts'
import { PmsChangeState } from './change.ts'

export const PmsChangePricing = defineEnum<'KEEP' | 'REPRICE'>(
  'PmsChangePricing',
  'What new nights or another room type cost.',
  {
    KEEP: 'The agreed price stays, whatever the number of nights.',
    REPRICE: 'The PMS makes the price anew from its rates.',
  },
)

@InputType({ description: 'Days of arrival and departure; one that is left out stays.' })
export class PmsStayInput {
  @Field(() => LocalDate, { nullable: true, description: 'Day of arrival.' })
  checkIn?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'Day of departure.' })
  checkOut?: string | null
}

@InputType({ description: 'Who stays; a number that is left out stays.' })
export class PmsPartyInput {
  @Field(() => Int, { nullable: true, description: 'Number of adults.' })
  adults?: number | null

  @Field(() => Int, { nullable: true, description: 'Number of children.' })
  children?: number | null
}

@InputType({ description: 'A booking as the caller saw it; what is left out is not compared.' })
export class PmsExpectedBooking {
  @Field(() => LocalDate, { nullable: true, description: 'Day of arrival.' })
  checkIn?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'Day of departure.' })
  checkOut?: string | null

  @Field(() => String, { nullable: true, description: 'Room type, by its id at the PMS.' })
  roomTypeExternalId?: string | null

  @Field(() => Int, { nullable: true, description: 'Number of adults.' })
  adults?: number | null

  @Field(() => Int, { nullable: true, description: 'Number of children.' })
  children?: number | null

  @Field(() => String, { nullable: true, description: 'Assigned room, by its id at the PMS.' })
  roomExternalId?: string | null

  @Field(() => PmsBookingStatus, { nullable: true, description: 'Status of the booking.' })
  status?: BookingStatus | null
}

@InputType({ description: 'Something to be changed at a hotel’s PMS.' })
export class PmsActionInput {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only says what would become of it, by a look at the PMS. Nothing is recorded or sent.',
  })
  dryRun?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Answers when the change has ended, or after 30 seconds; otherwise at once, with PENDING.',
  })
  wait?: boolean | null
}

@InputType({ description: 'A booking, and how to change it.' })
export class PmsBookingActionInput extends PmsActionInput {
  @Field(() => ID, { description: 'Id of the booking in this service.' })
  bookingId!: string

  @Field(() => PmsExpectedBooking, {
    nullable: true,
    description:
      'The booking as it was seen; refused with STALE_EXPECTED when it is not so. Left out: as it is stored.',
  })
  expected?: PmsExpectedBooking | null

  @Field(() => String, { nullable: true, description: 'Why, for whoever reads it later.' })
  reason?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Has the PMS write to the guest; it does not by default.' })
  notifyGuest?: boolean | null
}

@InputType({ description: 'What to change of a booking: dates, room type, party.' })
export class PmsBookingChangeInput extends PmsBookingActionInput {
  @Field(() => PmsStayInput, { nullable: true, description: 'Other days.' })
  stay?: PmsStayInput | null

  @Field(() => ID, { nullable: true, description: 'Another room type, by its id in this service.' })
  roomTypeId?: string | null

  @Field(() => PmsPartyInput, { nullable: true, description: 'Other guests.' })
  party?: PmsPartyInput | null

  @Field(() => PmsChangePricing, {
    nullable: true,
    description: 'What it costs then. Required when nights or room type change: there is no default.',
  })
  pricing?: 'KEEP' | 'REPRICE' | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Has the PMS charge the cancellation fee for nights that are given up; it does not by default.',
  })
  chargeFee?: boolean | null
}

@InputType({ description: 'Another room for a booking.' })
export class PmsBookingMoveInput extends PmsBookingActionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the room in this service. Null takes the booking’s room off, where the PMS can do that.',
  })
  roomId?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Moves it although somebody at the PMS has locked it into its room, and locks it again; otherwise TARGET_LOCKED.',
  })
  unlock?: boolean | null
}

@InputType({ description: 'A booking to cancel.' })
export class PmsBookingCancelInput extends PmsBookingActionInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Has the PMS charge the cancellation fee; it does not by default.',
  })
  chargeFee?: boolean | null
}

@InputType({ description: 'A note to add to a booking.' })
export class PmsBookingNoteInput extends PmsBookingActionInput {
  @Field(() => String, { description: 'Text of the note, at most 4,000 characters.' })
  note!: string
}

export type Settlement = 'DONE' | 'SEND_AGAIN' | 'GIVE_UP'

export const PmsChangeSettlement = defineEnum<Settlement>('PmsChangeSettlement', 'What a person found out.', {
  DONE: 'It was done at the PMS.',
  SEND_AGAIN: 'It was not done; send it once more.',
  GIVE_UP: 'It is not wanted any more.',
})

@InputType({ description: 'A person’s word on a change of which nobody knows whether it was done.' })
export class PmsSettleChangeInput {
  @Field(() => ID, { description: 'Id of the change.' })
  changeId!: string

  @Field(() => PmsChangeSettlement, { description: 'What was found at the PMS.' })
  outcome!: Settlement
}

@InputType({ description: 'Conditions on changes; all of them have to hold.' })
export class PmsChangeFilter {
  @Field(() => Boolean, { nullable: true, description: 'True: only open ones; false: only those that have ended.' })
  open?: boolean | null

  @Field(() => [PmsChangeState], { nullable: true, description: 'Stands at one of these.' })
  state?: ChangeState[] | null

  @Field(() => [PmsChangeAction], { nullable: true, description: 'Does one of these.' })
  action?: ActionName[] | null

  @Field(() => PmsEntityType, { nullable: true, description: 'Is about this type.' })
  entityType?: EntityType | null

  @Field(() => ID, {
    nullable: true,
    description: 'Is an item of this change set. Items that have not been started are only listed so.',
  })
  setId?: string | null

  @Field(() => ID, { nullable: true, description: 'Is about this thing, by its id in this service.' })
  entityId?: string | null

  @Field(() => String, { nullable: true, description: 'Provider has this key.' })
  provider?: string | null

  @Field(() => String, { nullable: true, description: 'Was asked for by this person.' })
  requestedBy?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether it seems to have been done twice.' })
  repeated?: boolean | null
}

export const PmsChangeOrderField = defineOrderFields('PmsChangeOrderField', {
  CREATED_AT: ['id', 'When it was asked for.'],
})
export const PmsChangeOrder = orderInputOf('PmsChange', PmsChangeOrderField)

@ArgsType()
export class ChangeListArgs extends PageArgs {
  @Field(() => PmsChangeFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsChangeFilter | null

  @Field(() => PmsChangeOrder, { nullable: true, description: 'Orders the list; newest first if not given.' })
  orderBy?: Order<(typeof PmsChangeOrderField)[string]> | null
}
