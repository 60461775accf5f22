import { Field, Int, ObjectType } from 'type-graphql'
import type { CircuitState } from '../../insights/provider-health.ts'
import { defineEnum } from '../common/enum.ts'
import { Payload } from '../common/error.ts'
import { DateTime } from '../common/scalars.ts'

export const PmsCircuitState = defineEnum<CircuitState>(
  'PmsCircuitState',
  'Whether requests are sent to a PMS with one account.',
  {
    CLOSED: 'Requests are sent.',
    OPEN: 'Too many requests failed in a row: none is sent for a while.',
    HALF_OPEN: 'The while is over: one sync finds out whether the PMS answers again.',
  },
)

@ObjectType({
  simpleResolvers: true,
  description: 'How a PMS answers one account. Hotels with the same credentials share an account.',
})
export class PmsProviderHealth {
  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsCircuitState, { description: 'Whether requests are sent.' })
  state!: CircuitState

  @Field(() => Int, { description: 'Number of requests in a row that failed.' })
  failures!: number

  @Field(() => DateTime, { nullable: true, description: 'When the first of these requests failed.' })
  since!: Date | null

  @Field(() => String, { nullable: true, description: 'Error code of the last of these requests.' })
  reason!: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'Up to when the PMS asked for no more requests, such as by `Retry-After`.',
  })
  pausedUntil!: Date | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the PMS is asked again; null when requests are not held back.',
  })
  nextTryAt!: Date | null

  @Field(() => Int, { description: 'Number of the viewer’s hotels that use the account.' })
  hotelCount!: number
}

@ObjectType({ simpleResolvers: true, description: 'Payload of `tryProviderNow`.' })
export class PmsProviderHealthPayload extends Payload {
  @Field(() => PmsProviderHealth, { nullable: true, description: 'The account without its pause.' })
  health?: PmsProviderHealth | null
}
