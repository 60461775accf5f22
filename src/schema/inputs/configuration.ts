import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import type { JsonObject } from '../../records/common.ts'
import { defineOrderFields } from '../common/enum.ts'
import { JsonObjectScalar } from '../common/scalars.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'

@InputType({ description: 'Narrows a list of configurations; everything given must hold.' })
export class PmsConfigurationFilter {
  @Field(() => String, { nullable: true, description: 'Is for the provider of this key.' })
  provider?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Is switched on, or off.' })
  enabled?: boolean | null
}

export const PmsConfigurationOrderField = defineOrderFields('PmsConfigurationOrderField', {
  HOTEL_ID: ['hotelId', 'Id of the hotel.'],
  PROVIDER: ['provider', 'Key of the provider.'],
  LAST_SYNC_AT: ['lastSyncAt', 'Start of the last sync that brought everything.'],
  NEXT_SYNC_AT: ['nextSyncAt', 'When the schedule is due next.'],
  CREATED_AT: ['id', 'When it was first stored.'],
})
export const PmsConfigurationOrder = orderInputOf('PmsConfiguration', PmsConfigurationOrderField)

@ArgsType()
export class ConfigurationListArgs extends PageArgs {
  @Field(() => PmsConfigurationFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: PmsConfigurationFilter | null

  @Field(() => PmsConfigurationOrder, { nullable: true, description: 'Orders the list; by hotel if not given.' })
  orderBy?: Order<(typeof PmsConfigurationOrderField)[string]> | null
}

@InputType({ description: 'Names a hotel’s account at a provider.' })
export class PmsConfigurationKey {
  @Field(() => ID, { description: 'The hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string
}

@InputType({ description: 'A hotel’s account at a provider. On an update, what is left out stays as it is.' })
export class PmsConfigurationInput extends PmsConfigurationKey {
  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'As the provider’s `credentialSchema` says. Needed the first time. Encrypted, and never shown again.',
  })
  credentials?: JsonObject | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'Instead of `credentials`: only the fields that change; the others stay as they are stored, null takes one away.',
  })
  changedCredentials?: JsonObject | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'As the provider’s `settingsSchema` says. With another host, the secrets have to be entered again.',
  })
  settings?: JsonObject | null

  @Field(() => String, {
    nullable: true,
    description: 'What the PMS calls the property; null when the credentials imply it.',
  })
  externalHotelId?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether syncs run; true the first time if not given.' })
  enabled?: boolean | null

  @Field(() => String, {
    nullable: true,
    description: 'Why it is switched off, with `enabled: false`; forgotten when it is switched on.',
  })
  pausedReason?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Cron expression in the hotel’s time zone, such as `*/15 * * * *`; null for no schedule.',
  })
  syncSchedule?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'The `version` that was read: refused with VERSION_CONFLICT when it has changed since then.',
  })
  version?: number | null
}

@InputType({ description: 'What to test: the stored configuration, or the same with something else in its place.' })
export class PmsConfigurationTestInput extends PmsConfigurationKey {
  @Field(() => JsonObjectScalar, { nullable: true, description: 'Instead of the stored ones. Not stored.' })
  credentials?: JsonObject | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'Instead of `credentials`: these fields, the others as they are stored. Not stored.',
  })
  changedCredentials?: JsonObject | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'Instead of the stored ones. Not stored. With another host, the secrets have to be entered, too.',
  })
  settings?: JsonObject | null

  @Field(() => String, { nullable: true, description: 'Instead of the stored one. Not stored.' })
  externalHotelId?: string | null
}
