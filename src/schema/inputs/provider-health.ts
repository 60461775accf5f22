import { ArgsType, Field, ID, Int } from 'type-graphql'

@ArgsType()
export class ProviderHealthArgs {
  @Field(() => ID, { nullable: true, description: 'Id of a hotel; all of the viewer’s hotels when left out.' })
  hotelId?: string | null

  @Field(() => Boolean, { defaultValue: false, description: 'Only accounts with failed requests or a pause.' })
  troubled!: boolean

  @Field(() => Int, { defaultValue: 50, description: 'Number of accounts to return, from 1 to 100.' })
  first!: number
}
