import { Field, ID, ObjectType } from 'type-graphql'
import { ERROR_CODES, type ErrorCode } from '../../errors.ts'
import { defineEnum } from './enum.ts'

const meanings = Object.fromEntries(Object.entries(ERROR_CODES).map(([code, { meaning }]) => [code, meaning]))

export const PmsErrorCode = defineEnum<ErrorCode>(
  'PmsErrorCode',
  'Codes of all errors of this subgraph, in payloads and in `extensions.code` of GraphQL errors.',
  meanings as Record<ErrorCode, string>,
)

@ObjectType({ simpleResolvers: true, description: 'Why a mutation changed nothing.' })
export class PmsError {
  @Field(() => PmsErrorCode, { description: 'Stable code to branch on.' })
  code!: ErrorCode

  @Field(() => String, { description: 'Message for a person. Its wording may change.' })
  message!: string

  @Field(() => String, { nullable: true, description: 'Dotted path of the invalid argument.' })
  field?: string | null

  @Field(() => ID, { nullable: true, description: 'With SYNC_ALREADY_RUNNING: id of the active sync.' })
  syncLogId?: string | null
}

/** What every mutation answers, beside its result: expected failures are data, not GraphQL errors. */
@ObjectType({ simpleResolvers: true })
export abstract class Payload {
  @Field(() => [PmsError], { description: 'Why nothing was changed; empty on success.' })
  errors!: PmsError[]
}
