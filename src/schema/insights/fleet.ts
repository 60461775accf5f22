import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { FleetState } from '../../insights/fleet.ts'
import { connectionOf } from '../common/connection.ts'
import { DateTime } from '../common/scalars.ts'
import { PmsFreshness, PmsFreshnessState } from './freshness.ts'

const NO_SYSTEM = 'null when it is connected to no PMS'

@ObjectType({ simpleResolvers: true, description: 'A hotel among the viewer’s, with how far it can be trusted.' })
export class PmsFleetHotel {
  @Field(() => ID, { description: 'The hotel.' })
  hotelId!: string

  @Field(() => PmsFreshnessState, { nullable: true, description: `The worst state of its types; ${NO_SYSTEM}.` })
  state!: FleetState

  @Field(() => DateTime, { nullable: true, description: 'Since when it is in that state, where that is known.' })
  since!: Date | null

  @Field(() => [PmsFreshness], { description: 'What the state comes from, by provider and type.' })
  freshness!: PmsFreshness[]
}

export const PmsFleetHotelConnection = connectionOf(PmsFleetHotel)

@ObjectType({ simpleResolvers: true, description: 'How many hotels are in a state.' })
export class PmsFleetStateCount {
  @Field(() => PmsFreshnessState, { nullable: true, description: `The state; ${NO_SYSTEM}.` })
  state!: FleetState

  @Field(() => Int, { description: 'How many hotels.' })
  hotels!: number
}
