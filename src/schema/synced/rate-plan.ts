import { Directive, Field, ObjectType } from 'type-graphql'
import type { DerivationKind, RatePricing } from '../../records/rate-plan.ts'
import { connectionOf } from '../common/connection.ts'
import { defineEnum } from '../common/enum.ts'
import { SafeInt } from '../common/scalars.ts'
import { SyncedRow } from '../common/synced-row.ts'

export const PmsRatePricing = defineEnum<RatePricing>('PmsRatePricing', 'What a price of a rate plan is for.', {
  PER_ROOM: 'For the room, whoever sleeps in it.',
  PER_OCCUPANCY: 'For the room, by the number of guests.',
  PER_PERSON: 'For each guest.',
})

export const PmsDerivationKind = defineEnum<DerivationKind>(
  'PmsDerivationKind',
  'How prices follow those of another rate plan.',
  {
    PERCENT: 'By a share of the other price.',
    AMOUNT: 'By a fixed amount.',
  },
)

@ObjectType({ description: 'How the prices of a rate plan follow those of another one.' })
export class PmsRateDerivation {
  @Field(() => PmsRatePlan, { nullable: true, description: 'The other rate plan; null until it is synced.' })
  ratePlan?: PmsRatePlan | null

  @Field(() => String, { description: 'Id of the other rate plan at the PMS.' })
  ratePlanExternalId!: string

  @Field(() => PmsDerivationKind, {
    nullable: true,
    description: 'How `value` is meant; null when the PMS does not say.',
  })
  kind!: DerivationKind | null

  @Field(() => SafeInt, {
    nullable: true,
    description:
      'What is added to the other price. PERCENT: in hundredths of a percent, -1000 is −10 %. AMOUNT: in minor units of the rate plan’s currency.',
  })
  value!: number | null
}

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'Conditions at which rooms are sold, as the hotel’s PMS has them.' })
export class PmsRatePlan extends SyncedRow {
  @Field(() => String, { nullable: true, description: 'Short name that staff use.' })
  code!: string | null

  @Field(() => String, { description: 'Name, as the PMS has it.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'ISO 4217 code of the currency of its prices.' })
  currency!: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its prices include taxes; null when the PMS does not say.',
  })
  taxIncluded!: boolean | null

  @Field(() => PmsRatePricing, {
    nullable: true,
    description: 'What its prices are for; null when the PMS does not say.',
  })
  pricing!: RatePricing | null
}

export const PmsRatePlanConnection = connectionOf(PmsRatePlan)
