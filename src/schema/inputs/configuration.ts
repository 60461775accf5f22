import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import type { ActionName } from '../../records/changes/actions.ts'
import type { JsonObject } from '../../records/common.ts'
import { PmsChangeAction } from '../change-action.ts'
import { defineOrderFields } from '../common/enum.ts'
import { JsonObjectScalar } from '../common/scalars.ts'
import { PmsGroupDefaultInput } from '../conflict-default.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'

@InputType({ description: 'Conditions on configurations; all of them have to hold.' })
export class PmsConfigurationFilter {
  @Field(() => String, { nullable: true, description: 'Provider has this key.' })
  provider?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Enabled, or paused.' })
  enabled?: boolean | null
}

export const PmsConfigurationOrderField = defineOrderFields('PmsConfigurationOrderField', {
  HOTEL_ID: ['hotelId', 'Id of the hotel.'],
  PROVIDER: ['provider', 'Key of the provider.'],
  LAST_SYNC_AT: ['lastSyncAt', 'Start of the last complete sync.'],
  NEXT_SYNC_AT: ['nextSyncAt', 'When the next scheduled sync is due.'],
  CREATED_AT: ['id', 'When it was first stored.'],
})
export const PmsConfigurationOrder = orderInputOf('PmsConfiguration', PmsConfigurationOrderField)

@ArgsType()
export class ConfigurationListArgs extends PageArgs {
  @Field(() => PmsConfigurationFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsConfigurationFilter | null

  @Field(() => PmsConfigurationOrder, { nullable: true, description: 'Orders the list; by hotel if not given.' })
  orderBy?: Order<(typeof PmsConfigurationOrderField)[string]> | null
}

@InputType({ description: 'Identifies a hotel’s connection to a provider.' })
export class PmsConfigurationKey {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string
}

@InputType({
  description: 'A hotel’s connection to a PMS provider. On an update, fields that are left out keep their values.',
})
export class PmsConfigurationInput extends PmsConfigurationKey {
  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'Credentials by the provider’s `credentialSchema`; required on creation. Stored encrypted and never returned.',
  })
  credentials?: JsonObject | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'Instead of `credentials`: only the fields that change. The others keep their stored values; null removes a field.',
  })
  changedCredentials?: JsonObject | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'Settings by the provider’s `settingsSchema`. After a change of host the secrets have to be entered again.',
  })
  settings?: JsonObject | null

  @Field(() => String, {
    nullable: true,
    description: 'Id of the property at the PMS; null when the credentials imply it.',
  })
  externalHotelId?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether syncs run; true by default on creation.' })
  enabled?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether people may change things at the PMS; false by default on creation.',
  })
  writeEnabled?: boolean | null

  @Field(() => [PmsChangeAction], {
    nullable: true,
    description: 'What they may do there; null for all that the provider can.',
  })
  actions?: ActionName[] | null

  @Field(() => [PmsGroupDefaultInput], {
    nullable: true,
    description: 'Who gives way when something was changed here and at the PMS; groups that are left out stay.',
  })
  conflictDefaults?: PmsGroupDefaultInput[] | null

  @Field(() => String, {
    nullable: true,
    description: 'Why it is paused, with `enabled: false`. Removed when it is enabled again.',
  })
  pausedReason?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Cron expression in the hotel’s time zone, such as `*/15 * * * *`; null for no schedule.',
  })
  syncSchedule?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a new connection is synced at once, all that the provider has of it, whatever its schedule. Without a meaning for one that exists.',
  })
  firstSync?: boolean | null

  @Field(() => Int, {
    nullable: true,
    description: 'The `version` that was read: refused with VERSION_CONFLICT when it has changed since then.',
  })
  version?: number | null
}

@InputType({ description: 'A configuration to test: the stored one, with any of its values replaced.' })
export class PmsConfigurationTestInput extends PmsConfigurationKey {
  @Field(() => JsonObjectScalar, { nullable: true, description: 'Used instead of the stored ones. Not stored.' })
  credentials?: JsonObject | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'Instead of `credentials`: only these fields are replaced. Not stored.',
  })
  changedCredentials?: JsonObject | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'Used instead of the stored ones. Not stored. With another host, the secrets are required too.',
  })
  settings?: JsonObject | null

  @Field(() => String, { nullable: true, description: 'Used instead of the stored one. Not stored.' })
  externalHotelId?: string | null
}
