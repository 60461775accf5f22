import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { insertHotel } from '../kit/test-hotel.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Holds a table, so that whatever reads it waits until the test lets go. */
async function lockTable(table: string) {
  const client = new pg.Client({ connectionString: api.database.url })
  await client.connect()
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
  const waiting = async () => {
    const { rows } = await client.query(
      'SELECT count(*)::int AS count FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE NOT granted AND d.datname = current_database()',
    )
    return rows[0].count as number
  }
  return { waiting, [Symbol.asyncDispose]: () => client.end() }
}

const GUESTS = 'query ($id: ID!) { guests(hotelId: $id, first: 1, orderBy: { field: COUNTRY }) { nodes { id } } }'
const ROOMS = 'query ($id: ID!) { rooms(hotelId: $id, first: 1, orderBy: { field: FLOOR }) { nodes { id } } }'

test('a viewer whose statements are slow leaves connections to all others', async () => {
  const id = randomUUID()
  await insertHotel(api.database, id, 'mock')
  const heavy = await api.token({ subject: 'heavy' })
  let slow: ReturnType<TestApi['send']>[]
  {
    await using lock = await lockTable('pms_guest')
    slow = Array.from({ length: 60 }, () => api.send({ query: GUESTS, variables: { id } }, heavy))
    await eventually(async () => expect(await lock.waiting()).toBeGreaterThan(5))
    const other = await api.send({ query: ROOMS, variables: { id } }, await api.token({ subject: 'other' }))
    expect(other.errors).toBeUndefined()
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200)
  }
  const answers = await Promise.all(slow)
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([])
})
