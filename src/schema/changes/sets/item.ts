import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { ChangeSetResult, PreviewOutcome } from '../../../entities/change-set.ts'
import { connectionOf } from '../../common/connection.ts'
import { defineEnum } from '../../common/enum.ts'
import { Personal } from '../../common/personal.ts'
import { PmsChangeOutcome } from '../payloads.ts'

export const PmsChangeSetResult = defineEnum<ChangeSetResult>(
  'PmsChangeSetResult',
  'What has become of an item since its set was run.',
  {
    DONE: 'Applied, or so already.',
    FAILED: 'Refused, or for a person to decide; `errorCode` and `error` say why.',
    NOT_TRIED: 'Never sent.',
    WAITING: 'Still to be sent, or under way.',
  },
)

@ObjectType({ simpleResolvers: true, description: 'A line of a change set, and what becomes of it.' })
export class PmsChangeSetItem {
  @Field(() => ID, { description: 'Id of the item.' })
  id!: string

  @Field(() => Int, { description: 'Its number in the set, from 1; in a CSV the line below the header.' })
  line!: number

  @Personal('HIDDEN')
  @Field(() => String, {
    nullable: true,
    description: 'What a line named that is no change, as it was given. Without ADMIN_EDIT: null.',
  })
  given!: string | null

  @Field(() => PmsChangeOutcome, {
    nullable: true,
    description: 'What the preview says of it; null until it was looked at.',
  })
  outcome!: PreviewOutcome | null

  @Field(() => PmsChangeSetResult, { nullable: true, description: 'What has become of it; null until the set is run.' })
  result!: ChangeSetResult | null

  @Field(() => String, { nullable: true, description: 'Stable code of what is wrong with it; null without one.' })
  errorCode!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong with it, for a person; with the words of the PMS.',
  })
  error!: string | null

  @Field(() => String, { nullable: true, description: 'The column or field at fault, of a line that is no change.' })
  field!: string | null
}

export const PmsChangeSetItemConnection = connectionOf(PmsChangeSetItem)
