import { ArgsType, Field, InputType } from 'type-graphql'
import { defineOrderFields } from '../../common/enum.ts'
import { type Order, orderInputOf } from '../order.ts'
import { PageArgs } from '../page.ts'
import { SyncedRowFilter } from '../synced-row.ts'

@InputType({ description: 'Conditions on guests; all of them have to hold.' })
export class PmsGuestFilter extends SyncedRowFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words, or beginnings of words, that all occur in the name, email address or phone number, in any order, case and accents.',
  })
  search?: string | null

  @Field(() => String, { nullable: true, description: 'Email address equals this, in any case.' })
  email?: string | null

  @Field(() => [String], { nullable: true, description: 'Country is one of these (ISO 3166-1 alpha-2).' })
  country?: string[] | null
}

export const PmsGuestOrderField = defineOrderFields('PmsGuestOrderField', {
  LAST_NAME: ['lastName', 'Last name.'],
  FIRST_NAME: ['firstName', 'First name.'],
  EMAIL: ['email', 'Email address.'],
  COUNTRY: ['country', 'Country.'],
  TOTAL_STAYS: ['totalStays', 'Number of stays.'],
  TOTAL_SPENT: ['totalSpent', 'Total spent so far.'],
  CREATED_AT: ['id', 'When it was first stored.'],
  UPDATED_AT: ['updatedAt', 'When the stored version last changed.'],
})
export const PmsGuestOrder = orderInputOf('PmsGuest', PmsGuestOrderField)

@ArgsType()
export class GuestListArgs extends PageArgs {
  @Field(() => PmsGuestFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsGuestFilter | null

  @Field(() => PmsGuestOrder, { nullable: true, description: 'Orders the list; by last name if not given.' })
  orderBy?: Order<(typeof PmsGuestOrderField)[string]> | null
}
