import { buildSubgraphSchema } from '@apollo/subgraph'
import { printSchemaWithDirectives } from '@graphql-tools/utils'
import { type GraphQLSchema, isObjectType, lexicographicSortSchema, parse } from 'graphql'
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql'

export interface SubgraphOptions {
  /** Resolver classes of type-graphql. */
  resolvers: NonEmptyArray<new () => object>
  /** Type name → reference resolver of an entity. */
  references: Readonly<Record<string, (representation: never, context: never) => unknown>>
}

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])'

/** Builds the executable schema of the subgraph, and with it the SDL that gateways compose. */
export function buildSubgraph({ resolvers, references }: SubgraphOptions): GraphQLSchema {
  const declared = buildSchemaSync({ resolvers, validate: false, pubSub: unusedPubSub })
  describeRoots(declared)
  const typeDefs = parse(`${FEDERATION}\n${printSchemaWithDirectives(lexicographicSortSchema(declared))}`)
  const resolverMap = createResolversMap(declared)
  for (const [type, resolve] of Object.entries(references)) {
    resolverMap[type] = { ...resolverMap[type], __resolveReference: resolve } as never
  }
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolverMap as never }])
  keepExtensions(declared, schema)
  return schema
}

/** type-graphql asks for one as soon as there are subscriptions; ours bring their own source. */
const unusedPubSub = {
  publish() {},
  subscribe(): never {
    throw new Error('Subscriptions have a source of their own')
  },
}

/** type-graphql has no place for these. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation, subscription] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]
  if (query) query.description = 'Everything that can be read.'
  if (mutation) mutation.description = 'Changes. Expected failures are in `errors` of the payload, not GraphQL errors.'
  if (subscription)
    subscription.description =
      'Live updates, over WebSocket (graphql-transport-ws), event streams (graphql-sse) and HTTP callbacks.'
}

/** SDL has no place for extensions, such as policies; they are carried over from the declared schema. */
function keepExtensions(from: GraphQLSchema, to: GraphQLSchema): void {
  for (const type of Object.values(from.getTypeMap()).filter(isObjectType)) {
    const target = to.getType(type.name)
    if (!isObjectType(target)) continue
    for (const [name, field] of Object.entries(type.getFields())) {
      const kept = target.getFields()[name]
      if (kept) kept.extensions = { ...kept.extensions, ...field.extensions }
    }
  }
}
