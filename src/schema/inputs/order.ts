import { Field, InputType } from 'type-graphql'
import { defineEnum } from '../common/enum.ts'

export type OrderDirection = 'ASC' | 'DESC'

export const PmsOrderDirection = defineEnum<OrderDirection>('PmsOrderDirection', 'Which way a list is ordered.', {
  ASC: 'Smallest first, nothing last.',
  DESC: 'Nothing first, then largest first.',
})

/** Order of a list; ties are broken by id, so that every order is total. */
export interface Order<Property extends string = string> {
  field: Property
  direction: OrderDirection
}

/** Declares the order input of a list. */
export function orderInputOf<Property extends string>(noun: string, fields: Record<string, Property>) {
  @InputType(`${noun}Order`, { description: `Order of a list of ${noun}.` })
  class OrderInput implements Order<Property> {
    @Field(() => fields, { description: 'What to order by.' })
    field!: Property

    @Field(() => PmsOrderDirection, { defaultValue: 'ASC', description: 'Which way.' })
    direction!: OrderDirection
  }
  return OrderInput
}
