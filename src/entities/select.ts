import type { EntitySchema } from '@mikro-orm/core'

/** A property as its column is called. */
export const columnName = (property: string) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

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
