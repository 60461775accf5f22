import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { ConflictFilter, Severity } from '../../changes/conflicts/list.ts'
import type { Choice } from '../../changes/conflicts/resolve.ts'
import type { Group } from '../../records/changes/groups.ts'
import type { JsonObject } from '../../records/common.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { PmsChangeGroup } from '../change-group.ts'
import { connectionOf } from '../common/connection.ts'
import { defineEnum } from '../common/enum.ts'
import { Payload } from '../common/error.ts'
import { DateTime, JsonObjectScalar } from '../common/scalars.ts'
import { PageArgs } from '../inputs/page.ts'
import { PmsEntityType } from '../sync-log.ts'
import { PmsChange } from './change.ts'
import { PmsActionInput, PmsChangePricing } from './inputs.ts'

export const PmsConflictSeverity = defineEnum<Severity>('PmsConflictSeverity', 'How soon a conflict does harm.', {
  TODAY: 'A guest arrives today or is in house, or it is about how clean a room is.',
  SOON: 'Within a week, or not about a stay.',
  LATER: 'After that.',
})

export const PmsConflictChoice = defineEnum<Choice>('PmsConflictChoice', 'Who gives way.', {
  OURS: 'What is wanted here is sent, over what the PMS has.',
  THEIRS: 'The PMS keeps what it has.',
  CUSTOM: 'Something else is sent: `values`.',
})

@ObjectType({ simpleResolvers: true, description: 'Something that was changed here and at the PMS.' })
export class PmsConflict {
  @Field(() => PmsChange, { description: 'The change, which waits.' })
  change!: PmsChange

  @Field(() => ID, { description: 'Names what the PMS had when this was read; send it back to decide.' })
  version!: string

  @Field(() => [PmsChangeGroup], { description: 'What both sides have moved.' })
  groups!: Group[]

  @Field(() => JsonObjectScalar, { nullable: true, description: 'What was there before, by field.' })
  base!: JsonObject | null

  @Field(() => JsonObjectScalar, { nullable: true, description: 'What the PMS has, by field.' })
  theirs!: JsonObject | null

  @Field(() => JsonObjectScalar, { nullable: true, description: 'What is wanted here, by field.' })
  ours!: JsonObject | null

  @Field(() => String, { description: 'Who wanted it here. Who changed it at the PMS is not known.' })
  by!: string

  @Field(() => DateTime, { description: 'When it was wanted.' })
  at!: Date

  @Field(() => DateTime, { description: 'Since when at the latest the PMS has what it has.' })
  theirsSince!: Date

  @Field(() => PmsConflictSeverity, { description: 'How soon it does harm.' })
  severity!: Severity

  @Field(() => Int, {
    nullable: true,
    description: 'Nights that ours would sell more than theirs; null where nights are not contested.',
  })
  nights!: number | null

  @Field(() => String, { nullable: true, description: 'Number of the room that it is about.' })
  roomNumber!: string | null

  @Field(() => String, { description: 'All of it in words, in the hotel’s time.' })
  says!: string
}

export const PmsConflictConnection = connectionOf(PmsConflict)

@InputType({ description: 'Conditions on conflicts; all of them have to hold.' })
export class PmsConflictFilter implements ConflictFilter {
  @Field(() => [PmsConflictSeverity], { nullable: true, description: 'Does harm as soon as one of these says.' })
  severity?: Severity[] | null

  @Field(() => [PmsChangeGroup], { nullable: true, description: 'Both sides have moved one of these.' })
  group?: Group[] | null

  @Field(() => PmsEntityType, { nullable: true, description: 'Is about this type.' })
  entityType?: EntityType | null

  @Field(() => String, { nullable: true, description: 'Provider has this key.' })
  provider?: string | null

  @Field(() => String, { nullable: true, description: 'Was asked for by this person.' })
  requestedBy?: string | null
}

@ArgsType()
export class ConflictListArgs extends PageArgs {
  @Field(() => PmsConflictFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsConflictFilter | null
}

@ObjectType({ simpleResolvers: true, description: 'What defaults would have made of conflicts of the last 30 days.' })
export class PmsTriedDefaults {
  @Field(() => Int, { description: 'How many conflicts there were.' })
  conflicts!: number

  @Field(() => Int, { description: 'Of these, how many would have gone our way.' })
  ours!: number

  @Field(() => Int, { description: 'How many the way of the PMS.' })
  theirs!: number

  @Field(() => Int, { description: 'How many a person would have been asked.' })
  asked!: number

  @Field(() => Int, { description: 'How many people decided otherwise than the defaults would have.' })
  otherwise!: number
}

@InputType({ description: 'A conflict as it was shown.' })
export class PmsConflictKey {
  @Field(() => ID, { description: 'Id of the change.' })
  changeId!: string

  @Field(() => ID, {
    description: 'The `version` that was read: refused with PREVIEW_OUTDATED when the PMS has moved.',
  })
  version!: string
}

@InputType({ description: 'A decision on conflicts.' })
export class PmsResolveConflictsInput {
  @Field(() => [PmsConflictKey], { description: 'The conflicts, at most 200; one only with CUSTOM.' })
  conflicts!: PmsConflictKey[]

  @Field(() => PmsConflictChoice, { description: 'Who gives way.' })
  choice!: Choice

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'With CUSTOM: what is wanted instead, by the fields of `ours`; what is left out is as the PMS has it.',
  })
  values?: JsonObject | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of `resolveConflicts`.' })
export class PmsResolveConflictsPayload extends Payload {
  @Field(() => [PmsChange], {
    nullable: true,
    description: 'The changes that were decided. Those that could not be are in `errors`, by `conflicts.0`, …',
  })
  changes?: PmsChange[] | null
}

@InputType({ description: 'A change to take back.' })
export class PmsUndoChangeInput extends PmsActionInput {
  @Field(() => ID, { description: 'Id of the change; see its `canUndo`.' })
  changeId!: string

  @Field(() => PmsChangePricing, {
    nullable: true,
    description: 'What it costs then. Required when nights or room type change.',
  })
  pricing?: 'KEEP' | 'REPRICE' | null

  @Field(() => Boolean, { nullable: true, description: 'Has the PMS write to the guest; it does not by default.' })
  notifyGuest?: boolean | null
}
