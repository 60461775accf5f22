import type { EntitySchema } from '@mikro-orm/core'

const columnNames = new Map<string, string>()

/** A property as its column is called. Asked so often that the names are kept. */
export function columnName(property: string): string {
  const known = columnNames.get(property)
  if (known !== undefined) return known
  const name = property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columnNames.set(property, name)
  return name
}

/** Of a row, all that is stored. */
export const propertiesOf = (entity: EntitySchema): readonly string[] => Object.keys(entity.meta.properties)

/**
 * The select list that reads a row under its property names: `"hotel_id" AS "hotelId", …`. For reads that go past the
 * ORM's entities; built from the same declaration, so that a new property needs no second place.
 */
export function selectList(entity: EntitySchema, alias?: string, properties = propertiesOf(entity)): string {
  const prefix = alias === undefined ? '' : `${alias}.`
  return properties.map((property) => `${prefix}${columnName(property)} AS "${property}"`).join(', ')
}
