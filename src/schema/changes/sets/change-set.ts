import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { ChangeWait } from '../../../entities/change.ts'
import type { ChangeSetSource, ChangeSetState } from '../../../entities/change-set.ts'
import type { ActionName } from '../../../records/changes/actions.ts'
import { PmsChangeAction } from '../../change-action.ts'
import { connectionOf } from '../../common/connection.ts'
import { defineEnum } from '../../common/enum.ts'
import { Payload } from '../../common/error.ts'
import { Personal } from '../../common/personal.ts'
import { DateTime } from '../../common/scalars.ts'
import { PmsChangeWait } from '../change.ts'

export const PmsChangeSetState = defineEnum<ChangeSetState>('PmsChangeSetState', 'Where a change set stands.', {
  DRAFT: 'Its items are being looked at; nothing can be sent.',
  PREVIEWED: 'All of its items have been looked at. It can be run within an hour.',
  RUNNING: 'Its items are being sent.',
  PAUSED: 'Nothing more is sent until it is resumed.',
  DONE: 'All of it was applied.',
  PARTIAL: 'It has ended, and some of it was not applied.',
  STOPPED: 'It was ended before all was tried; `stoppedBecause` says why.',
})

export const PmsChangeSetSource = defineEnum<ChangeSetSource>('PmsChangeSetSource', 'What a change set was made of.', {
  FILTER: 'All that a filter found.',
  SELECTION: 'Things that were named.',
  CSV: 'Lines of a file.',
  UNDO: 'What another set has done, to take it back.',
})

@ObjectType({ simpleResolvers: true, description: 'How many items of a change set stand where.' })
export class PmsChangeSetCounts {
  @Field(() => Int, { description: 'All of them.' })
  total!: number

  @Field(() => Int, { description: 'Looked at by the preview.' })
  looked!: number

  @Field(() => Int, { description: 'Previewed as SEND.' })
  toSend!: number

  @Field(() => Int, { description: 'Previewed as IS_SO.' })
  isSo!: number

  @Field(() => Int, { description: 'Previewed as CONFLICT.' })
  conflicts!: number

  @Field(() => Int, { description: 'Previewed as REFUSED, lines that are no change among them.' })
  refused!: number

  @Field(() => Int, { description: 'Still to be sent, or under way.' })
  waiting!: number

  @Field(() => Int, { description: 'Applied, or so already.' })
  done!: number

  @Field(() => Int, { description: 'Refused, or for a person to decide.' })
  failed!: number

  @Field(() => Int, { description: 'Never sent.' })
  notTried!: number
}

@ObjectType({ simpleResolvers: true, description: 'What it takes to send what is left of a change set.' })
export class PmsChangeSetEstimate {
  @Field(() => Int, { description: 'Requests to the PMS, looks before and after among them.' })
  requests!: number

  @Field(() => Int, { description: 'Seconds, at half of what the PMS allows.' })
  seconds!: number
}

@ObjectType({ simpleResolvers: true, description: 'Why a change set was ended before all was tried.' })
export class PmsChangeSetStop {
  @Field(() => String, { nullable: true, description: 'Stable code; null when a person has cancelled it.' })
  code!: string | null

  @Field(() => String, { description: 'In words for a person.' })
  message!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'The same change for many things of a hotel, looked at before it is sent.',
})
export class PmsChangeSet {
  @Field(() => ID, { description: 'Id of the set.' })
  id!: string

  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsChangeAction, { description: 'What is done.' })
  action!: ActionName

  @Field(() => PmsChangeSetSource, { description: 'What it was made of.' })
  source!: ChangeSetSource

  @Field(() => PmsChangeSetState, { description: 'Where it stands.' })
  state!: ChangeSetState

  @Personal('HIDDEN')
  @Field(() => String, {
    nullable: true,
    description: 'Why, in the words of whoever made it. Without ADMIN_EDIT: null.',
  })
  reason!: string | null

  @Field(() => String, { description: 'Who made it.' })
  requestedBy!: string

  @Field(() => Int, { description: 'So many are sent first; the others when these have ended well.' })
  canary!: number

  @Field(() => Int, { description: 'It stops when more of the last 100 than this were refused, in percent.' })
  stopPercent!: number

  @Field(() => String, { nullable: true, description: 'Names what the preview shows, to run just that; null before.' })
  previewHash!: string | null

  @Field(() => DateTime, { nullable: true, description: 'When the preview was complete; null before.' })
  previewedAt!: Date | null

  @Field(() => PmsChangeWait, {
    nullable: true,
    description: 'What the preview waits for, or why a set paused by itself.',
  })
  waitingFor!: ChangeWait | null

  @Field(() => String, { nullable: true, description: 'Stable code of what is in its way, or has stopped it.' })
  errorCode!: string | null

  @Field(() => String, { nullable: true, description: 'The same in words for a person, with those of the PMS.' })
  error!: string | null

  @Field(() => ID, { nullable: true, description: 'Id of the set that it takes back; null for any other.' })
  undoOf!: string | null

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'When it was first run; null before.' })
  startedAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null before.' })
  endedAt!: Date | null
}

export const PmsChangeSetConnection = connectionOf(PmsChangeSet)

@ObjectType({ simpleResolvers: true, description: 'Payload of mutations of change sets.' })
export class PmsChangeSetPayload extends Payload {
  @Field(() => PmsChangeSet, { nullable: true, description: 'The set as it stands.' })
  changeSet?: PmsChangeSet | null
}
