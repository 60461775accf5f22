import { ArgsType, Field, ID } from 'type-graphql'
import type { Bucket, Span } from '../../insights/statistics.ts'
import { PmsStatisticsBucket, PmsStatisticsSpan } from '../insights/statistics.ts'

@ArgsType()
export class SpanArgs {
  @Field(() => ID, { nullable: true, description: 'Id of a hotel; all of the viewer’s hotels when left out.' })
  hotelId?: string | null

  @Field(() => String, { nullable: true, description: 'Only this provider, by its key.' })
  provider?: string | null

  @Field(() => PmsStatisticsSpan, { defaultValue: 'DAY', description: 'Period to cover.' })
  span!: Span
}

@ArgsType()
export class DurationArgs extends SpanArgs {
  @Field(() => PmsStatisticsBucket, { defaultValue: 'HOUR', description: 'Interval to group by.' })
  bucket!: Bucket
}

@ArgsType()
export class FreshnessAgeArgs {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { nullable: true, description: 'Only this provider, by its key.' })
  provider?: string | null

  @Field(() => PmsStatisticsSpan, { defaultValue: 'DAY', description: 'Period to cover.' })
  span!: Span

  @Field(() => PmsStatisticsBucket, { defaultValue: 'HOUR', description: 'Interval to group by.' })
  bucket!: Bucket
}
