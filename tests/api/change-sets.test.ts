import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { changeTopic } from '../../src/sync/events/progress.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { addBooking, addHotel } from '../kit/rows.ts'

let api: TestApi
let vendor: Simulator
let hotelId: string
beforeAll(async () => {
  api = await startApi()
  vendor = await mock.simulate({ bookings: 40, rooms: 8, guests: 4 })
  hotelId = await addHotel(api.database)
  const { credentials, settings } = vendor
  await api.send({
    query: `mutation ($input: PmsConfigurationInput!) { upsertConfiguration(input: $input) { errors { code } } }`,
    variables: { input: { hotelId, provider: 'mock', credentials, settings, writeEnabled: true } },
  })
  for (const entityType of ['ROOM', 'BOOKING', 'HOUSEKEEPING', 'ROOM_BLOCK', 'MAINTENANCE_REQUEST'] as const) {
    const { id } = await api.engine.request({ hotelId, provider: 'mock', entityType, trigger: 'MANUAL' })
    await api.engine.waitForEnd(id)
  }
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await vendor[Symbol.asyncDispose]()
})

type Body = Record<string, unknown>
type Who = Parameters<TestApi['token']>[0]
const SET = `id state source total: counts { total looked toSend isSo conflicts refused } estimate { requests seconds }
  previewHash previewExpiresAt stoppedBecause { code message } canUndo`
const CREATE = `mutation ($input: PmsCreateChangeSetInput!) {
  createChangeSet(input: $input) { changeSet { ${SET} } errors { code message field } } }`

interface Answer {
  changeSet: { id: string; state: string; [field: string]: unknown } | null
  errors: { code: string; message: string; field: string | null }[]
}
async function create(input: Body, who: Who = {}): Promise<Answer> {
  const variables = { input: { hotelId, action: 'BOOKING_CANCEL', ...input } }
  const { data, errors } = await api.send({ query: CREATE, variables }, await api.token(who))
  if (data === null || data === undefined) throw new Error(JSON.stringify(errors))
  return data.createChangeSet as Answer
}
async function look(id: string) {
  const claimed = await api.changes.sets.claim(id)
  if (claimed !== null) await api.changes.sets.work(claimed, new AbortController().signal)
}
async function made(input: Body): Promise<string> {
  const { changeSet, errors } = await create(input)
  expect(errors).toEqual([])
  return String(changeSet?.id)
}
const confirmed = () =>
  api.database.query<{ id: string; number: string; externalId: string }>(
    `SELECT id, confirmation_number AS number, external_id AS "externalId" FROM pms_booking
     WHERE hotel_id = $1 AND status = 'CONFIRMED' ORDER BY check_in, id`,
    [hotelId],
  )

describe('a set of a filter', () => {
  test('has all that its list has, in its order, and what sending it takes', async () => {
    const bookings = await confirmed()
    const id = await made({ filter: { bookings: { status: ['CONFIRMED'] } }, reason: 'Storm' })
    await look(id)
    const query = `query ($id: ID!) { changeSet(id: $id) { ${SET} provider action reason requestedBy canary stopPercent
      options items(first: 100, outcome: [SEND]) { totalCount nodes { line label given outcome result errorCode base wanted
        theirs change { id state setId } } } } }`
    const { data } = await api.send({ query, variables: { id } })
    const { items, ...set } = (data as { changeSet: { items: { totalCount: number; nodes: Body[] } } & Body }).changeSet
    const each = { looked: bookings.length, toSend: bookings.length, isSo: 0, conflicts: 0, refused: 0 }
    expect(set).toMatchObject({ state: 'PREVIEWED', source: 'FILTER', provider: 'mock', total: each, reason: 'Storm' })
    expect(set).toMatchObject({ canUndo: false, stoppedBecause: null, options: {}, canary: 5, stopPercent: 5 })
    expect(set.previewExpiresAt).not.toBeNull()
    // All of them are looked at together, go together, and are looked at once more.
    expect(set.estimate).toEqual({ requests: 3, seconds: 1 })
    expect(items.totalCount).toBe(bookings.length)
    expect(items.nodes.map(({ label }) => label)).toEqual(bookings.map(({ number }) => number))
    expect(items.nodes[0]).toMatchObject({
      ...{ line: 1, given: null, outcome: 'SEND', result: null, wanted: { status: 'CANCELLED' } },
      ...{ base: { status: 'CONFIRMED' }, change: { state: 'DRAFT', setId: id } },
    })
  })

  test('is not among the changes of the hotel, nor in the status of its bookings', async () => {
    const [booking] = await confirmed()
    const id = await made({ ids: [booking?.id] })
    const query = `query ($hotelId: ID!, $set: ID!, $booking: ID!) {
      changes(hotelId: $hotelId, first: 100) { nodes { setId } }
      drafts: changes(hotelId: $hotelId, first: 100, filter: { setId: $set }) { nodes { setId state } }
      booking(id: $booking) { syncStatus pendingChanges { id } } }`
    const { data } = await api.send({ query, variables: { hotelId, set: id, booking: booking?.id } })
    expect(data).toEqual({
      changes: { nodes: [] },
      drafts: { nodes: [{ setId: id, state: 'DRAFT' }] },
      booking: { syncStatus: 'SYNCED', pendingChanges: [] },
    })
  })

  test('of more than ten thousand is refused with their number', async () => {
    const many = await addHotel(api.database)
    await api.database.query(
      `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, write_enabled)
       VALUES (gen_random_uuid(), $1, 'mock', '', true)`,
      [many],
    )
    const { id } = await addBooking(api.database, { hotelId: many, provider: 'mock', status: 'CONFIRMED' })
    const columns = await api.database.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'pms_booking'
         AND table_schema = current_schema() AND is_generated = 'NEVER' AND column_name NOT IN ('id', 'external_id')`,
    )
    const others = columns.map(({ name }) => name).join(', ')
    await api.database.query(
      `INSERT INTO pms_booking (id, external_id, ${others})
       SELECT gen_random_uuid(), 'many-' || n, ${others} FROM pms_booking, generate_series(1, 10002) AS n WHERE id = $1`,
      [id],
    )
    const { errors } = await create({ hotelId: many, filter: { bookings: { status: ['CONFIRMED'] } } })
    expect(errors).toMatchObject([
      { code: 'TOO_MANY_ITEMS', field: 'filter', message: expect.stringContaining('10003') },
    ])
    const ids = Array.from({ length: 10_001 }, () => id)
    expect((await create({ hotelId: many, ids })).errors).toMatchObject([{ code: 'TOO_MANY_ITEMS', field: 'ids' }])
  })
})

const CLEAN = { values: { condition: 'CLEAN' } }
const TAP = { values: { title: 'Tap drips' } }
const NIGHTS = { values: { kind: 'OUT_OF_ORDER', firstNight: '2099-01-01', lastNight: '2099-01-02' } }

test.each([
  ['HOUSEKEEPING_CONDITION', CLEAN, 'pms_housekeeping', { housekeeping: {} }],
  ['ROOM_BLOCK_CREATE', NIGHTS, 'pms_room', { rooms: {} }],
  ['MAINTENANCE_CREATE', TAP, 'pms_room', { rooms: {} }],
  ['ROOM_BLOCK_END', {}, 'pms_room_block', { roomBlocks: {} }],
  ['MAINTENANCE_UPDATE', TAP, 'pms_maintenance_request', { maintenanceRequests: {} }],
] as const)(
  '%s is done to all that the filter of its target finds, and looked at',
  async (action, wish, table, filter) => {
    const [{ rows } = { rows: 0 }] = await api.database.query<{ rows: number }>(
      `SELECT count(*) AS rows FROM ${table} WHERE hotel_id = $1 AND deleted_at IS NULL`,
      [hotelId],
    )
    const id = await made({ action, ...wish, filter })
    await look(id)
    const query =
      'query ($id: ID!) { changeSet(id: $id) { state counts { total looked } items(first: 1) { nodes { label } } } }'
    const { data } = await api.send({ query, variables: { id } })
    expect(data?.changeSet).toMatchObject({ state: 'PREVIEWED', counts: { total: rows, looked: rows } })
    expect(JSON.stringify(data)).toMatch(/"label":"[^"]+"/)
  },
)

test('rooms as they are kept are found by what goes on in them', async () => {
  const filter = { housekeeping: { stay: ['ARRIVAL', 'DEPARTURE', 'TURNOVER', 'STAYOVER', 'FREE'] } }
  const { changeSet, errors } = await create({ action: 'HOUSEKEEPING_CONDITION', ...CLEAN, filter })
  expect(errors).toEqual([])
  expect(changeSet).toMatchObject({ source: 'FILTER' })
})

describe('what says what is to be changed', () => {
  test.each([
    ['is needed', {}, 'BAD_USER_INPUT', 'filter'],
    ['is one thing', { filter: { bookings: {} }, ids: ['a'] }, 'BAD_USER_INPUT', 'ids'],
    ['is of what the action is done to', { filter: { rooms: {} } }, 'BAD_USER_INPUT', 'filter'],
    ['is one filter', { filter: { bookings: {}, rooms: {} } }, 'BAD_USER_INPUT', 'filter'],
    ['finds something', { filter: { bookings: { search: 'nobody' } } }, 'BAD_USER_INPUT', 'filter'],
    ['names something', { ids: [] }, 'BAD_USER_INPUT', 'ids'],
    ['is a CSV with a header', { csv: '' }, 'BAD_USER_INPUT', 'csv'],
    ['has columns that there are', { csv: 'id,colour\na,red\n' }, 'BAD_USER_INPUT', 'csv.colour'],
    ['is of a hotel of the viewer', { hotelId: 'another', ids: ['a'] }, 'NOT_FOUND', 'hotelId'],
    ['is at a PMS that there is', { provider: 'protel', ids: ['a'] }, 'UNKNOWN_PROVIDER', 'provider'],
  ])('%s', async (_, input, code, field) => {
    const { changeSet, errors } = await create(input, { hotelIds: [hotelId] })
    expect(changeSet).toBeNull()
    expect(errors).toMatchObject([{ code, field }])
  })

  test('is of a hotel that there is', async () => {
    const { errors } = await create({ hotelId: 'no-such-hotel', ids: ['a'] }, { hotelIds: ['*'] })
    expect(errors).toMatchObject([{ code: 'NOT_FOUND', field: 'hotelId' }])
  })

  test('says it with values of the action', async () => {
    const [booking] = await confirmed()
    const change = { action: 'BOOKING_CHANGE', ids: [booking?.id] }
    const wrong = await create({ ...change, values: { adults: 'many' } })
    expect(wrong.errors).toMatchObject([{ code: 'BAD_USER_INPUT', field: 'values.adults' }])
    const unknown = await create({ ...change, values: { note: 'x' } })
    expect(unknown.errors).toMatchObject([{ code: 'BAD_USER_INPUT', field: 'values.note' }])
    const stay = await create({ ...change, values: { checkOut: '2099-01-01' } })
    expect(stay.errors).toMatchObject([{ code: 'BAD_USER_INPUT', field: 'options.pricing' }])
  })
})

describe('a CSV', () => {
  test('becomes a set, with every line that is wrong', async () => {
    const [one, other] = await confirmed()
    const foreign = await addHotel(api.database)
    const { id: theirs } = await addBooking(api.database, { hotelId: foreign, provider: 'mock', externalId: 'X-9' })
    expect(theirs).not.toBe('')
    const csv = `externalId;adults\n${one?.externalId};3\nX-9;3\n${other?.externalId};=1+1\n${one?.externalId};4\n`
    const id = await made({ action: 'BOOKING_CHANGE', csv })
    const query = `query ($id: ID!) { changeSet(id: $id) { source items(first: 10) {
      nodes { line label given outcome errorCode error field change { state } } } } }`
    const seenBy = async (who: Who) => {
      const { data } = await api.send({ query, variables: { id } }, await api.token(who))
      return data?.changeSet as { source: string; items: { nodes: Body[] } }
    }
    const { source, items } = await seenBy({ permissions: ['ADMIN_EDIT'] })
    expect(source).toBe('CSV')
    expect(items.nodes).toMatchObject([
      { line: 1, label: one?.number, outcome: null, change: { state: 'DRAFT' } },
      { line: 2, given: 'X-9', outcome: 'REFUSED', errorCode: 'NOT_FOUND', field: 'externalId', change: null },
      { line: 3, given: other?.externalId, errorCode: 'BAD_USER_INPUT', field: 'adults', change: null },
      { line: 4, given: one?.externalId, errorCode: 'BAD_USER_INPUT', error: expect.stringContaining('line 1') },
    ])
    const viewers = await seenBy({ permissions: ['ADMIN_VIEW'] })
    expect(viewers.items.nodes.map(({ given }) => given)).toEqual([null, null, null, null])
  })
})

describe('without GraphQL', () => {
  const call = async (path: string, body: Body | null = null, who: Who = {}) => {
    const headers = { authorization: `Bearer ${await api.token(who)}`, 'content-type': 'application/json' }
    const init = body === null ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(new URL(`/api/pms/change-sets${path}`, api.url), init)
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  const json = async (...args: Parameters<typeof call>) => {
    const { status, text } = await call(...args)
    return { status, body: JSON.parse(text) as Body & { changeSetId: string } }
  }
  const wish = (more: Body = {}) => ({ hotelId, action: 'BOOKING_CANCEL', ...more })

  test('a set is made, shown, and read as a CSV', async () => {
    const [one] = await confirmed()
    const csv = `id\n${one?.id}\n=cmd|'/c calc'!A1\n`
    const { status, body } = await json('', wish({ csv, reason: 'Storm' }))
    expect(status).toBe(202)
    expect(body).toMatchObject({ success: true, state: 'DRAFT', source: 'CSV', counts: { total: 2, refused: 1 } })
    await look(body.changeSetId)
    const shown = await json(`/${body.changeSetId}`, null, { permissions: ['ADMIN_VIEW'] })
    expect(shown).toMatchObject({
      status: 200,
      body: { state: 'PREVIEWED', estimate: { requests: expect.any(Number) } },
    })
    expect(JSON.stringify(shown.body)).not.toContain('Storm')
    const results = await call(`/${body.changeSetId}/results`)
    expect(results).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' })
    expect(parse(results.text, { columns: true })).toMatchObject([
      { line: '1', id: one?.id, label: one?.number, outcome: 'SEND', result: '' },
      { line: '2', id: '', given: `'=cmd|'/c calc'!A1`, outcome: 'REFUSED', errorCode: 'NOT_FOUND' },
    ])
    const masked = await call(`/${body.changeSetId}/results`, null, { permissions: ['ADMIN_VIEW'] })
    expect(masked.text).not.toContain('calc')
    expect((await call(`/${body.changeSetId}/results?list=done`)).text.trim().split('\r\n')).toHaveLength(1)
  })

  test('a filter is the one of GraphQL', async () => {
    const { status, body } = await json('', wish({ filter: { bookings: { status: ['CONFIRMED'] } } }))
    expect(status).toBe(202)
    expect(body).toMatchObject({ source: 'FILTER', counts: { total: (await confirmed()).length } })
  })

  test.each([
    ['no JSON object', [] as unknown as Body, 400, 'BAD_USER_INPUT'],
    ['a status that is none', wish({ filter: { bookings: { status: ['LATE'] } } }), 400, 'BAD_USER_INPUT'],
    ['a field that is none', wish({ ids: [], colour: 'red' }), 400, 'BAD_USER_INPUT'],
    ['an action that is none', wish({ action: 'SELL', ids: ['a'] }), 400, 'BAD_USER_INPUT'],
    ['a foreign hotel', wish({ hotelId: 'another', ids: ['a'] }), 404, 'NOT_FOUND'],
    [
      'a hundred thousand lines',
      wish({ csv: `id\n${'0190b3c2-aaaa-7bbb-8ccc-dddddddddddd\n'.repeat(100_000)}` }),
      400,
      'TOO_MANY_ITEMS',
    ],
    ['a list without end', wish({ ids: Array.from({ length: 100_001 }, () => 'a') }), 400, 'BAD_USER_INPUT'],
    ['a text without end', wish({ ids: ['a'], reason: 'x'.repeat(2_000) }), 400, 'BAD_USER_INPUT'],
  ])('%s is refused', async (_, body, status, code) => {
    const answer = await json('', body, { hotelIds: [hotelId] })
    expect(answer.status).toBe(status)
    expect(JSON.stringify(answer.body)).toContain(code)
  })

  test('only who may edit makes one, and a foreign one is not there', async () => {
    expect((await call('', wish({ ids: ['a'] }), { permissions: ['ADMIN_VIEW'] })).status).toBe(403)
    const [one] = await confirmed()
    const { body } = await json('', wish({ ids: [one?.id] }))
    expect((await call(`/${body.changeSetId}`, null, { hotelIds: ['another'] })).status).toBe(404)
    expect((await call(`/${body.changeSetId}/results`, null, { hotelIds: ['another'] })).status).toBe(404)
    expect((await call('/nothing')).status).toBe(404)
    expect((await call(`/${body.changeSetId}/results?list=all`)).status).toBe(400)
  })
})

describe('progress', () => {
  test('tells how far the look is', async () => {
    const query = `subscription ($hotelId: ID!) { changeSetProgress(hotelId: $hotelId) { id state counts { total looked } } }`
    const client = api.connect(await api.token({ permissions: ['ADMIN_VIEW'] }))
    const events = client.iterate({ query, variables: { hotelId } })
    const first = events.next()
    await eventually(() => expect(api.listening).toContain(changeTopic(hotelId)))
    const id = await made({ filter: { bookings: { status: ['CONFIRMED'] } } })
    await look(id)
    const { length } = await confirmed()
    const isShown = (data: unknown) => {
      const { changeSetProgress: set } = data as { changeSetProgress: { id: string; state: string; counts: Body } }
      if (set.id !== id || set.state !== 'PREVIEWED') return false
      expect(set.counts).toEqual({ total: length, looked: length })
      return true
    }
    // What came last before is told first.
    for (let event = await first; !isShown(event.value?.data); ) event = await events.next()
    await client.dispose()
  })
})
