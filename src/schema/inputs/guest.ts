import { ArgsType, Field, InputType } from 'type-graphql'
import { defineOrderFields } from '../common/enum.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'
import { SyncedRowFilter } from './synced-row.ts'

@InputType({ description: 'Narrows a list of guests; everything given must hold.' })
export class PmsGuestFilter extends SyncedRowFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Beginnings of words of the name, mail address and phone number, all of them, in any case and order.',
  })
  search?: string | null

  @Field(() => String, { nullable: true, description: 'Has this mail address, in any case.' })
  email?: string | null

  @Field(() => [String], { nullable: true, description: 'Lives in one of these countries (ISO 3166-1 alpha-2).' })
  country?: string[] | null
}

export const PmsGuestOrderField = defineOrderFields('PmsGuestOrderField', {
  LAST_NAME: ['lastName', 'Last name.'],
  FIRST_NAME: ['firstName', 'First name.'],
  EMAIL: ['email', 'Mail address.'],
  COUNTRY: ['country', 'Country.'],
  TOTAL_STAYS: ['totalStays', 'Number of stays.'],
  TOTAL_SPENT: ['totalSpent', 'Spent so far.'],
  CREATED_AT: ['id', 'When it was first stored here.'],
  UPDATED_AT: ['updatedAt', 'When it last changed here.'],
})
export const PmsGuestOrder = orderInputOf('PmsGuest', PmsGuestOrderField)

@ArgsType()
export class GuestListArgs extends PageArgs {
  @Field(() => PmsGuestFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: PmsGuestFilter | null

  @Field(() => PmsGuestOrder, { nullable: true, description: 'Orders the list; by last name if not given.' })
  orderBy?: Order<(typeof PmsGuestOrderField)[string]> | null
}
