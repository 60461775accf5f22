import { ArgsType, Field, ID } from 'type-graphql'
import type { Bucket, Span } from '../../insights/statistics.ts'
import { PmsStatisticsBucket, PmsStatisticsSpan } from '../insights/statistics.ts'

@ArgsType()
export class SpanArgs {
  @Field(() => ID, { nullable: true, description: 'Only of this hotel; otherwise of all of the viewer’s.' })
  hotelId?: string | null

  @Field(() => String, { nullable: true, description: 'Only of the provider of this key.' })
  provider?: string | null

  @Field(() => PmsStatisticsSpan, { defaultValue: 'DAY', description: 'How far back.' })
  span!: Span
}

@ArgsType()
export class DurationArgs extends SpanArgs {
  @Field(() => PmsStatisticsBucket, { defaultValue: 'HOUR', description: 'What to group by.' })
  bucket!: Bucket
}

@ArgsType()
export class FreshnessAgeArgs {
  @Field(() => ID, { description: 'The hotel.' })
  hotelId!: string

  @Field(() => String, { nullable: true, description: 'Only of the provider of this key.' })
  provider?: string | null

  @Field(() => PmsStatisticsSpan, { defaultValue: 'DAY', description: 'How far back.' })
  span!: Span

  @Field(() => PmsStatisticsBucket, { defaultValue: 'HOUR', description: 'What to group by.' })
  bucket!: Bucket
}
