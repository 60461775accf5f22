import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHANGE_STATES, type ChangeState, ENDED_CHANGE_STATES } from '../../src/entities/change.ts'
import { ROW_SYNC_STATUSES, type RowSyncStatus } from '../../src/entities/columns.ts'
import type { Sql } from '../../src/platform/database/database.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking, addFailure, addHotel, addRoom, addSyncLog } from '../kit/rows.ts'

/** What is under way for a row is laid over it: in a list by the list's own statement, for a single row by loaders. */
let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const FIELDS = ['syncStatus', 'syncError', 'pendingChanges { id state error wanted groups canUndo }'] as const

const rows = fc.array(
  fc.record({
    stored: fc.constantFrom(...ROW_SYNC_STATUSES),
    storedError: fc.constantFrom(null, 'as stored'),
    hasFailure: fc.boolean(),
    changes: fc.array(
      fc.record({
        state: fc.constantFrom(...CHANGE_STATES),
        error: fc.constantFrom(null, 'The PMS said no.', 'Both have moved.'),
        isOfSet: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
  }),
  { minLength: 1, maxLength: 6 },
)
interface AskedFor {
  readonly state: ChangeState
  readonly error: string | null
  readonly isOfSet: boolean
}
interface Situation {
  readonly stored: RowSyncStatus
  readonly storedError: string | null
  readonly hasFailure: boolean
  readonly changes: readonly AskedFor[]
}

test('a row of a list says the same of its changes as the row alone, whatever is selected', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.subarray([...FIELDS], { minLength: 1 }), async (situations, selected) => {
      const { hotelId, ids } = await seed(api, situations)
      const fields = `id ${selected.join(' ')}`
      const list = `query ($hotelId: ID!) { bookings(hotelId: $hotelId, first: 50) { totalCount nodes { ${fields} } edges { node { ${fields} } } } }`
      const alone = `query { ${ids.map((id, n) => `b${n}: booking(id: "${id}") { ${fields} }`).join(' ')} }`
      const [listed, single] = [
        await api.send({ query: list, variables: { hotelId } }),
        await api.send({ query: alone }),
      ]
      expect(listed.errors ?? single.errors).toBeUndefined()
      const { nodes, edges, totalCount } = (listed.data as { bookings: Listed }).bookings
      expect(nodes).toEqual(Object.values(single.data as object))
      expect(edges.map(({ node }) => node)).toEqual(nodes)
      expect(totalCount).toBe(ids.length)
    }),
    { numRuns: 40 },
  )
})

test('of several hotels each row has its own, read with their lists', async () => {
  await using counted = await startApi()
  const none: Situation = { stored: 'SYNCED', storedError: null, hasFailure: false, changes: [] }
  const open = (...states: ChangeState[]): Situation => ({
    ...none,
    changes: states.map((state) => ({ state, error: null, isOfSet: false })),
  })
  const one = await seed(counted, [open('PENDING', 'SENDING'), none, open('AWAITING', 'CONFLICT', 'PENDING')])
  const other = await seed(counted, [none, open('PENDING'), { ...none, hasFailure: true }])
  counted.statements.length = 0
  const entities = `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Hotel { bookings(first: 2) {
    nodes { id syncStatus pendingChanges { state } } pageInfo { hasNextPage } } } } }`
  const them = [one, other].map(({ hotelId }) => ({ __typename: 'Hotel', id: hotelId }))
  const { data } = await counted.send({ query: entities, variables: { them } })
  const pages = (data as { _entities: { bookings: unknown }[] })._entities.map(({ bookings }) => bookings)
  const states = (...all: ChangeState[]) => all.map((state) => ({ state }))
  expect(pages).toEqual([
    {
      nodes: [
        { id: one.ids[0], syncStatus: 'PENDING', pendingChanges: states('PENDING', 'SENDING') },
        { id: one.ids[1], syncStatus: 'SYNCED', pendingChanges: [] },
      ],
      pageInfo: { hasNextPage: true },
    },
    {
      nodes: [
        { id: other.ids[0], syncStatus: 'SYNCED', pendingChanges: [] },
        { id: other.ids[1], syncStatus: 'PENDING', pendingChanges: states('PENDING') },
      ],
      pageInfo: { hasNextPage: true },
    },
  ])
  // One for the hotels themselves.
  expect(counted.statements).toHaveLength(2)
})

test('a joined row says what it does alone, also where nothing else of it is selected', async () => {
  const hotelId = await addHotel(api.database)
  const { id } = await addRoom(api.database, { hotelId, externalId: 'r1', roomNumber: '1', syncStatus: 'FAILED' })
  await addBooking(api.database, { hotelId, roomExternalId: 'r1' })
  for (const field of FIELDS) {
    const { data } = await api.send({
      query: `query ($hotelId: ID!, $id: ID!) { room(id: $id) { ${field} } bookings(hotelId: $hotelId, first: 1) { nodes { room { ${field} } } } }`,
      variables: { hotelId, id },
    })
    const { room, bookings } = data as { room: object; bookings: { nodes: object[] } }
    expect(bookings.nodes).toEqual([{ room }])
  }
})

interface Listed {
  nodes: object[]
  edges: { node: object }[]
  totalCount: number
}

/** Its bookings by their day, the first one first. */
async function seed(
  { database }: TestApi,
  situations: readonly Situation[],
): Promise<{ hotelId: string; ids: string[] }> {
  const hotelId = await addHotel(database)
  const log = await addSyncLog(database, { hotelId })
  const ids: string[] = []
  for (const [n, { stored, storedError, hasFailure, changes }] of situations.entries()) {
    const externalId = `b${n}`
    const facts = { checkIn: `2026-01-0${n + 1}`, syncStatus: stored, syncError: storedError }
    const { id } = await addBooking(database, { hotelId, externalId, ...facts })
    ids.push(id)
    if (hasFailure) await addFailure(database, { hotelId, externalId, syncLogId: log.id })
    for (const change of changes) await addChange(database, { hotelId, id, externalId }, change)
  }
  return { hotelId, ids }
}

async function addChange(
  database: Sql,
  { hotelId, id, externalId }: { hotelId: string; id: string; externalId: string },
  { state, error, isOfSet }: AskedFor,
) {
  await database.query(
    `INSERT INTO pms_change (id, hotel_id, provider, account, entity_type, entity_id, external_id, action, groups, base, wanted,
       state, error, expires_at, requested_by, sent_at, ended_at, set_id)
     VALUES ($8, $1, 'mock', 'a', 'BOOKING', $2, $3, 'BOOKING_CHANGE', '["PARTY"]', '{"adults": 2}', '{"adults": 3}',
       $4, $5, now() + interval '1 day', 'ada', now(), CASE WHEN $6 THEN now() END, CASE WHEN $7 THEN gen_random_uuid() END)`,
    [hotelId, id, externalId, state, error, ENDED_CHANGE_STATES.some((one) => one === state), isOfSet, uuidv7()],
  )
}
