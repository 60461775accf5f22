import { Field, ObjectType } from 'type-graphql'
import type { PreviewOutcome } from '../../entities/change-set.ts'
import type { Group } from '../../records/changes/groups.ts'
import type { JsonObject } from '../../records/common.ts'
import { PmsChangeGroup } from '../change-group.ts'
import { defineEnum } from '../common/enum.ts'
import { Payload } from '../common/error.ts'
import { JsonObjectScalar } from '../common/scalars.ts'
import { PmsBooking } from '../synced/booking.ts'
import { PmsChange } from './change.ts'

export const PmsChangeOutcome = defineEnum<PreviewOutcome>('PmsChangeOutcome', 'What would become of a change now.', {
  SEND: 'It would be sent.',
  IS_SO: 'The PMS has it already; nothing would be sent.',
  CONFLICT: 'The PMS has moved the same since; nothing would be sent.',
  REFUSED: 'It would be refused; `errorCode` and `error` say why.',
})

@ObjectType({ simpleResolvers: true, description: 'What would become of a change if it were sent now.' })
export class PmsChangePreview {
  @Field(() => PmsChangeOutcome, { description: 'What would become of it.' })
  outcome!: PreviewOutcome

  @Field(() => JsonObjectScalar, { description: 'What was there when it was looked at here, by field.' })
  base!: JsonObject

  @Field(() => JsonObjectScalar, { description: 'What is wanted, by field.' })
  wanted!: JsonObject

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'What the PMS has now, by field; null when it is gone.',
  })
  theirs!: JsonObject | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'All that the request would carry, by field; null when none would be sent.',
  })
  sent!: JsonObject | null

  @Field(() => [PmsChangeGroup], { description: 'What both sides have moved.' })
  conflicts!: Group[]

  @Field(() => String, { nullable: true, description: 'Stable code of the refusal.' })
  errorCode!: string | null

  @Field(() => String, { nullable: true, description: 'Why it would be refused, for a person.' })
  error!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of mutations that change something at a PMS.' })
export class PmsChangePayload extends Payload {
  @Field(() => PmsChange, { nullable: true, description: 'The change as it stands; null with `dryRun`.' })
  change?: PmsChange | null

  @Field(() => PmsChangePreview, { nullable: true, description: 'With `dryRun`: what would become of it.' })
  preview?: PmsChangePreview | null

  @Field(() => PmsBooking, { nullable: true, description: 'The booking as it is stored, such as with STALE_EXPECTED.' })
  booking?: PmsBooking | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of mutations that change several things at a PMS.' })
export class PmsChangesPayload extends Payload {
  @Field(() => [PmsChange], {
    nullable: true,
    description: 'The changes in the order of what they are about; null when one of them is refused.',
  })
  changes?: PmsChange[] | null

  @Field(() => [PmsChangePreview], { nullable: true, description: 'With `dryRun`: what would become of each.' })
  previews?: PmsChangePreview[] | null
}
