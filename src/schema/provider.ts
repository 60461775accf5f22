import { Field, Int, ObjectType } from 'type-graphql'
import type { JsonObject } from '../records/common.ts'
import type { EntityType } from '../records/entity-type.ts'
import { JsonObjectScalar, SafeInt } from './common/scalars.ts'
import { PmsEntityType } from './sync-log.ts'

@ObjectType({ simpleResolvers: true, description: 'An allowance of requests.' })
export class PmsProviderRate {
  @Field(() => Int, { description: 'At most so many requests per credential …' })
  requests!: number

  @Field(() => SafeInt, { description: '… in any window of so many milliseconds.' })
  perMs!: number
}

@ObjectType({ simpleResolvers: true, description: 'Limits of a PMS.' })
export class PmsProviderLimits {
  @Field(() => PmsProviderRate, { description: 'How often it may be asked.' })
  rate!: PmsProviderRate

  @Field(() => Int, { description: 'Largest page that it gives.' })
  pageSize!: number

  @Field(() => SafeInt, { description: 'How far, in milliseconds, an incremental sync looks back over the last one.' })
  overlapMs!: number

  @Field(() => SafeInt, {
    nullable: true,
    description: 'After so many milliseconds of silence webhooks may be lost; null when it sends none.',
  })
  webhookLossHorizonMs!: number | null
}

@ObjectType({ simpleResolvers: true, description: 'A kind of PMS that hotels can connect to.' })
export class PmsProvider {
  @Field(() => String, { description: 'Stable key.' })
  key!: string

  @Field(() => String, { description: 'Name of the product.' })
  name!: string

  @Field(() => [PmsEntityType], { description: 'What can be synced from it.' })
  capabilities!: EntityType[]

  @Field(() => JsonObjectScalar, { description: 'JSON Schema of the credentials, to draw a form from.' })
  credentialSchema!: JsonObject

  @Field(() => JsonObjectScalar, { description: 'JSON Schema of the settings, to draw a form from.' })
  settingsSchema!: JsonObject

  @Field(() => PmsProviderLimits, { description: 'Its limits.' })
  limits!: PmsProviderLimits
}
