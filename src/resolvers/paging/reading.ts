import type { EntitySchema } from '@mikro-orm/core'
import type { FieldNode, GraphQLResolveInfo } from 'graphql'
import { propertiesOf } from '../../entities/select.ts'
import type { List, Relation } from './list.ts'
import { fieldsBelow } from './selects.ts'

/** What a page reads: properties of its rows, and rows that are read along. */
export interface Reading {
  readonly properties: readonly string[]
  readonly along: readonly RowAlong[]
}

/** A row that is read along: its field, where it is, and what of it is selected. */
export interface RowAlong extends Omit<Relation, 'entity'> {
  readonly name: string
  readonly properties: readonly string[]
}

/** What policies, loaders and relations go by, selected or not. */
const IDENTITY = ['id', 'hotelId', 'provider', 'externalId']

type Nodes = readonly FieldNode[]
type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>

/** A compiled document comes with the same nodes every time. */
const known = new WeakMap<Nodes, Reading>()

/** What the operation selects of the rows of a page. Lists that have nothing to read along read whole rows. */
export function readingOf<Row, Filter>(list: List<Row, Filter>, info: Info, orderedBy: string): Reading {
  if (list.along === undefined) return { properties: propertiesOf(list.entity), along: [] }
  const reading = known.get(info.fieldNodes) ?? readAlong(list.entity, list.along, info)
  known.set(info.fieldNodes, reading)
  return reading.properties.includes(orderedBy)
    ? reading
    : { ...reading, properties: [...reading.properties, orderedBy] }
}

function readAlong(entity: EntitySchema, relations: Readonly<Record<string, Relation>>, info: Info): Reading {
  const below = (nodes: Nodes) => fieldsBelow(nodes, info)
  const connection = below(info.fieldNodes)
  const edges = below(connection.get('edges') ?? [])
  const fields = below([...(connection.get('nodes') ?? []), ...(edges.get('node') ?? [])])
  const along = Object.entries(relations).flatMap(([name, { entity: related, ...relation }]) => {
    const nodes = fields.get(name)
    return nodes ? [{ ...relation, name, properties: neededOf(related, ['id', ...below(nodes).keys()]) }] : []
  })
  return { properties: neededOf(entity, [...IDENTITY, ...fields.keys()], relations), along }
}

/** A field that is neither stored nor a relation has a resolver, which may look at anything. */
function neededOf(
  entity: EntitySchema,
  fields: readonly string[],
  relations: Readonly<Record<string, Relation>> = {},
): readonly string[] {
  const all = propertiesOf(entity)
  const needed = new Set<string>()
  for (const field of fields) {
    const property = relations[field]?.externalId ?? field
    if (all.includes(property)) needed.add(property)
    else if (field !== '__typename') return all
  }
  return all.filter((property) => needed.has(property))
}
