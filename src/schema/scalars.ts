import { GraphQLDateTime, GraphQLJSONObject, GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'

/** An instant, UTC. */
export const DateTime = GraphQLDateTime
/** A calendar day of the hotel. */
export const LocalDate = GraphQLLocalDate
/** Money in minor units: 32 bits overflow in currencies such as IDR. */
export const SafeInt = GraphQLSafeInt
export const JsonObjectScalar = GraphQLJSONObject
