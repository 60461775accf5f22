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
import type { List, Overlaid, Relation } from './list.ts'

/** What a page reads, by what the operation selects: properties of its rows, and joined rows. */
export interface Projection {
  readonly properties: readonly string[]
  readonly joins: readonly JoinedRelation[]
  /** Null: nothing of it is selected. */
  readonly overlaid: Overlaid | null
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

export function projectionOf<Row, Filter>(list: List<Row, Filter>, info: Info, orderedBy: string): Projection {
  const projection = known.get(info.fieldNodes) ?? project(list, info)
  known.set(info.fieldNodes, projection)
  return projection.properties.includes(orderedBy)
    ? projection
    : { ...projection, properties: [...projection.properties, orderedBy] }
}

type Projected = Pick<List<unknown, never>, 'joins' | 'overlay'> & { readonly entity: EntitySchema }

/** Lists that join nothing read whole rows. */
function project({ entity, joins: relations, overlay }: Projected, info: Info): Projection {
  const below = (nodes: Nodes) => fieldsBelow(nodes, info)
  const connection = below(info.fieldNodes)
  const edges = below(connection.get('edges') ?? [])
  const fields = below([...(connection.get('nodes') ?? []), ...(edges.get('node') ?? [])])
  const selected = new Map(
    Object.keys(overlay?.fields ?? {}).flatMap((name) => {
      const nodes = fields.get(name)
      return nodes ? [[name, new Set(below(nodes).keys())] as const] : []
    }),
  )
  const overlaid = overlay && selected.size > 0 ? overlay.read(selected) : null
  if (relations === undefined) return { properties: propertiesOf(entity), joins: [], overlaid }
  // What is laid over rows is made of the same of whatever they are, joined ones too.
  const madeOf = (field: string) => overlay?.fields[field] ?? [field]
  const joins = Object.entries(relations).flatMap(([name, { entity: related, ...relation }]) => {
    const nodes = fields.get(name)
    if (nodes === undefined) return []
    const needed = [...identityOf(related), ...[...below(nodes).keys()].flatMap(madeOf)]
    return [{ ...relation, name, properties: neededOf(related, needed) }]
  })
  const needed = [...fields.keys()].flatMap((field) => relations[field]?.externalId ?? madeOf(field))
  return { properties: neededOf(entity, [...IDENTITY, ...needed]), joins, overlaid }
}

const identityOf = (entity: EntitySchema) => IDENTITY.filter((property) => propertiesOf(entity).includes(property))

/** Properties that fields are made of. One that is not stored has a resolver, which may look at anything. */
export function neededOf(entity: EntitySchema, fields: readonly string[]): readonly string[] {
  const all = propertiesOf(entity)
  const needed = new Set<string>()
  for (const field of fields) {
    if (all.includes(field)) needed.add(field)
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
