import { Directive, Field, Int, ObjectType } from 'type-graphql'
import type { JsonObject } from '../../records/common.ts'
import { connectionOf } from '../common/connection.ts'
import { Personal } from '../common/personal.ts'
import { JsonObjectScalar, LocalDate, SafeInt } from '../common/scalars.ts'
import { SyncedRow } from '../common/synced-row.ts'

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'A guest profile, as the hotel’s PMS has it.' })
export class PmsGuest extends SyncedRow {
  @Personal('NAME')
  @Field(() => String, {
    description: 'First name; empty when the PMS has a single name. Without ADMIN_EDIT: initials.',
  })
  firstName!: string

  @Personal('NAME')
  @Field(() => String, { description: 'Last name. Without ADMIN_EDIT: initials.' })
  lastName!: string

  @Personal('EMAIL')
  @Field(() => String, { nullable: true, description: 'Email address. Without ADMIN_EDIT: its first letter.' })
  email!: string | null

  @Personal('PHONE')
  @Field(() => String, {
    nullable: true,
    description: 'Phone number, as the PMS writes it. Without ADMIN_EDIT: its last two digits.',
  })
  phone!: string | null

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2.' })
  country!: string | null

  @Personal('HIDDEN')
  @Field(() => LocalDate, { nullable: true, description: 'Date of birth. Without ADMIN_EDIT: null.' })
  dateOfBirth!: string | null

  @Field(() => String, { nullable: true, description: 'Tier in the loyalty programme, as the PMS names it.' })
  loyaltyTier!: string | null

  @Field(() => Int, { nullable: true, description: 'Number of stays so far.' })
  totalStays!: number | null

  @Field(() => SafeInt, { nullable: true, description: 'Total spent so far, in minor units of the hotel’s currency.' })
  totalSpent!: number | null

  @Personal('HIDDEN')
  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'Preferences of the guest, as the PMS has them. Without ADMIN_EDIT: null.',
  })
  preferences!: JsonObject | null
}

export const PmsGuestConnection = connectionOf(PmsGuest)
