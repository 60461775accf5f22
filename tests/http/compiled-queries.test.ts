import fc from 'fast-check'
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import { compile, createCompiledQueries } from '../../src/http/graphql/compiled-queries.ts'
import { presentError } from '../../src/http/graphql/present-error.ts'
import { silentLog } from '../kit/services.ts'
import '../kit/property-seed.ts'

const schema = buildSchema(`
  type Query { house(id: ID = "h1", floor: Int! = 1): House, rooms(first: Int!): [Room!]!, sure: House! }
  type House { name: String, size: Int!, rooms: [Room], sureRooms: [Room!], room(n: Int): Room, owner: Person! }
  type Room { number: String!, floor: Int, house: House!, guest: Person, kind: Kind, tags: [String!] }
  type Person { name: String!, rooms: [Room!]! }
  enum Kind { SINGLE DOUBLE }
`)

const refused = new PmsIntegrationError('NOT_FOUND', 'There is none.', { field: 'n' })
const sure = () => ({ name: 'H', size: 3 })
resolving('Query', { house: ({ floor }) => ({ name: `H${floor}`, size: floor }), rooms: () => [{ number: '1' }], sure })
resolving('House', {
  rooms: () => [{ number: '1' }, null, Promise.reject(refused), { number: null }, Promise.resolve({ number: '5' })],
  sureRooms: async () => [{ number: '1' }, null],
  room: ({ n }) =>
    n === 13 ? Promise.reject(refused) : { number: `${n}`, floor: n, kind: n === 4 ? 'SUITE' : 'DOUBLE' },
  owner: () => Promise.resolve({ name: 'Ada' }),
})
resolving('Room', {
  house: async () => sure(),
  guest: () => {
    throw new Error('a bug, with a host name in it')
  },
  tags: () => Promise.resolve(['a', null]),
})
resolving('Person', { rooms: () => [{ number: '1' }, { number: '2', floor: 2.5 }] })

function resolving(type: string, resolvers: Record<string, (args: Record<string, number>) => unknown>): void {
  const fields = (schema.getType(type) as GraphQLObjectType).getFields()
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name]
    if (field) field.resolve = (_, args) => resolve(args)
  }
}

const operationOf = (document: DocumentNode, name?: string) =>
  getOperationAST(document, name) as OperationDefinitionNode

/** What a client gets. The order of errors is nobody's promise; compiled, their places include selections left out. */
function presented({ data, errors = [] }: ExecutionResult) {
  const audience = { requestId: 'r', log: silentLog, isProduction: true }
  const told = errors.map((error) => ({ ...presentError(error, audience), locations: error.locations?.length !== 0 }))
  return { data: JSON.stringify(data), errors: told.toSorted((a, b) => `${a.path}`.localeCompare(`${b.path}`)) }
}

async function both(source: string, variables: Record<string, unknown> = {}, name?: string) {
  const document = parse(source)
  expect(validate(schema, document)).toEqual([])
  const run = compile(schema, document, operationOf(document, name))
  expect(run).not.toBeNull()
  const compiled = (await run?.({}, variables)) ?? {}
  const interpreted = await execute({ schema, document, variableValues: variables, operationName: name ?? null })
  return [presented(compiled), presented(interpreted)] as const
}

test.each([
  ['a null where one may be', '{ house { name rooms { number } } }', {}],
  ['a null where none may be, in a list that may be null', '{ house { sureRooms { number } name } }', {}],
  ['a null that makes everything null', '{ rooms(first: 1) { number house { sureRooms { number } } } }', {}],
  ['a refusal, and others at its side', '{ house { a: room(n: 13) { number } b: room(n: 2) { number } } }', {}],
  ['a bug, which is not told', '{ rooms(first: 1) { number guest { name } } }', {}],
  ['a value that the type does not have', '{ house { room(n: 4) { kind } } }', {}],
  ['a number that is none of its type', '{ house { owner { name rooms { number floor } } } }', {}],
  ['a list with a null that may not be in it', '{ rooms(first: 1) { tags } }', {}],
  ['a null far down below a promise', '{ sure { owner { rooms { house { sureRooms { number } } } } } }', {}],
  ['variables', 'query ($n: Int) { house { room(n: $n) { number floor } } }', { n: 7 }],
  ['variables that are left out', 'query ($n: Int) { house { room(n: $n) { number floor } } }', {}],
  ['defaults', 'query ($n: Int = 3, $f: Int = 2) { house(floor: $f) { size room(n: $n) { number } } }', {}],
  ['null for a default', 'query ($f: Int = 2) { house(floor: $f) { size } sure { name } }', { f: null }],
  [
    'a fragment twice',
    '{ a: house { ...F size } c: house { ...F } } fragment F on House { name room(n: 1) { number } }',
    {},
  ],
  [
    'type names, aliases, merged fields',
    '{ house { __typename t: __typename name } house { n: name rooms { number } } }',
    {},
  ],
  ['one of two operations', 'query A { house { name } } query B { sure { name } }', {}, 'B'],
])('%s: the same answer as of graphql-js', async (_, source, variables, name?: string) => {
  const [compiled, interpreted] = await both(source, variables, name)
  expect(compiled).toEqual(interpreted)
})

test('variables that do not fit are left to graphql-js, before anything is executed', async () => {
  const document = parse('query ($n: Int!) { house { room(n: $n) { number } } }')
  const run = compile(schema, document, operationOf(document))
  expect(await run?.({}, { n: 'seven' })).toMatchObject({ errors: [expect.anything()] })
  expect(await run?.({}, { n: 'seven' })).not.toHaveProperty('data')
})

test('every error has extensions, and the error that was thrown', async () => {
  const document = parse('{ house { room(n: 13) { number } sureRooms { number } } }')
  const result = await compile(schema, document, operationOf(document))?.({}, {})
  const errors = result?.errors as GraphQLError[]
  expect(errors.map(({ extensions }) => extensions)).toEqual([{}, {}])
  expect(errors.map(({ originalError }) => originalError)).toContain(refused)
})

describe('left to graphql-js:', () => {
  const CODE = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0),process.exit(1'
  test.each([
    ['text, which would become part of a program', `{ house(id: "${CODE}") { name } }`],
    ['text in a default', `query ($id: ID = "${CODE}") { house(id: $id) { name } }`],
    ['text in several lines', `{ house(id: """${CODE}""") { name } }`],
    ['an alias that could be a path', '{ a_b: house { name } b: house { a: name } }'],
    ['a condition', 'query ($y: Boolean!) { house { name @include(if: $y) } }'],
    ['the name of a prototype', '{ __proto__: house { name } }'],
    [
      'fragments that unfold',
      `{ house { ...F0 } } ${Array.from({ length: 12 }, (_, n) => `fragment F${n} on House { ...F${n + 1} ...F${n + 1} }`).join(' ')} fragment F12 on House { name }`,
    ],
  ])('%s', (_, source) => {
    const document = parse(source)
    expect(validate(schema, document)).toEqual([])
    expect(compile(schema, document, operationOf(document))).toBeNull()
  })

  test('mutations and subscriptions', () => {
    const changing = buildSchema('type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }')
    for (const kind of ['mutation', 'subscription']) {
      const document = parse(`${kind} { a }`)
      expect(compile(changing, document, operationOf(document))).toBeNull()
    }
  })

  test('a document that comes for the first time', () => {
    const runOf = createCompiledQueries(schema)
    const document = parse('query A { house { name } } query B { sure { name } }')
    const [a, b] = [operationOf(document, 'A'), operationOf(document, 'B')]
    expect([runOf(document, a), runOf(document, b)]).toEqual([null, null])
    expect(runOf(document, a)).toBe(runOf(document, a))
    expect(runOf(document, a)).not.toBe(runOf(document, b))
    expect(runOf(document, b)).not.toBeNull()
  })
})

/** Selections of a type, with aliases, fragments and fields that meet. */
const { House } = fc.letrec<Record<'House' | 'Room' | 'Person', string>>((tie) => {
  const selections = (type: string, leaves: string[], below: [string, fc.Arbitrary<string>][]) => {
    const leaf = fc.constantFrom(...leaves, '__typename', `...F${type}`, `...G${type}`)
    const objects = below.map(([name, of]) => of.map((inner) => `${name} { ${inner} }`))
    const field = fc.oneof({ maxDepth: 2 }, leaf, ...objects)
    const inline = field.map((text) => `... on ${type} { ${text} }`)
    return fc.array(fc.oneof(field, field, inline), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
  }
  const house: [string, fc.Arbitrary<string>][] = [
    ['rooms', tie('Room')],
    ['sureRooms', tie('Room')],
    ['one: room(n: $n)', tie('Room')],
    ['owner', tie('Person')],
  ]
  return {
    House: selections('House', ['name', 'size', 'n: name'], house),
    Room: selections(
      'Room',
      ['number', 'floor', 'kind', 'tags'],
      [
        ['house', tie('House')],
        ['guest', tie('Person')],
      ],
    ),
    Person: selections('Person', ['name', 'n: name'], [['more: rooms', tie('Room')]]),
  }
})
const FRAGMENTS = `
  fragment FHouse on House { name rooms { number } }
  fragment GHouse on House { owner { name } size }
  fragment FRoom on Room { number house { ...GHouse } }
  fragment GRoom on Room { floor guest { name } ... { kind } }
  fragment FPerson on Person { name }
  fragment GPerson on Person { rooms { ...FRoom number } }`
const ALL = `all: house { ...FHouse ...GHouse one: room(n: $n) { ...FRoom ...GRoom } owner { ...FPerson ...GPerson } }`

test('whatever is asked, the answer is that of graphql-js', async () => {
  const asked = fc.asyncProperty(House, fc.constantFrom(1, 4, 13, null), async (selections, n) => {
    const source = `query ($n: Int) { house { ${selections} } ${ALL} } ${FRAGMENTS}`
    fc.pre(compile(schema, parse(source), operationOf(parse(source))) !== null)
    const [compiled, interpreted] = await both(source, { n })
    expect(compiled.data).toEqual(interpreted.data)
    expect(compiled.errors).toEqual(expect.arrayContaining(interpreted.errors))
    // It goes on beside a null that takes its neighbours with it, and may find more errors there.
    const isKnown = ({ path }: Told) => interpreted.errors.some((error) => `${error.path}` === `${path}`)
    expect(compiled.errors.filter((error) => !isKnown(error) && !isBelowNull(compiled.data, error))).toEqual([])
  })
  await fc.assert(asked, { numRuns: 50 })
})

type Told = Pick<GraphQLFormattedError, 'path'>

function isBelowNull(data: string, { path = [] }: Told): boolean {
  let value: unknown = JSON.parse(data)
  return path.slice(0, -1).some((key) => {
    value = (value as Record<string | number, unknown>)[key]
    return value === null
  })
}
