import { Field, InputType } from 'type-graphql'
import { defineEnum } from '../common/enum.ts'

export type OrderDirection = 'ASC' | 'DESC'

export const PmsOrderDirection = defineEnum<OrderDirection>('PmsOrderDirection', 'Direction of an order.', {
  ASC: 'Smallest first, null last.',
  DESC: 'Null first, then largest first.',
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
    @Field(() => fields, { description: 'Field to order by.' })
    field!: Property

    @Field(() => PmsOrderDirection, { defaultValue: 'ASC', description: 'Ascending or descending.' })
    direction!: OrderDirection
  }
  return OrderInput
}
