import { ArgsType, Field, Int } from 'type-graphql'
import { MAX_PAGE_SIZE } from './page.ts'

@ArgsType()
export class AriChangeArgs {
  @Field(() => String, { nullable: true, description: 'Only what came after this cursor; without it what is kept.' })
  after?: string | null

  @Field(() => Int, { defaultValue: 100, description: `Number of changes, at most ${MAX_PAGE_SIZE}.` })
  first!: number
}
