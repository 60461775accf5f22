import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { FleetState } from '../../insights/fleet/fleet.ts'
import { connectionOf } from '../common/connection.ts'
import { DateTime } from '../common/scalars.ts'
import { PmsFreshnessState } from '../freshness-state.ts'
import { PmsFreshness } from './freshness.ts'

const NOT_CONNECTED = 'null when it is connected to no PMS'

@ObjectType({ simpleResolvers: true, description: 'One of the viewer’s hotels, with how up to date its data is.' })
export class PmsFleetHotel {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => PmsFreshnessState, {
    nullable: true,
    description: `The most severe state of its entity types; ${NOT_CONNECTED}.`,
  })
  state!: FleetState

  @Field(() => DateTime, { nullable: true, description: 'Since when the hotel is in this state; null when unknown.' })
  since!: Date | null

  @Field(() => [PmsFreshness], {
    description: 'Freshness of each provider and entity type, which the state is taken from.',
  })
  freshness!: PmsFreshness[]
}

export const PmsFleetHotelConnection = connectionOf(PmsFleetHotel)

@ObjectType({ simpleResolvers: true, description: 'Number of hotels in one state.' })
export class PmsFleetStateCount {
  @Field(() => PmsFreshnessState, { nullable: true, description: `State of the hotels; ${NOT_CONNECTED}.` })
  state!: FleetState

  @Field(() => Int, { description: 'Number of hotels in this state.' })
  hotels!: number
}
