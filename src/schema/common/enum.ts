import { registerEnumType } from 'type-graphql'

type ValueDescriptions = Readonly<Record<string, string>>

/** A value that is no longer served, with its description, and the reason that docs/schema-changes.md asks for. */
type DeprecatedValues = Readonly<Record<string, readonly [description: string, reason: string]>>

/**
 * An enum whose values travel as they are. The compiler holds `values` against the union of the record or entity, so
 * that a value which is missing here, or described but unknown there, does not compile.
 */
export function defineEnum<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
  deprecated: DeprecatedValues = {},
): Record<Value, Value> {
  const names = [...Object.keys(values), ...Object.keys(deprecated)] as Value[]
  const sameNames = Object.fromEntries(names.map((value) => [value, value]))
  return registered(name, description, values, sameNames, deprecated)
}

/**
 * An enum of what a list may be ordered by. Its values arrive as names of properties; that is what makes it safe to
 * build SQL from them. When a row was made is ordered by its id: those are UUIDv7 and sort by time, with an index.
 */
export function defineOrderFields<Property extends string>(
  name: string,
  fields: Readonly<Record<string, readonly [property: Property, description: string]>>,
): Record<string, Property> {
  const descriptions = Object.fromEntries(Object.entries(fields).map(([key, [, text]]) => [key, text]))
  const values = Object.fromEntries(Object.entries(fields).map(([key, [property]]) => [key, property]))
  return registered(name, 'What a list can be ordered by.', descriptions, values)
}

function registered<Enum extends Record<string, string>>(
  name: string,
  description: string,
  descriptions: ValueDescriptions,
  values: Record<string, string>,
  deprecated: DeprecatedValues = {},
): Enum {
  const current = Object.entries(descriptions).map(([value, text]) => [value, { description: text }])
  const former = Object.entries(deprecated).map(([value, [text, deprecationReason]]) => [
    value,
    { description: text, deprecationReason },
  ])
  registerEnumType(values, { name, description, valuesConfig: Object.fromEntries([...current, ...former]) })
  return values as Enum
}
