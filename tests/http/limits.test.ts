import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/http/graphql/limits.ts'
import { startApi, type TestApi } from '../kit/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

/** `bookings` inside `bookings`, each level three objects deep: connection, node, room. */
const nested = (levels: number, inner: string): string =>
  levels === 0 ? inner : `bookings(first: 1) { nodes { room { ${nested(levels - 1, inner)} } } }`
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ')
const rooms = (size: string, inner = 'id') => `rooms(hotelId: "none", first: ${size}) { nodes { ${inner} } }`

const cases: Record<string, { under: string; over: string }> = {
  depth: {
    // One room and three levels of three are ten.
    under: `{ room(id: "none") { ${nested(3, 'id')} } }`,
    over: `{ room(id: "none") { ${nested(3, 'bookings { totalCount }')} } }`,
  },
  aliases: {
    under: `{ providers { ${times(LIMITS.aliases, (i) => `a${i}: key`)} } }`,
    over: `{ providers { ${times(LIMITS.aliases + 1, (i) => `a${i}: key`)} } }`,
  },
  'root fields': {
    under: `{ ${times(LIMITS.rootFields, () => 'providers { key }')} }`,
    over: `{ ${times(LIMITS.rootFields + 1, () => 'providers { key }')} }`,
  },
  directives: {
    under: `{ providers { ${times(LIMITS.directives, () => 'key @include(if: true)')} } }`,
    over: `{ providers { ${times(LIMITS.directives + 1, () => 'key @include(if: true)')} } }`,
  },
  cost: {
    // 200 rooms with 48 bookings each are 200 × (1 + 48) = 9,800; with 49 they are 10,000, and one root field more is over.
    under: `{ ${rooms('200', 'bookings(first: 49) { nodes { id } }')} }`,
    over: `{ ${rooms('200', 'bookings(first: 49) { nodes { id } }')} providers { key } }`,
  },
}

/** Null when it was executed, whatever it found. */
const codeOf = ({ data, errors }: Awaited<ReturnType<TestApi['send']>>) =>
  data === undefined ? errors?.[0]?.extensions.code : null

describe.each(Object.entries(cases))('the %s of an operation', (name, { under, over }) => {
  test('may be as much as the limit', async () => {
    expect(codeOf(await api.send({ query: under }))).toBeNull()
  })

  test('is refused beyond it, saying what is allowed', async () => {
    const answer = await api.send({ query: over })
    expect(codeOf(answer)).toBe('OPERATION_TOO_LARGE')
    expect(answer.errors?.[0]?.message).toMatch(new RegExp(`${name}.+over the limit of \\d+`))
  })

  test('is refused on a WebSocket as well', async () => {
    const client = api.connect(await api.token())
    const answers = client.iterate({ query: over })
    await expect(answers.next()).rejects.toMatchObject([{ extensions: { code: 'OPERATION_TOO_LARGE' } }])
    await client.dispose()
  })
})

test('a list that a variable sizes costs what the variable says', async () => {
  const query = `query ($first: Int) { rooms(hotelId: "none", first: 200) { nodes { bookings(first: $first) { nodes { id } } } } }`
  expect(codeOf(await api.send({ query, variables: { first: 49 } }))).toBeNull()
  expect(codeOf(await api.send({ query, variables: { first: 50 } }))).toBe('OPERATION_TOO_LARGE')

  const byDefault = query.replace('$first: Int', '$first: Int = 50')
  expect(codeOf(await api.send({ query: byDefault, variables: { first: 49 } }))).toBeNull()
  expect(codeOf(await api.send({ query: byDefault }))).toBe('OPERATION_TOO_LARGE')
})

test('a fragment costs as often as it is spread', async () => {
  const spread = (count: number, aliases = 2) =>
    `{ ${times(count, (i) => `a${i}: room(id: "${i}") { ...f }`)} } fragment f on PmsRoom { ${times(aliases, (i) => `b${i}: id`)} }`
  expect(codeOf(await api.send({ query: spread(LIMITS.rootFields) }))).toBeNull()
  expect(codeOf(await api.send({ query: spread(10, 29) }))).toBeNull()
  expect(codeOf(await api.send({ query: spread(10, 30) }))).toBe('OPERATION_TOO_LARGE')
})

test('a document of more tokens than allowed is not even parsed', async () => {
  const status = (tokens: number) => times(tokens - 22, () => 'PENDING')
  const document = (tokens: number) =>
    `{ bookings(hotelId: "none", first: 1, filter: { status: [${status(tokens)}] }) { totalCount } }`
  expect(codeOf(await api.send({ query: document(LIMITS.tokens) }))).toBeNull()
  expect(codeOf(await api.send({ query: document(LIMITS.tokens + 1) }))).toBe('GRAPHQL_PARSE_FAILED')
})

test('a document that repeats fields over and over is refused before they are compared, over every transport', async () => {
  const document = (count: number) => `{ providers { ${times(count, () => 'key')} } }`
  const spread = `{ ${times(90, () => '__typename')} providers { ...a } } fragment a on PmsProvider { ${times(90, () => '__typename')} }`
  expect(codeOf(await api.send({ query: document(100) }))).toBeNull()
  // What the other rules would say of it shows whether they have looked.
  const conflicting = `{ providers { ${times(60, () => 'x: key x: name')} } }`
  for (const query of [document(101), conflicting, spread]) {
    const { errors } = await api.send({ query })
    expect(errors).toMatchObject([
      { message: expect.stringContaining('limit of 5000'), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ])
    const client = api.connect(await api.token())
    await expect(client.iterate({ query }).next()).rejects.toMatchObject(
      errors?.map(({ message }) => ({ message })) ?? [],
    )
    await client.dispose()
  }
})

test('introspection is as deep as it is', async () => {
  const { getIntrospectionQuery } = await import('graphql')
  const answer = await api.send({ query: getIntrospectionQuery() })
  expect(codeOf(answer)).toBeNull()
})

describe('fragments are measured where they are spread:', () => {
  const list = 'fragment rooms on Query { rooms(hotelId: "none", first: 200) { nodes { ...room } } }'
  const room = (size: number) => `fragment room on PmsRoom { bookings(first: ${size}) { nodes { ...booking } } }`
  const booking = 'fragment booking on PmsBooking { id }'
  const document = (size: number) => `{ ...rooms } ${list} ${room(size)} ${booking}`

  test('the cost of fragments in fragments', async () => {
    expect(codeOf(await api.send({ query: document(49) }))).toBeNull()
    expect(codeOf(await api.send({ query: document(50) }))).toBe('OPERATION_TOO_LARGE')
  })

  test('their depth', async () => {
    const chain = (levels: number) =>
      `{ room(id: "none") { ...f0 } } ${times(levels, (i) => `fragment f${i} on PmsRoom { bookings(first: 1) { nodes { room { ${i + 1 < levels ? `...f${i + 1}` : 'id'} } } } }`)}`
    expect(codeOf(await api.send({ query: chain(3) }))).toBeNull()
    expect(codeOf(await api.send({ query: chain(4) }))).toBe('OPERATION_TOO_LARGE')
  })

  test('the sum of what doubles with each of twenty', async () => {
    const doubling = times(20, (i) => `fragment f${i} on PmsViewer { ...f${i + 1} ...f${i + 1} }`)
    const query = `{ viewer { ...f0 } } ${doubling} fragment f20 on PmsViewer { a: __typename b: __typename }`
    expect(codeOf(await api.send({ query }))).toBe('OPERATION_TOO_LARGE')
  })

  test('a circle of them has no size, and is not valid', async () => {
    const query = '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'
    expect(codeOf(await api.send({ query }))).toBe('GRAPHQL_VALIDATION_FAILED')
  })
})

test('what a gateway asks for costs as often as there are references', async () => {
  const query = (size: number) => `query ($r: [_Any!]!) {
    _entities(representations: $r) { ... on Hotel { rooms(first: ${size}) { nodes { id } } } } }`
  const r = Array.from({ length: 200 }, () => ({ __typename: 'Hotel', id: 'none' }))
  expect(codeOf(await api.send({ query: query(49), variables: { r } }))).toBeNull()
  expect(codeOf(await api.send({ query: query(50), variables: { r } }))).toBe('OPERATION_TOO_LARGE')
})

test('a schema that is asked for round and round is refused, over every transport', async () => {
  const query = '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }'
  expect(codeOf(await api.send({ query }))).toBe('GRAPHQL_VALIDATION_FAILED')
  const client = api.connect(await api.token())
  const refused = expect.objectContaining({
    extensions: expect.objectContaining({ code: 'GRAPHQL_VALIDATION_FAILED' }),
  })
  await expect(client.iterate({ query }).next()).rejects.toContainEqual(refused)
  await client.dispose()
})

test('what a gateway merges from sixty requests into one is executed', async () => {
  const query = `{ ${times(60, (i) => `r${i}_room: room(id: "none") { r${i}_id: id roomNumber status __typename }`)} }`
  expect(codeOf(await api.send({ query }))).toBeNull()
})
