import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import type { ChangeSetResult, ChangeSetState, PreviewOutcome } from '../../../entities/change-set.ts'
import type { ActionName } from '../../../records/changes/actions.ts'
import type { JsonObject } from '../../../records/common.ts'
import { PmsChangeAction } from '../../change-action.ts'
import { defineOrderFields } from '../../common/enum.ts'
import { JsonObjectScalar } from '../../common/scalars.ts'
import { type Order, orderInputOf } from '../../inputs/order.ts'
import { PageArgs } from '../../inputs/page.ts'
import { PmsBookingFilter } from '../../inputs/synced/booking.ts'
import { PmsHousekeepingFilter } from '../../inputs/synced/housekeeping.ts'
import { PmsMaintenanceRequestFilter } from '../../inputs/synced/maintenance-request.ts'
import { PmsRoomFilter } from '../../inputs/synced/room.ts'
import { PmsRoomBlockFilter } from '../../inputs/synced/room-block.ts'
import { PmsChangeOutcome } from '../payloads.ts'
import { PmsChangeSetState } from './change-set.ts'
import { PmsChangeSetResult } from './item.ts'

@InputType({ description: 'What is to be changed: the one filter of what the action is done to.' })
export class PmsChangeSetTargets {
  @Field(() => PmsBookingFilter, { nullable: true, description: 'Bookings, for actions that are done to bookings.' })
  bookings?: PmsBookingFilter | null

  @Field(() => PmsRoomFilter, { nullable: true, description: 'Rooms, for ROOM_BLOCK_CREATE and MAINTENANCE_CREATE.' })
  rooms?: PmsRoomFilter | null

  @Field(() => PmsHousekeepingFilter, { nullable: true, description: 'Rooms as kept, for HOUSEKEEPING_CONDITION.' })
  housekeeping?: PmsHousekeepingFilter | null

  @Field(() => PmsRoomBlockFilter, { nullable: true, description: 'Blocks of rooms, for ROOM_BLOCK_END.' })
  roomBlocks?: PmsRoomBlockFilter | null

  @Field(() => PmsMaintenanceRequestFilter, { nullable: true, description: 'Requests, for MAINTENANCE_UPDATE.' })
  maintenanceRequests?: PmsMaintenanceRequestFilter | null
}

@InputType({ description: 'The same change for many things: exactly one of `filter`, `ids` and `csv` says which.' })
export class PmsCreateChangeSetInput {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, {
    nullable: true,
    description: 'Key of the provider; needed where several PMSs of the hotel could be meant.',
  })
  provider?: string | null

  @Field(() => PmsChangeAction, { description: 'What is done.' })
  action!: ActionName

  @Field(() => PmsChangeSetTargets, { nullable: true, description: 'All that it finds, at most 10,000.' })
  filter?: PmsChangeSetTargets | null

  @Field(() => [ID], { nullable: true, description: 'Ids in this service of what is changed, at most 10,000.' })
  ids?: string[] | null

  @Field(() => String, {
    nullable: true,
    description:
      'A CSV in UTF-8 with commas or semicolons: one column that names the thing (`id`, `externalId`, of bookings `confirmationNumber`, of rooms `roomNumber`), and columns of fields; at most 10,000 lines.',
  })
  csv?: string | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'What is wanted, by the fields of the groups of the action, such as `{ "condition": "CLEAN" }`. With `csv`: what its columns leave out.',
  })
  values?: JsonObject | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      '`pricing` (KEEP or REPRICE; required where nights or type change), `notifyGuest`, `chargeFee`, `unlock`, as far as the PMS has them.',
  })
  options?: JsonObject | null

  @Field(() => String, { nullable: true, description: 'Why, for those who look at it later.' })
  reason?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'So many are sent first; the others when these have ended well. 5 if not given.',
  })
  canary?: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'It stops when more of the last 100 than this were refused, in percent. 5 if not given.',
  })
  stopPercent?: number | null
}

@InputType({ description: 'A change set that is to run as it was shown.' })
export class PmsRunChangeSetInput {
  @Field(() => ID, { description: 'Id of the set.' })
  changeSetId!: string

  @Field(() => String, { description: '`previewHash` of the set, as it was when a person looked at it.' })
  previewHash!: string
}

@InputType({ description: 'Conditions on change sets; all of them have to hold.' })
export class PmsChangeSetFilter {
  @Field(() => [PmsChangeSetState], { nullable: true, description: 'Stands at one of these.' })
  state?: ChangeSetState[] | null

  @Field(() => [PmsChangeAction], { nullable: true, description: 'Does one of these.' })
  action?: ActionName[] | null

  @Field(() => String, { nullable: true, description: 'Provider has this key.' })
  provider?: string | null

  @Field(() => String, { nullable: true, description: 'Was made by this person.' })
  requestedBy?: string | null
}

export const PmsChangeSetOrderField = defineOrderFields('PmsChangeSetOrderField', {
  CREATED_AT: ['id', 'When it was made.'],
})
export const PmsChangeSetOrder = orderInputOf('PmsChangeSet', PmsChangeSetOrderField)

@ArgsType()
export class ChangeSetListArgs extends PageArgs {
  @Field(() => PmsChangeSetFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsChangeSetFilter | null

  @Field(() => PmsChangeSetOrder, { nullable: true, description: 'Orders the list; newest first if not given.' })
  orderBy?: Order<(typeof PmsChangeSetOrderField)[string]> | null
}

@ArgsType()
export class ChangeSetItemArgs extends PageArgs {
  @Field(() => [PmsChangeOutcome], { nullable: true, description: 'Only those of which the preview says this.' })
  outcome?: PreviewOutcome[] | null

  @Field(() => [PmsChangeSetResult], { nullable: true, description: 'Only those of which this has become.' })
  result?: ChangeSetResult[] | null
}
