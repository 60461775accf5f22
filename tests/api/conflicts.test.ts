import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertion, type NewChange } from '../../src/changes/parts/rows.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking, addHotel, addHousekeeping } from '../kit/rows.ts'

let api: TestApi
let hotelId: string
/** Ids of the changes, by a name each. */
const ids: Record<string, string> = {}

const provider = 'mock'
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Lisbon' })

async function contest(name: string, of: { hotelId: string; id: string }, more: Partial<NewChange> = {}) {
  const id = uuidv7()
  const wish: NewChange = {
    ...{ hotelId: of.hotelId, provider, account: 'a', entityType: 'BOOKING', entityId: of.id, externalId: of.id },
    ...{ action: 'BOOKING_CHANGE', groups: ['STAY'], requestedBy: 'ada', reason: null, undoOf: null },
    ...{ base: {}, wanted: {}, theirs: {}, options: {}, state: 'PENDING', waitingFor: null, lifetimeMs: 60_000 },
    ...more,
    id,
  }
  const { text, params } = insertion([wish])
  await api.database.query(text, params)
  await api.database.query(
    `UPDATE pms_change SET state = 'CONFLICT', contested = groups, conflict_at = now() WHERE id = $1`,
    [id],
  )
  ids[name] = id
}

async function contestStay(
  name: string,
  from: number,
  { in: of = hotelId, ...more }: Partial<NewChange> & { in?: string } = {},
) {
  const stay = { hotelId: of, provider, checkIn: inDays(from), checkOut: inDays(from + 2) }
  await contest(name, { hotelId: of, id: (await addBooking(api.database, stay)).id }, more)
}

beforeAll(async () => {
  api = await startApi()
  hotelId = await addHotel(api.database)
  await contestStay('later', 30)
  await contestStay('week', 7)
  await contestStay('today', 0)
  await contestStay('house', -1, { requestedBy: 'grace' })
  const { id } = await addHousekeeping(api.database, { hotelId, provider, roomNumber: '204' })
  const room = { hotelId, id }
  const [action, groups] = ['HOUSEKEEPING_CONDITION', ['CONDITION']] as const
  await contest('room', room, { entityType: 'HOUSEKEEPING', action, groups: [...groups] })
  await contest('gone', room, { entityType: 'ROOM_BLOCK', action: 'ROOM_BLOCK_END' })
  await contestStay('party', 2, { groups: ['STAY', 'PARTY'] })
})
afterAll(() => api[Symbol.asyncDispose]())

interface Page {
  nodes: { change: { id: string }; severity: string; roomNumber: string | null }[]
  edges: { cursor: string }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
  totalCount: number
}
const query = `query ($hotelId: ID!, $first: Int, $last: Int, $after: String, $before: String, $filter: PmsConflictFilter) {
  conflicts(hotelId: $hotelId, first: $first, last: $last, after: $after, before: $before, filter: $filter) {
    nodes { change { id } severity roomNumber } edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`
const ask = (variables: object) => api.send({ query, variables: { hotelId, ...variables } })
const page = async (variables: object) => ((await ask(variables)).data as { conflicts: Page }).conflicts
const namesOf = ({ nodes }: Page) =>
  nodes.map(({ change: { id } }) => Object.keys(ids).find((name) => ids[name] === id))

const ORDER = ['today', 'house', 'room', 'party', 'week', 'gone', 'later']

describe('conflicts of a hotel', () => {
  it('come by the harm that they do, and say how soon that is', async () => {
    const all = await page({ first: 50 })
    expect(namesOf(all)).toEqual(ORDER)
    expect(all.totalCount).toBe(ORDER.length)
    const severities = ['TODAY', 'TODAY', 'TODAY', 'SOON', 'SOON', 'SOON', 'LATER']
    expect(all.nodes.map(({ severity }) => severity)).toEqual(severities)
    expect(all.nodes[2]?.roomNumber).toBe('204')
  })

  it.each([1, 2, 3, 6, 7])('can be paged by %i, either way', async (size) => {
    const forward: unknown[] = []
    for (let after: string | null = null, more = true; more; ) {
      const part: Page = await page({ first: size, after })
      expect(part.pageInfo.hasPreviousPage).toBe(after !== null)
      forward.push(...namesOf(part))
      after = part.pageInfo.endCursor
      more = part.pageInfo.hasNextPage
    }
    expect(forward).toEqual(ORDER)
    const backward: unknown[] = []
    for (let before: string | null = null, more = true; more; ) {
      const part: Page = await page({ last: size, before })
      expect(part.pageInfo.hasNextPage).toBe(before !== null)
      backward.unshift(...namesOf(part))
      before = part.pageInfo.startCursor
      more = part.pageInfo.hasPreviousPage
    }
    expect(backward).toEqual(ORDER)
  })

  it('go on after one that has been decided meanwhile', async () => {
    const other = await addHotel(api.database)
    for (const [days, name] of ['first', 'second', 'third'].entries()) await contestStay(name, days, { in: other })
    const { pageInfo } = await page({ hotelId: other, first: 2 })
    await api.database.query(`UPDATE pms_change SET state = 'PENDING' WHERE id = $1`, [ids.second])
    expect(namesOf(await page({ hotelId: other, first: 2, after: pageInfo.endCursor }))).toEqual(['third'])
  })

  it.each([
    [{ severity: ['TODAY'] }, ['today', 'house', 'room']],
    [{ severity: ['LATER', 'TODAY'] }, ['today', 'house', 'room', 'later']],
    [{ severity: [] }, []],
    [{ group: ['PARTY'] }, ['party']],
    [{ group: ['CONDITION', 'PARTY'] }, ['room', 'party']],
    [{ entityType: 'BOOKING', severity: ['SOON'] }, ['party', 'week']],
    [{ requestedBy: 'grace' }, ['house']],
    [{ provider: 'mews' }, []],
    [{}, ORDER],
  ])('narrowed by %o are those that match, and are counted so', async (filter, names) => {
    const found = await page({ first: 50, filter })
    expect(namesOf(found)).toEqual(names)
    expect(found.totalCount).toBe(names.length)
  })

  it.each([
    [{}, 'first'],
    [{ first: 201 }, 'first'],
    [{ first: 1, last: 1 }, 'last'],
    [{ first: 1, after: 'x' }, 'after'],
  ])('asked for with %o are refused, naming the argument', async (variables, field) => {
    const { errors } = await ask(variables)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field })
  })

  it('are those of no other hotel', async () => {
    const other = await addHotel(api.database)
    const { pageInfo } = await page({ first: 1 })
    expect(await page({ first: 5, hotelId: other })).toMatchObject({ nodes: [], totalCount: 0 })
    const crossed = await ask({ first: 5, hotelId: other, after: pageInfo.endCursor })
    expect(crossed.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' })
  })
})
