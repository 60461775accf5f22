import { type GraphQLSchema, isObjectType } from 'graphql'
import { type EntityType, isRowType, recordTypes } from '../../records/entity-type.ts'
import { pascalCase } from '../../records/record-type.ts'
import { type Mask, personalMaskOf } from '../../schema/common/personal.ts'

/** What is done to a value that comes of this field of a row, wherever it is shown. */
export function maskOfField(schema: GraphQLSchema, entityType: EntityType, field: string): Mask | undefined {
  const type = isRowType(entityType) ? schema.getType(`Pms${pascalCase(recordTypes[entityType].words.one)}`) : undefined
  const declared = isObjectType(type) ? type.getFields()[field] : undefined
  return declared && personalMaskOf(declared)
}
