import { ArgsType, Field, Int } from 'type-graphql'

/** Largest page of any list. */
export const MAX_PAGE_SIZE = 200

@ArgsType()
export abstract class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `Number of items from the start, at most ${MAX_PAGE_SIZE}. Either this or \`last\` is required to select items.`,
  })
  first?: number | null

  @Field(() => String, { nullable: true, description: 'Only items after this cursor.' })
  after?: string | null

  @Field(() => Int, { nullable: true, description: `Number of items from the end, at most ${MAX_PAGE_SIZE}.` })
  last?: number | null

  @Field(() => String, { nullable: true, description: 'Only items before this cursor.' })
  before?: string | null
}
