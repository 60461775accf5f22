import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSubgraph } from '../../src/resolvers/subgraph.ts'
import type { Permission } from '../../src/security/viewer.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { idPlaces, valuesAt } from '../kit/argument-places.ts'
import { operationOf, rootFields, type Values } from '../kit/operations.ts'
import { addBooking, addFailure, addGuest, addHotel, addRoom, addSyncLog, addWebhookEvent } from '../kit/rows.ts'

/** Two hotels whose vendors use the same external ids. Generated from the schema: who has a token of one tries every id of the other. */

const CANARY = 'CANARY'
const EXTERNAL_ID = 'same-in-both'
type RootField = ReturnType<typeof rootFields>[number]
const fields = rootFields(createSubgraph())

let api: TestApi
let theirs: Awaited<ReturnType<typeof fillHotel>>
let ours: Awaited<ReturnType<typeof fillHotel>>
beforeAll(async () => {
  api = await startApi()
  theirs = await fillHotel(CANARY)
  ours = await fillHotel('ours')
})
afterAll(() => api[Symbol.asyncDispose]())

/** A hotel with a row of everything that is linked to each other; every text in it is the mark. */
async function fillHotel(mark: string) {
  const hotelId = await addHotel(api.database)
  const row = { hotelId, externalId: EXTERNAL_ID }
  const linked = { guestExternalId: EXTERNAL_ID, roomExternalId: EXTERNAL_ID }
  const { database } = api
  const configurationId = randomUUID()
  await database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, external_hotel_id) VALUES ($1, $2, 'mock', '', $3)`,
    [configurationId, hotelId, mark],
  )
  const run = await addSyncLog(database, { hotelId, status: 'PARTIAL', errorSummary: mark })
  const rows = [
    await addBooking(database, { ...row, ...linked, guestName: mark, notes: mark }),
    await addRoom(database, { ...row, roomNumber: mark }),
    await addGuest(database, { ...row, lastName: mark, email: mark }),
    await addFailure(database, { hotelId, syncLogId: run.id, reason: mark }),
    await addWebhookEvent(database, { hotelId, configurationId, reason: mark }),
  ]
  return { hotelId, ids: [hotelId, configurationId, run.id, ...rows.map(({ id }) => id)] }
}

/** Every row of their hotel in every table that has hotels; a new table is in it by itself. */
async function stateOfTheirs(): Promise<string> {
  const tables = await api.database.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN pg_class t ON t.relname = c.table_name
     WHERE c.table_schema = current_schema() AND c.column_name = 'hotel_id' AND t.relkind IN ('r', 'p') ORDER BY 1`,
  )
  expect(tables.length).toBeGreaterThan(6)
  const rows = tables.map(
    ({ name }) => `SELECT '${name}' AS name, to_jsonb(t) AS row FROM ${name} t WHERE hotel_id = $1`,
  )
  const all = [...rows, `SELECT 'pms_hotel', to_jsonb(t) FROM pms_hotel t WHERE id = $1`].join(' UNION ALL ')
  return JSON.stringify(
    await api.database.query(`SELECT * FROM (${all}) every ORDER BY name, row::text`, [theirs.hotelId]),
  )
}

const ownValues = (): Values => ({
  hotelId: ours.hotelId,
  provider: 'mock',
  ...{ name: 'Ours', timeZone: 'UTC', currency: 'EUR', slug: ours.hotelId },
})

async function answerTo({ kind, field }: RootField, values: Values, token: string | null): Promise<string> {
  const operation = operationOf(kind, field, values)
  if (kind !== 'subscription') return JSON.stringify(await api.send(operation, token))
  const client = api.connect(token)
  try {
    for await (const result of client.iterate(operation as never)) return JSON.stringify(result)
    return 'ended'
  } catch (refusal) {
    return refusalOf(refusal)
  } finally {
    await client.dispose()
  }
}

/** An error of the operation, or the socket closed. */
function refusalOf(refusal: unknown): string {
  if (Array.isArray(refusal)) return JSON.stringify(refusal)
  const { code, reason } = refusal as { code?: number; reason?: string }
  return `${code} ${reason}`
}

const attacks = fields.flatMap((each) => idPlaces(each.field).map((place) => ({ each, place })))

test.each(
  attacks.map(
    ({ each, place }) => [`${each.field.name}(${[...place.within, place.name].join('.')})`, each, place] as const,
  ),
)('no id of another hotel opens anything in %s', async (_, each, place) => {
  const before = await stateOfTheirs()
  const token = await api.token({ hotelIds: [ours.hotelId] })
  for (const id of [...theirs.ids, EXTERNAL_ID]) {
    // A subscription that our own hotel may have stays open; an external id names nothing that can be watched.
    if (each.kind === 'subscription' && id === EXTERNAL_ID) continue
    const answer = await answerTo(each, { ...ownValues(), ...valuesAt(place, id) }, token)
    expect(answer).not.toContain(CANARY)
    for (const foreign of theirs.ids) if (foreign !== id) expect(answer).not.toContain(foreign)
  }
  expect(await stateOfTheirs()).toBe(before)
})

test('the same attempts find everything with a token of that hotel', async () => {
  const token = await api.token({ hotelIds: [theirs.hotelId] })
  const found = new Set<string>()
  for (const { each, place } of attacks.filter(({ each: { kind } }) => kind === 'query')) {
    for (const id of theirs.ids) {
      const answer = await answerTo(each, { ...ownValues(), hotelId: theirs.hotelId, ...valuesAt(place, id) }, token)
      if (answer.includes(CANARY)) found.add(each.field.name)
    }
  }
  const nouns = ['booking', 'room', 'guest', 'syncLog', 'syncFailure', 'configuration', 'webhookEvent']
  expect([...found]).toEqual(expect.arrayContaining(nouns.flatMap((noun) => [noun, `${noun}s`])))
})

test('an external id that both hotels use leads to the row of one’s own hotel', async () => {
  const query = `query ($hotelId: ID!) { bookings(hotelId: $hotelId, first: 50) { nodes {
    guestName guest { lastName bookings(first: 50) { nodes { guestName } } } room { roomNumber bookings(first: 50) { nodes { guestName } } } } } }`
  const token = await api.token({ hotelIds: [ours.hotelId] })
  const { data } = await api.send({ query, variables: { hotelId: ours.hotelId } }, token)
  const bookings = { nodes: [{ guestName: 'ours' }] }
  expect(data?.bookings).toEqual({
    nodes: [{ guestName: 'ours', guest: { lastName: 'ours', bookings }, room: { roomNumber: 'ours', bookings } }],
  })
})

const watched = fields.filter(({ kind }) => kind === 'subscription').map((each) => [each.field.name, each] as const)

test.each(watched)('%s needs a token, a permission and a hotel of one’s own', async (_, each) => {
  const ask = async (permissions: Permission[], hotelIds: string[]) =>
    answerTo(each, { hotelId: theirs.hotelId }, await api.token({ permissions, hotelIds }))
  expect(await answerTo(each, { hotelId: theirs.hotelId }, null)).toMatch(/^4401 /)
  expect(await ask([], [theirs.hotelId])).toBe('4403 Forbidden')
  expect(await ask(['ADMIN_VIEW'], [ours.hotelId])).toMatch(/NOT_FOUND/)
  expect(await ask(['ADMIN_EDIT'], [ours.hotelId])).toMatch(/NOT_FOUND/)
})
