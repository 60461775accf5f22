import { type GraphQLField, type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql'
import type { Values } from './operations.ts'

/** A place in a root field's arguments where a caller may name something. */
export interface IdPlace {
  readonly name: string
  /** The arguments and input fields that it lies in, outermost first. */
  readonly within: readonly string[]
}

const NAMES_SOMETHING = /^(id|ids|slug)$|(Id|Ids)$/

/** Everywhere in the arguments of a field that takes an id, however deep, so that a new one is found by itself. */
export function idPlaces(field: GraphQLField<unknown, unknown>): IdPlace[] {
  return field.args.flatMap(({ name, type }) => placesIn(name, type, []))
}

function placesIn(name: string, type: GraphQLInputType, within: readonly string[]): IdPlace[] {
  const named = getNamedType(type)
  if (isInputObjectType(named)) {
    return Object.values(named.getFields()).flatMap((each) => placesIn(each.name, each.type, [...within, name]))
  }
  return named.name === 'ID' || NAMES_SOMETHING.test(name) ? [{ name, within }] : []
}

/** Values that put `id` in the place, and have what lies around it sent. */
export function valuesAt({ name, within }: IdPlace, id: string): Values {
  return { ...Object.fromEntries(within.map((each) => [each, true])), [name]: id }
}
