import type { EntitySchema } from '@mikro-orm/core'
import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { propertiesOf } from '../../entities/select.ts'
import type { List, Relation } from './list.ts'

/** What a page reads, by what the operation selects: properties of its rows, and joined rows. */
export interface Projection {
  readonly properties: readonly string[]
  readonly joins: readonly JoinedRelation[]
}

/** A relation with the field that it answers, and what is selected below it. */
export interface JoinedRelation extends Omit<Relation, 'entity'> {
  readonly name: string
  readonly properties: readonly string[]
}

/** What policies, loaders and relations go by, selected or not. */
const IDENTITY = ['id', 'hotelId', 'provider', 'externalId']

type Nodes = readonly FieldNode[]
type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>

/** A compiled document comes with the same nodes every time. */
const known = new WeakMap<Nodes, Projection>()

/** Lists that join nothing read whole rows. */
export function projectionOf<Row, Filter>(list: List<Row, Filter>, info: Info, orderedBy: string): Projection {
  if (list.joins === undefined) return { properties: propertiesOf(list.entity), joins: [] }
  const projection = known.get(info.fieldNodes) ?? project(list.entity, list.joins, info)
  known.set(info.fieldNodes, projection)
  return projection.properties.includes(orderedBy)
    ? projection
    : { ...projection, properties: [...projection.properties, orderedBy] }
}

function project(entity: EntitySchema, relations: Readonly<Record<string, Relation>>, info: Info): Projection {
  const below = (nodes: Nodes) => fieldsBelow(nodes, info)
  const connection = below(info.fieldNodes)
  const edges = below(connection.get('edges') ?? [])
  const fields = below([...(connection.get('nodes') ?? []), ...(edges.get('node') ?? [])])
  const joins = Object.entries(relations).flatMap(([name, { entity: related, ...relation }]) => {
    const nodes = fields.get(name)
    return nodes ? [{ ...relation, name, properties: neededOf(related, ['id', ...below(nodes).keys()]) }] : []
  })
  return { properties: neededOf(entity, [...IDENTITY, ...fields.keys()], relations), joins }
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

/** Names of the fields that the operation selects of what the resolver returns, as `@skip` and `@include` have it. */
export function selectedFields(info: GraphQLResolveInfo): ReadonlySet<string> {
  return new Set(fieldsBelow(info.fieldNodes, info, (node) => isIncluded(node, info)).keys())
}

/** The same of what the field below leads to, by the names on the way. */
export function selectedBelow(info: GraphQLResolveInfo, ...path: readonly string[]): ReadonlySet<string> {
  const below = (nodes: Nodes) => fieldsBelow(nodes, info, (node) => isIncluded(node, info))
  const nodes = path.reduce<Nodes>((found, name) => below(found).get(name) ?? [], info.fieldNodes)
  return new Set(below(nodes).keys())
}

/** Fields that are selected below: the nodes that do, by name. A fragment is looked into once. */
function fieldsBelow(
  nodes: Nodes,
  { fragments }: Info,
  counts: (node: SelectionNode) => boolean = () => true,
): Map<string, FieldNode[]> {
  const seen = new Set<string>()
  function* fieldsIn(set: SelectionSetNode | undefined): Generator<FieldNode> {
    for (const node of set?.selections.filter(counts) ?? []) {
      if (node.kind === Kind.FIELD) yield node
      else if (node.kind === Kind.INLINE_FRAGMENT) yield* fieldsIn(node.selectionSet)
      else if (!seen.has(node.name.value)) {
        seen.add(node.name.value)
        yield* fieldsIn(fragments[node.name.value]?.selectionSet)
      }
    }
  }
  const fields = nodes.flatMap(({ selectionSet }) => [...fieldsIn(selectionSet)])
  return Map.groupBy(fields, ({ name }) => name.value)
}

function isIncluded(node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false
  )
}
