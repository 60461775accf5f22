import { GraphQLScalarType } from 'graphql'
import { GraphQLDateTime, GraphQLJSONObject, GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'

/** An instant, UTC. */
export const DateTime = GraphQLDateTime
/** A calendar day of the hotel. Those that we answer come from columns of the type: nothing to look at a second time. */
export const LocalDate = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  serialize: (day) => (typeof day === 'string' ? day : GraphQLLocalDate.serialize(day)),
})
/** Money in minor units: 32 bits overflow in currencies such as IDR. */
export const SafeInt = GraphQLSafeInt
export const JsonObjectScalar = GraphQLJSONObject
