import type { GraphQLField } from 'graphql'
import { Extensions } from 'type-graphql'

/** What is done to it. A field that is HIDDEN is null, so it has to be nullable. */
export type Mask = 'NAME' | 'EMAIL' | 'PHONE' | 'HIDDEN'

type Marked = Pick<GraphQLField<unknown, unknown>, 'extensions'>

/** Marks personal data of a guest, where the field is declared: without ADMIN_EDIT it is answered masked. */
export const Personal = (mask: Mask) => Extensions({ personal: mask })

/** @returns what `Personal` left at a field */
export function personalMaskOf({ extensions }: Marked): Mask | undefined {
  return extensions.personal as Mask | undefined
}
