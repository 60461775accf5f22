import { ArgsType, Field, InputType } from 'type-graphql'
import type { FleetFilter } from '../../insights/fleet/fleet.ts'
import type { FreshnessState } from '../../insights/freshness.ts'
import { PmsFreshnessState } from '../freshness-state.ts'
import { PageArgs } from './page.ts'

@InputType({ description: 'Conditions on the hotels of the fleet; all of them have to hold.' })
export class PmsFleetFilter implements FleetFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Text that occurs in the name or slug, in any case and accents.',
  })
  search?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Connected to the provider with this key; only this connection counts for the state.',
  })
  provider?: string | null

  @Field(() => [PmsFreshnessState], { nullable: true, description: 'State is one of these.' })
  state?: FreshnessState[] | null

  @Field(() => Boolean, { nullable: true, description: 'Has items that could not be stored and are not resolved.' })
  hasOpenFailures?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Has a stream that is wanted and has been down for a minute; meanwhile the PMS is polled.',
  })
  hasStreamDown?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Has changes at its PMS that wait for a person: conflicts, or such of which nobody knows what came of them.',
  })
  hasUndecidedChanges?: boolean | null
}

@ArgsType()
export class FleetArgs extends PageArgs {
  @Field(() => PmsFleetFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsFleetFilter | null
}
