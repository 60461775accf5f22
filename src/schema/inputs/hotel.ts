import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { defineOrderFields } from '../common/enum.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'

@InputType({ description: 'A hotel to register. Registering it again changes its registration.' })
export class PmsHotelInput {
  @Field(() => ID, { nullable: true, description: 'Id of the hotel in the platform; generated when left out.' })
  id?: string | null

  @Field(() => String, { description: 'Unique short name for URLs: lower case letters, digits and dashes.' })
  slug!: string

  @Field(() => String, { description: 'Name of the hotel.' })
  name!: string

  @Field(() => String, { description: 'IANA name of the time zone, such as `Europe/Lisbon`.' })
  timeZone!: string

  @Field(() => String, { description: 'ISO 4217 code of the hotel’s currency.' })
  currency!: string

  @Field(() => Int, {
    nullable: true,
    description: 'The `version` that was read: refused with VERSION_CONFLICT when it has changed since then.',
  })
  version?: number | null
}

@InputType({ description: 'Changes a registered hotel; a field that is left out stays as it is.' })
export class PmsHotelUpdateInput {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { nullable: true, description: 'Name of the hotel.' })
  name?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'IANA name of the time zone, such as `Europe/Lisbon`; schedules are read in it from now on.',
  })
  timeZone?: string | null

  @Field(() => String, { nullable: true, description: 'ISO 4217 code of the hotel’s currency.' })
  currency?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'The `version` that was read: refused with VERSION_CONFLICT when it has changed since then.',
  })
  version?: number | null
}

@InputType({ description: 'Removes a hotel with everything that is stored of it.' })
export class PmsHotelRemovalInput {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'The hotel’s slug, typed by the person who removes it.' })
  confirmation!: string
}

@InputType({ description: 'Conditions on registered hotels; all of them have to hold.' })
export class PmsRegistrationFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Text that occurs in the name or slug, in any case and accents.',
  })
  search?: string | null

  @Field(() => [ID], { nullable: true, description: 'Id is one of these.' })
  hotelIds?: string[] | null
}

export const PmsRegistrationOrderField = defineOrderFields('PmsRegistrationOrderField', {
  NAME: ['name', 'Name of the hotel.'],
  SLUG: ['slug', 'Unique short name for URLs.'],
})
export const PmsRegistrationOrder = orderInputOf('PmsRegistration', PmsRegistrationOrderField)

@ArgsType()
export class RegistrationListArgs extends PageArgs {
  @Field(() => PmsRegistrationFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsRegistrationFilter | null

  @Field(() => PmsRegistrationOrder, { nullable: true, description: 'Orders the list; by name if not given.' })
  orderBy?: Order<(typeof PmsRegistrationOrderField)[string]> | null
}
