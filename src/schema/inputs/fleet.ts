import { ArgsType, Field, InputType } from 'type-graphql'
import type { FleetFilter } from '../../insights/fleet.ts'
import type { FreshnessState } from '../../insights/freshness.ts'
import { PmsFreshnessState } from '../insights/freshness.ts'
import { PageArgs } from './page.ts'

@InputType({ description: 'Narrows the fleet; everything given must hold.' })
export class PmsFleetFilter implements FleetFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or the slug, in any case.' })
  search?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Is connected to the provider of this key; no other counts then.',
  })
  provider?: string | null

  @Field(() => [PmsFreshnessState], { nullable: true, description: 'Is in one of these states.' })
  state?: FreshnessState[] | null
}

@ArgsType()
export class FleetArgs extends PageArgs {
  @Field(() => PmsFleetFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: PmsFleetFilter | null
}
