import { buildSchema, type GraphQLField, type GraphQLObjectType, isUnionType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { enforcePolicies } from '../../src/resolvers/access/enforce.ts'
import { policyOf } from '../../src/resolvers/access/policy.ts'
import { references } from '../../src/resolvers/access/references.ts'
import { createSubgraph } from '../../src/resolvers/subgraph.ts'

const schema = createSubgraph()
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
const fieldsOf = (type: GraphQLObjectType | null | undefined) =>
  Object.values(type?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'))

test('every root field declares a policy', () => {
  const open = roots.flatMap(fieldsOf).filter((field) => policyOf(field) === undefined)
  expect(open.map(({ name }) => name)).toEqual([])
})

test('what changes something needs ADMIN_EDIT, what reads or watches ADMIN_VIEW', () => {
  const [query, mutation, subscription] = roots
  const permissions = (type: GraphQLObjectType | null | undefined) =>
    new Set(fieldsOf(type).map((field) => policyOf(field)?.permission))
  expect(permissions(query)).toEqual(new Set(['ADMIN_VIEW']))
  expect(permissions(mutation)).toEqual(new Set(['ADMIN_EDIT']))
  expect(permissions(subscription)).toEqual(new Set(['ADMIN_VIEW']))
})

test('a field that takes a hotel id has it checked', () => {
  const takesHotel = ({ args }: GraphQLField<unknown, unknown>) =>
    args.some(
      ({ name, type }) => name === 'hotelId' || /Pms(Sync|Replay|Configuration\w*|Hotel)(Input|Key)/.test(String(type)),
    )
  const unchecked = roots
    .flatMap(fieldsOf)
    .filter((field) => takesHotel(field) && typeof policyOf(field)?.hotel !== 'function')
  expect(unchecked.map(({ name }) => name)).toEqual([])
})

test('every entity has a reference resolver with a policy', () => {
  const entities = schema.getType('_Entity')
  const names = isUnionType(entities) ? entities.getTypes().map(({ name }) => name) : []
  expect(names.length).toBeGreaterThan(0)
  for (const name of names)
    expect(references[name]?.policy).toMatchObject({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
})

describe('a schema with a hole is not served:', () => {
  test('a root field without a policy', () => {
    const leaky = buildSchema('type Query { secrets: String }')
    expect(() => enforcePolicies(leaky, {})).toThrow('"secrets" declares no @Policy')
  })

  test('an entity without a reference resolver', () => {
    const leaky = buildSchema('type Query { _service: String } type Thing { id: ID } union _Entity = Thing')
    expect(() => enforcePolicies(leaky, {})).toThrow('"Thing" has no reference resolver')
  })
})

test('a subscription is checked before anything is subscribed to', async () => {
  const watched = buildSchema('type Query { _service: String } type Subscription { ticks(hotelId: ID): Int }')
  const ticks = watched.getSubscriptionType()?.getFields().ticks as GraphQLField<unknown, unknown>
  let subscribed = 0
  ticks.subscribe = () => subscribed++
  ticks.resolve = () => 1
  ticks.extensions = { policy: { permission: 'ADMIN_VIEW', hotel: ({ hotelId }: { hotelId: string }) => hotelId } }
  enforcePolicies(watched, {})
  const subscribe = (viewer: object | null) =>
    ticks.subscribe?.(undefined, { hotelId: 'a' }, { viewer }, undefined as never)
  const viewer = { permissions: new Set(['ADMIN_VIEW']), hotelIds: new Set(['b']) }
  expect(() => subscribe(null)).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }))
  expect(() => subscribe({ ...viewer, permissions: new Set() })).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
  expect(() => subscribe(viewer)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  expect(subscribed).toBe(0)
  subscribe({ ...viewer, hotelIds: new Set(['a']) })
  expect(subscribed).toBe(1)
})
