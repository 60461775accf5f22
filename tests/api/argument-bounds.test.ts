import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSubgraph } from '../../src/resolvers/subgraph.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { argumentPlaces, type Place, valuesAt } from '../kit/argument-places.ts'
import { operationOf, rootFields } from '../kit/operations.ts'
import { addGuest } from '../kit/rows.ts'
import { insertHotel } from '../kit/test-hotel.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const LONG = 'word '.repeat(20_000)
const fields = rootFields(createSubgraph()).filter(({ kind }) => kind !== 'subscription')

/** What an argument is refused for: its own path, by an error of the caller. */
async function refusalOf({ kind, field }: (typeof fields)[number], place: Place, value: unknown) {
  const hotelId = randomUUID()
  const rest = { hotelId, id: hotelId, slug: hotelId, provider: 'mock', timeZone: 'UTC', currency: 'EUR' }
  const operation = operationOf(kind, field, { ...rest, ...valuesAt(place, value) })
  const { data, errors } = await api.send(operation, await api.token({ subject: randomUUID() }))
  const [payload] = Object.values(data ?? {}) as [{ errors?: { code: string; field: string }[] } | undefined]
  const [error] = [...(errors ?? []).map(({ extensions }) => extensions), ...(payload?.errors ?? [])]
  return {
    code: error?.code,
    field: error?.field
      ?.replace(/^input\./, '')
      .split('.')
      .at(-1),
  }
}

describe('a text or list that never ends is refused before anything looks at it:', () => {
  test.each(fields.map((each) => [each.field.name, each] as const))('%s', async (_, each) => {
    const places = argumentPlaces(each.field)
    for (const place of places.filter(({ type }) => type === 'String' || type === 'ID')) {
      const value = place.isList ? [LONG] : LONG
      expect(await refusalOf(each, place, value), place.name).toMatchObject({ code: 'BAD_USER_INPUT' })
      expect(api.sent.flatMap(({ params }) => params).flat()).not.toContain(LONG)
    }
    for (const place of places.filter(({ isList, type }) => isList && (type === 'String' || type === 'ID'))) {
      // A set is told of ten thousand what it may have.
      const most = each.field.name === 'createChangeSet' ? 100_000 : 1_000
      const value = Array.from({ length: most + 1 }, () => 'x')
      expect(await refusalOf(each, place, value), place.name).toEqual({ code: 'BAD_USER_INPUT', field: place.name })
    }
    for (const place of places.filter(({ type }) => type === 'JSONObject')) {
      const deep = JSON.parse(`${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`)
      const wide = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`k${index}`, index]))
      for (const value of [deep, wide, { a: LONG }, { a: [[LONG]] }]) {
        expect((await refusalOf(each, place, value)).code, place.name).toBe('BAD_USER_INPUT')
      }
    }
  })

  test('arguments of fields below', async () => {
    const id = randomUUID()
    await insertHotel(api.database, id, 'mock')
    const query = `query ($r: [_Any!]!, $search: String) { _entities(representations: $r) {
      ... on Hotel { guests(first: 1, filter: { search: $search }) { nodes { id } } } } }`
    const variables = { r: [{ __typename: 'Hotel', id }], search: LONG }
    const { errors } = await api.send({ query, variables })
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'BAD_USER_INPUT', field: 'filter.search' },
    ])
  })

  test('ids that a gateway sends', async () => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Hotel { id name: pmsRegistration { name } } } }'
    const r = [{ __typename: 'Hotel', id: LONG }]
    expect(await api.send({ query, variables: { r } })).toMatchObject({ data: { _entities: [null] } })
    expect(api.sent.flatMap(({ params }) => params).flat()).not.toContain(LONG)
  })
})

test('a search of many words looks for the first ten of them', async () => {
  const hotelId = randomUUID()
  await insertHotel(api.database, hotelId, 'mock')
  const { id } = await addGuest(api.database, { hotelId, firstName: 'a b c d e', lastName: 'f g h i j' })
  await addGuest(api.database, { hotelId, firstName: 'a b c d e', lastName: 'f g h i' })
  const search = 'a b c d e f g h i j k l m n o p q r s t u v w x y z'
  const query =
    'query ($id: ID!, $search: String) { guests(hotelId: $id, first: 9, filter: { search: $search }) { nodes { id } } }'
  const { data, errors } = await api.send({ query, variables: { id: hotelId, search } })
  expect(errors).toBeUndefined()
  expect(data).toEqual({ guests: { nodes: [{ id }] } })
})

test('a document nested deeper than any argument needs is refused before it is read', async () => {
  const nested = (levels: number) =>
    `{"query":"{ viewer { subject } }","variables":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`
  for (const path of ['/graphql', '/graphql/stream', '/api/pms/sync/bookings']) {
    const response = await fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await api.token()}` },
      body: nested(50_000),
    })
    expect(response.status, path).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
  }
  const client = api.connect(await api.token())
  const { query, variables } = JSON.parse(nested(500))
  await expect(client.iterate({ query, variables }).next()).rejects.toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ])
  await client.dispose()
})
