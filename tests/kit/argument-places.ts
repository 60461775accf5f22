import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql'
import type { Values } from './operations.ts'

/** A place in a root field's arguments where a caller may write a value. */
export interface Place {
  readonly name: string
  /** The arguments and input fields that it lies in, outermost first. */
  readonly within: readonly string[]
  /** Name of what it takes: a scalar or an enum. */
  readonly type: string
  readonly isList: boolean
}

const NAMES_SOMETHING = /^(id|ids|slug)$|(Id|Ids)$/

/** Everywhere in the arguments of a field, however deep, so that a new one is found by itself. */
export function argumentPlaces(field: GraphQLField<unknown, unknown>): Place[] {
  return field.args.flatMap(({ name, type }) => placesIn(name, type, []))
}

/** Those that take an id. */
export function idPlaces(field: GraphQLField<unknown, unknown>): Place[] {
  return argumentPlaces(field).filter(({ name, type }) => type === 'ID' || NAMES_SOMETHING.test(name))
}

function placesIn(name: string, type: GraphQLInputType, within: readonly string[]): Place[] {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return [{ name, within, type: named.name, isList: isListType(getNullableType(type)) }]
  return Object.values(named.getFields()).flatMap((each) => placesIn(each.name, each.type, [...within, name]))
}

/** Values that put `value` in the place, and have what lies around it sent. */
export function valuesAt({ name, within }: Place, value: unknown): Values {
  return { ...Object.fromEntries(within.map((each) => [each, true])), [name]: value }
}
