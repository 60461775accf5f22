import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel, addRoom } from '../kit/rows.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const QUERY = `query ($id: ID!, $after: String) {
  room(id: $id) { history(first: 2, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { field before after seenAt syncLogId changeId }
  } }
}`

interface Entry {
  entityType?: string
  field: string
  before: string | null
  after: string | null
}

async function roomWith(...entries: Entry[]): Promise<{ hotelId: string; id: string }> {
  const hotelId = await addHotel(api.database)
  const { id } = await addRoom(api.database, { hotelId })
  for (const { entityType = 'ROOM', field, before, after } of entries) {
    await api.database.query(
      `INSERT INTO pms_history (id, hotel_id, provider, entity_type, row_id, field, before, after, seen_at, sync_log_id)
       VALUES ($1, $2, 'mock', $3, $4, $5, $6, $7, now(), $8)`,
      [uuidv7(), hotelId, entityType, id, field, before, after, uuidv7()],
    )
  }
  return { hotelId, id }
}

async function read(id: string, { token, after }: { token?: string; after?: string } = {}) {
  const { data, errors } = await api.send({ query: QUERY, variables: { id, after } }, token)
  expect(errors).toBeUndefined()
  return (data as { room: { history: { nodes: Entry[]; totalCount: number; pageInfo: { endCursor: string } } } | null })
    .room?.history
}

test('the history of a room is paged, newest first', async () => {
  const { id } = await roomWith(
    { field: 'status', before: 'AVAILABLE', after: 'OCCUPIED' },
    { field: 'cleaningStatus', before: 'CLEAN', after: 'DIRTY' },
    { field: 'status', before: 'OCCUPIED', after: null },
  )
  const first = await read(id)
  expect(first).toMatchObject({
    totalCount: 3,
    pageInfo: { hasNextPage: true },
    nodes: [
      { field: 'status', before: 'OCCUPIED', after: null, changeId: null },
      { field: 'cleaningStatus', before: 'CLEAN', after: 'DIRTY' },
    ],
  })
  expect(await read(id, { after: first?.pageInfo.endCursor ?? '' })).toMatchObject({
    nodes: [{ before: 'AVAILABLE', after: 'OCCUPIED' }],
    pageInfo: { hasNextPage: false },
  })
})

test('values are masked as the field itself is', async () => {
  const { id } = await roomWith({ entityType: 'GUEST', field: 'email', before: 'ada@example.com', after: null })
  const token = await api.token({ permissions: ['ADMIN_VIEW'] })
  expect((await read(id))?.nodes[0]?.before).toBe('ada@example.com')
  expect((await read(id, { token }))?.nodes[0]?.before).toBe('a…@…')
})

test('another hotel’s is not there', async () => {
  const { id } = await roomWith({ field: 'status', before: 'AVAILABLE', after: 'OCCUPIED' })
  const token = await api.token({ hotelIds: [await addHotel(api.database)] })
  expect(await read(id, { token })).toBeUndefined()
})
