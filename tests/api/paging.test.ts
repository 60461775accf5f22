import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking, addHotel } from '../kit/rows.ts'
import type { PmsBookingOrder, PmsBookingOrderField } from './gql/graphql.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const Page = graphql(`
  query Page(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $orderBy: PmsBookingOrder
    $counted: Boolean! = false
  ) {
    bookings(hotelId: $hotelId, first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
      totalCount @include(if: $counted)
      edges {
        cursor
        node {
          id
          checkIn
          roomNumber
          totalAmountCents
          updatedAt
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`)
const Rooms = graphql(`
  query RoomsPage($hotelId: ID!, $after: String) {
    rooms(hotelId: $hotelId, first: 50, after: $after, orderBy: { field: STATUS }) {
      edges {
        cursor
      }
    }
  }
`)

interface Args {
  first?: number
  after?: string | null
  last?: number
  before?: string | null
  orderBy?: PmsBookingOrder
  counted?: boolean
}
async function page(hotelId: string, args: Args) {
  const { data, errors } = await api.query(Page, { hotelId, ...('last' in args ? {} : { first: 50 }), ...args })
  expect(errors).toBeUndefined()
  return data.bookings
}

/** Walks the whole list and checks what each page says of itself on the way. */
async function walk(hotelId: string, orderBy: PmsBookingOrder, size: number, way: 'onwards' | 'back') {
  const ids: string[] = []
  let cursor: string | null | undefined
  for (;;) {
    const args = way === 'onwards' ? { first: size, after: cursor ?? null } : { last: size, before: cursor ?? null }
    const { edges, pageInfo } = await page(hotelId, { ...args, orderBy })
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo
    const found = edges.map(({ node }) => node.id)
    expect([startCursor, endCursor]).toEqual([edges.at(0)?.cursor ?? null, edges.at(-1)?.cursor ?? null])
    const [hasMore, hasBehind] = way === 'onwards' ? [hasNextPage, hasPreviousPage] : [hasPreviousPage, hasNextPage]
    expect(hasBehind).toBe(ids.length > 0)
    if (way === 'onwards') ids.push(...found)
    else ids.unshift(...found)
    if (!hasMore) return ids
    expect(found).toHaveLength(size)
    cursor = way === 'onwards' ? endCursor : startCursor
  }
}

const ORDERS: PmsBookingOrderField[] = ['CHECK_IN', 'ROOM_NUMBER', 'TOTAL_AMOUNT', 'UPDATED_AT', 'CREATED_AT', 'STATUS']

// Few values each, so that ties and nothings abound.
const row = fc.record({
  checkIn: fc.constantFrom('2026-01-01', '2026-01-02'),
  checkOut: fc.constant('2026-01-09'),
  roomNumber: fc.constantFrom(null, '1', '10', '2'),
  totalAmountCents: fc.constantFrom(null, 0, 5_000_000_000, -1),
  status: fc.constantFrom('PENDING' as const, 'CONFIRMED' as const),
})

test('every order is total: pages join to the whole list, onwards and back, with ties and nothings', async () => {
  const rows = fc.array(row, { maxLength: 12 })
  const order = fc.record({
    field: fc.constantFrom(...ORDERS),
    direction: fc.constantFrom('ASC' as const, 'DESC' as const),
  })
  await fc.assert(
    fc.asyncProperty(rows, order, fc.integer({ min: 1, max: 5 }), async (given, orderBy, size) => {
      const hotelId = await addHotel(api.database)
      const added = await Promise.all(given.map((each) => addBooking(api.database, { hotelId, ...each })))
      // All within one transaction's instant, a microsecond apart: finer than a JavaScript date.
      await api.database.query(
        `UPDATE pms_booking t SET updated_at = '2026-01-01'::timestamptz + n.n * interval '1 microsecond'
         FROM (SELECT id, row_number() OVER () / 2 AS n FROM pms_booking WHERE hotel_id = $1) n WHERE t.id = n.id`,
        [hotelId],
      )
      const onwards = await walk(hotelId, orderBy, size, 'onwards')
      const all = await page(hotelId, { first: 200, orderBy })
      expect([...onwards].sort()).toEqual(added.map(({ id }) => id).sort())
      expect(onwards).toEqual(all.edges.map(({ node }) => node.id))
      expect(await walk(hotelId, orderBy, size, 'back')).toEqual(onwards)
      const opposite = { ...orderBy, direction: orderBy.direction === 'ASC' ? ('DESC' as const) : ('ASC' as const) }
      expect(await walk(hotelId, opposite, size, 'onwards')).toEqual(onwards.toReversed())
    }),
    { numRuns: 25 },
  )
})

test('nothing comes last when ascending and first when descending', async () => {
  const hotelId = await addHotel(api.database)
  for (const roomNumber of ['2', null, '1']) await addBooking(api.database, { hotelId, roomNumber })
  const numbers = async (direction: 'ASC' | 'DESC') => {
    const { edges } = await page(hotelId, { orderBy: { field: 'ROOM_NUMBER', direction } })
    return edges.map(({ node }) => node.roomNumber)
  }
  expect(await numbers('ASC')).toEqual(['1', '2', null])
  expect(await numbers('DESC')).toEqual([null, '2', '1'])
})

test('what is added or removed while paging neither repeats nor hides what was there all along', async () => {
  const hotelId = await addHotel(api.database)
  const days = ['01', '02', '03', '04', '05', '06']
  const [first, second] = await Promise.all(
    days.map((day) => addBooking(api.database, { hotelId, checkIn: `2026-03-${day}`, checkOut: '2026-03-20' })),
  )
  const { edges, pageInfo } = await page(hotelId, { first: 2 })
  expect(edges.map(({ node }) => node.id)).toEqual([first?.id, second?.id])
  await addBooking(api.database, { hotelId, checkIn: '2026-02-01' })
  await api.database.query('DELETE FROM pms_booking WHERE id = $1', [second?.id])
  const next = await page(hotelId, { first: 10, after: pageInfo.endCursor ?? null })
  expect(next.edges.map(({ node }) => node.checkIn)).toEqual(['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'])
  expect(next.pageInfo.hasPreviousPage).toBe(true)
})

test('a walk while others insert and delete shows each booking that stays once and in order, either way', async () => {
  const days = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 })
  const turns = fc.array(fc.record({ inserted: days, deletes: fc.boolean() }), { minLength: 1, maxLength: 6 })
  const checkInOn = (day: number) => ({ checkIn: `2026-03-0${day}`, checkOut: '2026-03-20' })
  await fc.assert(
    fc.asyncProperty(
      days,
      turns,
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      async (given, changes, size, isBack) => {
        const hotelId = await addHotel(api.database)
        const add = (day: number) => addBooking(api.database, { hotelId, ...checkInOn(day) })
        const staying = await Promise.all(given.map(add))
        const passing = await Promise.all(given.map(add))
        const change = async (turn: (typeof changes)[number] | undefined) => {
          await Promise.all(turn?.inserted.map(add) ?? [])
          if (turn?.deletes) await api.database.query('DELETE FROM pms_booking WHERE id = $1', [passing.pop()?.id])
        }
        const seen: string[] = []
        for (let turn = 0, cursor: string | null = null, hasMore = true; hasMore; turn++) {
          const args: Args = isBack ? { last: size, before: cursor } : { first: size, after: cursor }
          const [{ edges, pageInfo }] = await Promise.all([page(hotelId, args), change(changes[turn])])
          const ids = edges.map(({ node }) => node.id)
          seen.push(...(isBack ? ids.toReversed() : ids))
          hasMore = isBack ? pageInfo.hasPreviousPage : pageInfo.hasNextPage
          cursor = isBack ? pageInfo.startCursor : pageInfo.endCursor
        }
        expect(seen).toHaveLength(new Set(seen).size)
        const key = ({ checkIn, id }: (typeof staying)[number]) => `${checkIn} ${id}`
        const inOrder = staying.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ id }) => id)
        const ids = new Set(inOrder)
        expect(seen.filter((id) => ids.has(id))).toEqual(isBack ? inOrder.toReversed() : inOrder)
      },
    ),
    { numRuns: 25 },
  )
})

test('a range between two cursors is paged from either end', async () => {
  const hotelId = await addHotel(api.database)
  for (const day of ['01', '02', '03', '04', '05'])
    await addBooking(api.database, { hotelId, checkIn: `2026-03-${day}`, checkOut: '2026-03-20' })
  const { edges } = await page(hotelId, { first: 5 })
  const between = { after: edges[0]?.cursor ?? null, before: edges[4]?.cursor ?? null }
  const days = ({ edges: found }: Awaited<ReturnType<typeof page>>) => found.map(({ node }) => node.checkIn.slice(-2))
  const fromStart = await page(hotelId, { first: 2, ...between })
  expect(days(fromStart)).toEqual(['02', '03'])
  expect(fromStart.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true })
  expect(days(await page(hotelId, { last: 2, ...between }))).toEqual(['03', '04'])
})

test('the total counts the whole list, on any page and on an empty one', async () => {
  const hotelId = await addHotel(api.database)
  for (const day of ['01', '02', '03'])
    await addBooking(api.database, { hotelId, checkIn: `2026-03-${day}`, checkOut: '2026-03-20' })
  const { edges } = await page(hotelId, { first: 3 })
  expect((await page(hotelId, { first: 1, counted: true })).totalCount).toBe(3)
  expect((await page(hotelId, { first: 1, after: edges[2]?.cursor ?? null, counted: true })).totalCount).toBe(3)
  const nothing = await page(hotelId, { first: 0, counted: true })
  expect(nothing).toMatchObject({ totalCount: 3, edges: [], pageInfo: { hasNextPage: true, startCursor: null } })
})

test('who only counts need not say how many', async () => {
  const hotelId = await addHotel(api.database)
  await Promise.all([addBooking(api.database, { hotelId }), addBooking(api.database, { hotelId })])
  const query = 'query ($id: ID!) { bookings(hotelId: $id) { __typename ... @include(if: true) { totalCount } } }'
  const { data, errors } = await api.send({ query, variables: { id: hotelId } })
  expect([data?.bookings, errors]).toEqual([{ __typename: 'PmsBookingConnection', totalCount: 2 }, undefined])
})

describe('refuses, naming the argument:', () => {
  const refusals: [string, Args, string][] = [
    ['more than 200', { first: 201 }, 'first'],
    ['fewer than none', { first: -1 }, 'first'],
    ['more than 200 from the end', { last: 201 }, 'last'],
    ['fewer than none from the end', { last: -1 }, 'last'],
    ['both ends at once', { first: 1, last: 1 }, 'last'],
    ['neither end', {}, 'first'],
    ['a cursor that is none', { first: 1, after: 'not a cursor' }, 'after'],
    ['an empty cursor', { first: 1, after: '' }, 'after'],
    ['a cursor that is none, backwards', { last: 2, before: 'bm9uc2Vuc2U' }, 'before'],
  ]
  test.each(refusals)('%s', async (_, args, field) => {
    const hotelId = await addHotel(api.database)
    const { errors } = await api.query(Page, { hotelId, ...args })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field })
  })

  test('200 is allowed', async () => {
    expect((await page(await addHotel(api.database), { first: 200 })).edges).toEqual([])
  })
})

describe('a cursor is good for its own list only:', () => {
  async function refusal(args: Args, make = (cursor: string) => cursor) {
    const hotelId = await addHotel(api.database)
    await addBooking(api.database, { hotelId })
    const [edge] = (await page(hotelId, { orderBy: { field: 'CHECK_IN', direction: 'ASC' } })).edges
    return api.query(Page, { hotelId, first: 1, ...args, after: make(edge?.cursor ?? '') })
  }

  test('the same order takes it', async () => {
    expect((await refusal({ orderBy: { field: 'CHECK_IN', direction: 'ASC' } })).errors).toBeUndefined()
  })

  test.each<[string, PmsBookingOrder]>([
    ['another field', { field: 'CHECK_OUT', direction: 'ASC' }],
    ['another direction', { field: 'CHECK_IN', direction: 'DESC' }],
  ])('not %s', async (_, orderBy) => {
    const { errors } = await refusal({ orderBy })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' })
  })

  test('not any that was changed, wherever', async () => {
    const hotelId = await addHotel(api.database)
    await addBooking(api.database, { hotelId })
    const cursor = (await page(hotelId, {})).edges[0]?.cursor ?? ''
    const bytes = Buffer.from(cursor, 'base64url')
    for (let position = 0; position < bytes.length; position++) {
      const changed = Buffer.from(bytes)
      changed[position] = (changed[position] ?? 0) ^ 1
      const { errors } = await api.query(Page, { hotelId, first: 1, after: changed.toString('base64url') })
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' })
    }
  })

  test('not another hotel’s', async () => {
    const other = await addHotel(api.database)
    await addBooking(api.database, { hotelId: other })
    const { errors } = await refusal({}, () => '')
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    const cursor = (await page(other, {})).edges[0]?.cursor ?? null
    const { errors: foreign } = await api.query(Page, {
      hotelId: await addHotel(api.database),
      first: 1,
      after: cursor,
    })
    expect(foreign?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' })
  })

  test('not another noun’s, though it is ordered alike', async () => {
    const hotelId = await addHotel(api.database)
    await addBooking(api.database, { hotelId })
    const after = (await page(hotelId, { orderBy: { field: 'STATUS', direction: 'ASC' } })).edges[0]?.cursor ?? null
    const { errors } = await api.query(Rooms, { hotelId, after })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' })
  })
})
