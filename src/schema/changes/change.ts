import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { ChangeState, ChangeWait, Resolution } from '../../entities/change.ts'
import type { ActionName } from '../../records/changes/actions.ts'
import type { Group } from '../../records/changes/groups.ts'
import type { RowType } from '../../records/entity-type.ts'
import { PmsChangeAction } from '../change-action.ts'
import { PmsChangeGroup } from '../change-group.ts'
import { connectionOf } from '../common/connection.ts'
import { defineEnum } from '../common/enum.ts'
import { Personal } from '../common/personal.ts'
import { DateTime } from '../common/scalars.ts'
import { PmsEntityType } from '../sync-log.ts'

export const PmsChangeState = defineEnum<ChangeState>('PmsChangeState', 'Where a change stands.', {
  DRAFT: 'An item of a set that has not been started.',
  PENDING: 'Recorded; nothing has been sent. `waitingFor` says what it waits for.',
  SENDING: 'On its way to the PMS.',
  AWAITING: 'Accepted by the PMS, and not seen there yet.',
  UNKNOWN: 'Sent, without an answer: it may have been done, and is looked for.',
  CONFLICT: 'Changed here and at the PMS. A person has to decide.',
  APPLIED: 'Seen at the PMS.',
  REJECTED: 'Refused; `errorCode` and `error` say why.',
  CANCELLED: 'Taken back before it was sent, or given up.',
  SUPERSEDED: 'A newer change took its place before it was sent.',
  EXPIRED: 'Could not be sent in time.',
})

export const PmsChangeWait = defineEnum<ChangeWait>('PmsChangeWait', 'What a change waits for.', {
  TURN: 'An earlier change of the same thing.',
  RATE: 'The rate limit of the PMS.',
  LOCKED: 'Somebody at the PMS who has it open.',
  PMS_DOWN: 'The PMS to answer.',
  PAUSED: 'The connection to be resumed.',
  WRITES_OFF: 'Changes at the PMS to be switched on.',
  AUTH: 'Valid credentials.',
  PERSON: 'A person who looks at the PMS and says what came of it; see `settleChange`.',
})

export const PmsChangeResolution = defineEnum<Resolution>('PmsChangeResolution', 'How a conflict was decided.', {
  OURS: 'What was wanted here was sent.',
  THEIRS: 'The PMS kept what it had.',
  CUSTOM: 'Something else was sent.',
  SAME: 'By itself: both sides came to the same, or the PMS went back.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'A change that a person wants at a hotel’s PMS, and what became of it.',
})
export class PmsChange {
  @Field(() => ID, { description: 'Id of the change.' })
  id!: string

  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'Type of what is changed.' })
  entityType!: RowType

  @Field(() => ID, { description: 'Id of what is changed, in this service.' })
  entityId!: string

  @Field(() => String, { description: 'Id of what is changed, at the PMS.' })
  externalId!: string

  @Field(() => PmsChangeAction, { description: 'What is done.' })
  action!: ActionName

  @Field(() => [PmsChangeGroup], { description: 'What of it is changed.' })
  groups!: Group[]

  @Field(() => PmsChangeState, { description: 'Where it stands.' })
  state!: ChangeState

  @Field(() => PmsChangeWait, { nullable: true, description: 'What it waits for; null while it waits for nothing.' })
  waitingFor!: ChangeWait | null

  @Field(() => String, { description: 'Who asked for it.' })
  requestedBy!: string

  @Personal('HIDDEN')
  @Field(() => String, {
    nullable: true,
    description: 'Why, in that person’s words. Without ADMIN_EDIT: null.',
  })
  reason!: string | null

  @Field(() => String, { nullable: true, description: 'Stable code of what went wrong; null without one.' })
  errorCode!: string | null

  @Field(() => String, { nullable: true, description: 'What went wrong or cannot be told, with the words of the PMS.' })
  error!: string | null

  @Field(() => Int, { description: 'How often it has been sent.' })
  sendings!: number

  @Field(() => DateTime, { nullable: true, description: 'When it was last sent; null before.' })
  sentAt!: Date | null

  @Field(() => [PmsChangeGroup], {
    nullable: true,
    description: 'What both sides have moved, when that was last found; null where they never have.',
  })
  contested!: Group[] | null

  @Field(() => PmsChangeResolution, { nullable: true, description: 'How its conflict was decided; null without one.' })
  resolution!: Resolution | null

  @Field(() => ID, { nullable: true, description: 'Id of the change that it takes back; null for any other.' })
  undoOf!: string | null

  @Field(() => ID, { nullable: true, description: 'Id of the change set that it is an item of; null for any other.' })
  setId!: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was found that it seems to have been done twice, as `error` says; null for any other.',
  })
  repeatedAt!: Date | null

  @Field(() => DateTime, { description: 'When it was asked for.' })
  createdAt!: Date

  @Field(() => DateTime, { description: 'When it last came on.' })
  updatedAt!: Date

  @Field(() => DateTime, { description: 'What has not been sent by then is not sent any more.' })
  expiresAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it is open.' })
  endedAt!: Date | null
}

export const PmsChangeConnection = connectionOf(PmsChange)
