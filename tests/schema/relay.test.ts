import { readFile } from 'node:fs/promises'
import {
  type FieldNode,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { expect, test } from 'vitest'
import { createSubgraph } from '../../src/resolvers/subgraph.ts'

/** Held against https://relay.dev/graphql/connections.htm, section by section; a new list is in it by itself. */

const schema = createSubgraph()
const objects = Object.values(schema.getTypeMap()).filter(isObjectType)
const connections = objects.filter(({ name }) => name.endsWith('Connection'))
const isConnection = (type: unknown): type is GraphQLObjectType => connections.some((each) => each === type)
const typeOf = (type: GraphQLObjectType, field: string) => String(type.getFields()[field]?.type)

test.each(connections.map((type) => [type.name, type] as const))('%s is a connection type', (name, type) => {
  expect(typeOf(type, 'pageInfo')).toBe('PageInfo!')
  expect(typeOf(type, 'edges')).toMatch(/^\[\w+Edge!?\]!?$/)
  expect(getNamedType(type.getFields().edges?.type)?.name).toBe(name.replace(/Connection$/, 'Edge'))
})

test.each(connections.map((type) => [type.name, type] as const))(
  'the edges of %s have node and cursor',
  (name, type) => {
    const edge = getNamedType(type.getFields().edges?.type) as GraphQLObjectType
    expect(typeOf(edge, 'node')).toMatch(new RegExp(`^${name.replace(/Connection$/, '')}!?$`))
    expect(typeOf(edge, 'cursor')).toBe('String!')
  },
)

test('page info has what the specification names', () => {
  const pageInfo = objects.find(({ name }) => name === 'PageInfo') as GraphQLObjectType
  const types = Object.fromEntries(Object.values(pageInfo.getFields()).map(({ name, type }) => [name, String(type)]))
  expect(types).toEqual({
    hasNextPage: 'Boolean!',
    hasPreviousPage: 'Boolean!',
    startCursor: 'String',
    endCursor: 'String',
  })
})

const lists = objects.flatMap((type) =>
  Object.values(type.getFields())
    .filter((field) => isConnection(getNamedType(field.type)))
    .map((field) => [`${type.name}.${field.name}`, field] as const),
)

test.each(lists)('%s pages onwards and back', (_, { args }) => {
  const types = Object.fromEntries(args.map(({ name, type }) => [name, String(type)]))
  expect(types).toMatchObject({ first: 'Int', after: 'String', last: 'Int', before: 'String' })
})

test('the dashboard says of every list how many it wants to see', async () => {
  const manifest = await readFile(new URL('../../dashboard/src/gql/persisted-documents.json', import.meta.url), 'utf8')
  expect(Object.values(JSON.parse(manifest) as Record<string, string>).flatMap(unsizedLists)).toEqual([])
  expect(unsizedLists('{ a: rooms(hotelId: "x") { nodes { id } } }')).toEqual(['rooms'])
  expect(unsizedLists('{ rooms(hotelId: "x") { totalCount } }')).toEqual([])
})

/** Lists of a document that show rows without `first` or `last`; they would be refused. */
function unsizedLists(document: string): string[] {
  const info = new TypeInfo(schema)
  const found: string[] = []
  const enter = (node: FieldNode) => {
    const showsRows = node.selectionSet?.selections.some(
      (each) => each.kind === Kind.FIELD && ['edges', 'nodes', 'pageInfo'].includes(each.name.value),
    )
    const isSized = node.arguments?.some(({ name }) => ['first', 'last'].includes(name.value))
    if (isConnection(getNamedType(info.getType())) && showsRows && !isSized) found.push(node.name.value)
  }
  visit(parse(document), visitWithTypeInfo(info, { Field: { enter } }))
  return found
}

test('nothing but connections is called one, and every one is reachable', () => {
  expect(connections.length).toBeGreaterThan(6)
  const reached = new Set(lists.map(([, { type }]) => getNamedType(type).name))
  expect(connections.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([])
})
