import { Field, Int, ObjectType } from 'type-graphql'
import type { ActionName } from '../records/changes/actions.ts'
import type { JsonObject } from '../records/common.ts'
import type { EntityType } from '../records/entity-type.ts'
import { PmsChangeAction } from './change-action.ts'
import { JsonObjectScalar, SafeInt } from './common/scalars.ts'
import { PmsEntityType } from './sync-log.ts'

@ObjectType({ simpleResolvers: true, description: 'A rate limit.' })
export class PmsProviderRate {
  @Field(() => Int, { description: 'Largest number of requests of one credential within any window.' })
  requests!: number

  @Field(() => SafeInt, { description: 'Length of the window in milliseconds.' })
  perMs!: number
}

@ObjectType({ simpleResolvers: true, description: 'Limits of a PMS.' })
export class PmsProviderLimits {
  @Field(() => PmsProviderRate, { description: 'Rate limit of the PMS, per credential.' })
  rate!: PmsProviderRate

  @Field(() => Int, { description: 'Largest page size of the PMS.' })
  pageSize!: number

  @Field(() => SafeInt, {
    description: 'Milliseconds that an incremental sync reaches back before the start of the last one.',
  })
  overlapMs!: number

  @Field(() => SafeInt, {
    nullable: true,
    description:
      'Milliseconds without webhooks after which some may have been lost; null for a provider without webhooks.',
  })
  webhookLossHorizonMs!: number | null
}

@ObjectType({ simpleResolvers: true, description: 'A PMS product that hotels can connect to.' })
export class PmsProvider {
  @Field(() => String, { description: 'Stable key of the provider, such as `opera`.' })
  key!: string

  @Field(() => String, { description: 'Name of the product.' })
  name!: string

  @Field(() => [PmsEntityType], { description: 'Entity types that can be synced from it.' })
  capabilities!: EntityType[]

  @Field(() => [PmsChangeAction], { description: 'What can be done at it; see `actions` of a configuration.' })
  actions!: ActionName[]

  @Field(() => JsonObjectScalar, { description: 'JSON Schema of the credentials, for rendering a form.' })
  credentialSchema!: JsonObject

  @Field(() => JsonObjectScalar, { description: 'JSON Schema of the settings, for rendering a form.' })
  settingsSchema!: JsonObject

  @Field(() => PmsProviderLimits, { description: 'Request limits and page size of the PMS.' })
  limits!: PmsProviderLimits

  @Field(() => String, {
    nullable: true,
    description: 'Text for the support of the PMS that says what a stream needs; null for a provider without streams.',
  })
  streamSetup!: string | null
}
