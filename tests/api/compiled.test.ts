import {
  type GraphQLObjectType,
  getNamedType,
  getOperationAST,
  isLeafType,
  isRequiredArgument,
  type OperationDefinitionNode,
  parse,
} from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../../src/http/graphql/compiled-queries.ts'
import { createSubgraph } from '../../src/resolvers/subgraph.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking, addGuest, addHotel, addRoom, addSyncLog } from '../kit/rows.ts'

/** An operation is compiled the second time that it comes; the first answer is that of graphql-js. */
const schema = createSubgraph()
let api: TestApi
let hotelId: string
let bookingId: string
beforeAll(async () => {
  api = await startApi()
  hotelId = await addHotel(api.database)
  const facts = { externalUpdatedAt: new Date(), metadata: { floor: 3, tags: ['vip'] }, syncError: 'x' }
  const guest = { email: 'ada@example.com', phone: '+351 21 000 42', dateOfBirth: '1815-12-10', totalSpent: 12 }
  await addGuest(api.database, { hotelId, externalId: 'g1', preferences: { quiet: true }, ...facts, ...guest })
  await addRoom(api.database, { hotelId, externalId: 'r1', roomType: 'DOUBLE', rateCents: 9_000, ...facts })
  const stay = { guestExternalId: 'g1', roomExternalId: 'r1', notes: 'late', totalAmountCents: 2 ** 40, ...facts }
  bookingId = (await addBooking(api.database, { hotelId, checkIn: '2026-12-01', ...stay })).id
  await addBooking(api.database, { hotelId, checkIn: '2026-12-02', guestExternalId: 'nobody yet' })
  await addBooking(api.database, { hotelId, checkIn: '2026-12-03' })
  await addSyncLog(api.database, { hotelId })
})
afterAll(() => api[Symbol.asyncDispose]())

const isCompiled = (query: string) => {
  const document = parse(query)
  return compile(schema, document, getOperationAST(document) as OperationDefinitionNode) !== null
}

async function answers(query: string, variables: object, token?: string) {
  const sent = []
  for (const _ of ['interpreted', 'compiled', 'again']) {
    const { status, data, errors } = await api.send({ query, variables }, token)
    const told = errors?.map(({ extensions: { requestId: _id, ...extensions }, ...error }) => ({
      ...error,
      extensions,
    }))
    sent.push({ status, data, errors: told })
  }
  return sent
}

test.each([
  [
    'a page',
    'query ($h: ID!) { bookings(hotelId: $h, first: 2) { totalCount nodes { ...B } pageInfo { hasNextPage endCursor } } } fragment B on PmsBooking { id checkIn guest { lastName } room { roomNumber } hotel { id pmsRegistration { name } } }',
  ],
  [
    'edges',
    'query ($h: ID!) { bookings(hotelId: $h, last: 2) { edges { cursor node { externalUpdatedAt metadata } } } }',
  ],
  [
    'pages in a page',
    'query ($h: ID!) { rooms(hotelId: $h, first: 5) { nodes { roomNumber bookings(first: 5) { nodes { id guest { email bookings(first: 1) { totalCount } } } } } } }',
  ],
  [
    'entities',
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on PmsBooking { id guest { lastName } } ... on Hotel { id bookings(first: 1) { totalCount } } } }',
  ],
  [
    'the schema',
    '{ _service { sdl } __type(name: PmsBooking) { name } }'
      .replace('(name: PmsBooking)', '(name: $n)')
      .replace('{ _service', 'query ($n: String!) { _service'),
  ],
  [
    'introspection',
    '{ __schema { queryType { name fields { name args { name defaultValue } type { kind ofType { name } } } } } }',
  ],
  [
    'runs',
    'query ($h: ID!) { syncLogs(hotelId: $h, first: 5) { nodes { id status startedAt duration failures(first: 1) { totalCount } } } }',
  ],
  [
    'a filter and an order from variables',
    'query ($h: ID!, $f: PmsBookingFilter, $o: PmsBookingOrder) { bookings(hotelId: $h, first: 5, filter: $f, orderBy: $o) { nodes { id } } }',
  ],
  [
    'something foreign beside something own',
    'query ($h: ID!, $x: ID!) { own: bookings(hotelId: $h, first: 1) { totalCount } booking(id: $x) { id } }',
  ],
  ['a refusal', 'query ($x: ID!) { bookings(hotelId: $x, first: 1) { totalCount } }'],
  ['a wrong argument', 'query ($h: ID!) { bookings(hotelId: $h, first: 1, last: 1) { totalCount } }'],
  [
    'a wrong cursor in a field that may be null',
    'query ($r: [_Any!]!, $x: String) { _entities(representations: $r) { ... on Hotel { id bookings(first: 1, after: $x) { totalCount } } } }',
  ],
  [
    'a variable that does not fit',
    'query ($f: PmsBookingFilter, $h: ID!) { bookings(hotelId: $h, first: 1, filter: $f) { totalCount } }',
    { f: { checkIn: { from: 'yesterday' } } },
  ],
  ['a variable that is missing', 'query ($missing: ID!) { booking(id: $missing) { id } }'],
])('%s: the answer stays the same when it is compiled', async (_, query, more: object = {}) => {
  expect(isCompiled(query)).toBe(true)
  const representations = [
    { __typename: 'PmsBooking', id: bookingId },
    { __typename: 'Hotel', id: hotelId },
    { __typename: 'PmsBooking', id: 'none' },
  ]
  const given = {
    h: hotelId,
    x: 'elsewhere',
    n: 'PmsBooking',
    r: representations,
    o: { field: 'CHECK_IN', direction: 'DESC' },
    f: { status: ['CONFIRMED'] },
    ...more,
  }
  const known = Object.fromEntries(Object.entries(given).filter(([name]) => query.includes(`$${name}:`)))
  for (const token of [
    await api.token({ permissions: ['ADMIN_EDIT'] }),
    await api.token({ permissions: ['ADMIN_VIEW'], hotelIds: [hotelId] }),
    await api.token({ hotelIds: ['other'] }),
  ]) {
    const [interpreted, compiled, again] = await answers(query, known, token)
    expect(compiled).toEqual(interpreted)
    expect(again).toEqual(interpreted)
  }
})

/** Every field of a type that can be asked for with nothing but its name. */
function fieldsOf(type: string): string[] {
  const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields())
  const plain = fields.filter(({ args }) => !args.some(isRequiredArgument))
  return plain.flatMap(({ name, type: of }) =>
    isLeafType(getNamedType(of))
      ? [name]
      : name === 'hotel'
        ? ['hotel { id }']
        : name === 'bookings'
          ? ['bookings { totalCount }']
          : [],
  )
}

test.each(['PmsBooking', 'PmsGuest', 'PmsRoom'])('each field of %s is the same in a list and by id', async (type) => {
  const inside = {
    PmsBooking: (field: string) => field,
    PmsGuest: (field: string) => `guest { ${field} }`,
    PmsRoom: (field: string) => `room { ${field} }`,
  }[type]
  const fields = fieldsOf(type)
  expect(fields.length).toBeGreaterThan(15)
  for (const token of [await api.token(), await api.token({ permissions: ['ADMIN_VIEW'] })]) {
    for (const field of fields) {
      const selection = inside?.(field)
      const query = `query ($h: ID!, $id: ID!) { booking(id: $id) { ${selection} } bookings(hotelId: $h, first: 1) { nodes { ${selection} } } }`
      const { data, errors } = await api.send({ query, variables: { h: hotelId, id: bookingId } }, token)
      expect(errors).toBeUndefined()
      const { booking, bookings } = data as { booking: object; bookings: { nodes: object[] } }
      expect(bookings.nodes).toEqual([booking])
    }
  }
})

test('a mutation sees nothing of what the one before it has read', async () => {
  const id = await addHotel(api.database)
  const input = (name: string) =>
    `{ id: "${id}", slug: "${id}", name: "${name}", timeZone: "Europe/Lisbon", currency: "EUR" }`
  const register = (name: string) =>
    `${name}: registerHotel(input: ${input(name)}) { hotel { pmsRegistration { name } } errors { code message } }`
  const { data } = await api.send({ query: `mutation { ${register('One')} ${register('Two')} }` })
  const named = (name: string) => ({ hotel: { pmsRegistration: { name } }, errors: [] })
  expect(data).toEqual({ One: named('One'), Two: named('Two') })
})
