import { Field, ID, ObjectType } from 'type-graphql'
import { ERROR_CODES, type ErrorCode } from '../../errors.ts'
import { defineEnum } from './enum.ts'

const meanings = Object.fromEntries(Object.entries(ERROR_CODES).map(([code, { meaning }]) => [code, meaning]))

export const PmsErrorCode = defineEnum<ErrorCode>(
  'PmsErrorCode',
  'Every error of this subgraph carries one of these; in `extensions.code` of a GraphQL error too.',
  meanings as Record<ErrorCode, string>,
)

@ObjectType({ simpleResolvers: true, description: 'Why something that was asked for was not done.' })
export class PmsError {
  @Field(() => PmsErrorCode, { description: 'Stable; branch on this.' })
  code!: ErrorCode

  @Field(() => String, { description: 'For a person; may change.' })
  message!: string

  @Field(() => String, { nullable: true, description: 'Dotted path of the argument at fault.' })
  field?: string | null

  @Field(() => ID, { nullable: true, description: 'With SYNC_ALREADY_RUNNING: the run that is active.' })
  syncLogId?: string | null
}

/** What every mutation answers, beside its result: expected failures are data, not GraphQL errors. */
@ObjectType({ simpleResolvers: true })
export abstract class Payload {
  @Field(() => [PmsError], { description: 'Empty when it was done.' })
  errors!: PmsError[]
}
