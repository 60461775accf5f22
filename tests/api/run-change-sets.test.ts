import { afterAll, beforeAll, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel } from '../kit/rows.ts'

let api: TestApi
let vendor: Simulator
let hotelId: string
let ids: string[]
beforeAll(async () => {
  api = await startApi()
  vendor = await mock.simulate({ bookings: 40, rooms: 8, guests: 4 })
  hotelId = await addHotel(api.database)
  const { credentials, settings } = vendor
  await api.send({
    query: `mutation ($input: PmsConfigurationInput!) { upsertConfiguration(input: $input) { errors { code } } }`,
    variables: { input: { hotelId, provider: 'mock', credentials, settings, writeEnabled: true } },
  })
  const { id } = await api.engine.request({ hotelId, provider: 'mock', entityType: 'BOOKING', trigger: 'MANUAL' })
  await api.engine.waitForEnd(id)
  const rows = await api.database.query<{ id: string }>(
    `SELECT id FROM pms_booking WHERE hotel_id = $1 AND status = 'CONFIRMED' ORDER BY id LIMIT 8`,
    [hotelId],
  )
  ids = rows.map((row) => row.id)
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await vendor[Symbol.asyncDispose]()
})

type Who = Parameters<TestApi['token']>[0]
interface Set {
  readonly id: string
  readonly state: string
  readonly previewHash: string
  readonly canUndo: boolean
  readonly counts: Readonly<Record<string, number>>
}
interface Answer {
  readonly changeSet: Set | null
  readonly errors: readonly { code: string; field: string | null }[]
}
const FIELDS = `changeSet { id state previewHash canUndo source undoOf waitingFor counts { total done waiting notTried } }
  errors { code field }`

async function mutate(name: string, type: string, variable: unknown, who: Who = {}): Promise<Answer> {
  const argument = type.startsWith('Pms') ? 'input' : 'changeSetId'
  const query = `mutation ($given: ${type}!) { ${name}(${argument}: $given) { ${FIELDS} } }`
  const { data, errors } = await api.send({ query, variables: { given: variable } }, await api.token(who))
  if (!data) throw new Error(JSON.stringify(errors))
  return data[name] as Answer
}
const say = (word: string, id: string, who: Who = {}) => mutate(`${word}ChangeSet`, 'ID', id, who)

async function previewed(of = ids): Promise<Set> {
  const input = { hotelId, action: 'BOOKING_CHANGE', values: { adults: 7 }, ids: of, canary: 0, stopPercent: 100 }
  const { changeSet } = await mutate('createChangeSet', 'PmsCreateChangeSetInput', input)
  const id = changeSet?.id ?? ''
  const claimed = await api.changes.sets.claim(id)
  if (claimed !== null) await api.changes.sets.work(claimed, new AbortController().signal)
  const { data } = await api.send({
    query: `query ($id: ID!) { changeSet(id: $id) { id state previewHash } }`,
    variables: { id },
  })
  return (data as { changeSet: Set }).changeSet
}

async function sendAll(): Promise<void> {
  for (let hand = await api.changes.claimItems([]); hand.length > 0; hand = await api.changes.claimItems([]))
    await api.changes.workAll(hand)
}

async function post(path: string, body?: object, who: Who = {}) {
  const response = await fetch(new URL(`/api/pms/change-sets/${path}`, api.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${await api.token(who)}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('a set runs as it was shown, is paused and resumed, and taken back', async () => {
  const set = await previewed()
  expect(set).toMatchObject({ state: 'PREVIEWED' })
  const run = (previewHash: string) =>
    mutate('runChangeSet', 'PmsRunChangeSetInput', { changeSetId: set.id, previewHash })
  expect(await run('another')).toMatchObject({
    changeSet: null,
    errors: [{ code: 'PREVIEW_OUTDATED', field: 'previewHash' }],
  })
  expect(await run(set.previewHash)).toMatchObject({
    changeSet: { state: 'RUNNING', counts: { waiting: 8 } },
    errors: [],
  })
  expect(await say('pause', set.id)).toMatchObject({ changeSet: { state: 'PAUSED' }, errors: [] })
  expect(await say('pause', set.id)).toMatchObject({ changeSet: null, errors: [{ code: 'CHANGE_SET_STATE' }] })
  await sendAll()
  expect(vendor.desk.effects).toEqual([])
  expect(await say('resume', set.id)).toMatchObject({ changeSet: { state: 'RUNNING' } })
  await sendAll()
  expect(vendor.desk.effects).toHaveLength(8)
  const undo = await say('undo', set.id)
  expect(undo).toMatchObject({ changeSet: { state: 'DRAFT', source: 'UNDO', undoOf: set.id, counts: { total: 8 } } })
  expect(await say('cancel', undo.changeSet?.id ?? '')).toMatchObject({ changeSet: { state: 'STOPPED' }, errors: [] })
})

test('the same without GraphQL', async () => {
  const set = await previewed(ids.slice(0, 2))
  expect(await post(`${set.id}/run`, {})).toMatchObject({ status: 400 })
  expect(await post(`${set.id}/run`, { previewHash: 'x' })).toMatchObject({ status: 409 })
  expect(await post(`${set.id}/runs`, {})).toMatchObject({ status: 404 })
  expect(await post(`${set.id}/pause`, { when: 'now' })).toMatchObject({ status: 400 })
  expect(await post(`${set.id}/preview`)).toMatchObject({ status: 202, body: { state: 'DRAFT', changeSetId: set.id } })
  expect(await post(`${set.id}/pause`)).toMatchObject({ status: 409 })
  expect(await post(`${set.id}/cancel`)).toMatchObject({ status: 202, body: { state: 'STOPPED' } })
  expect(await post('no-id/cancel')).toMatchObject({ status: 404 })
})

test('only who may edit says anything, and a set of another hotel is not there', async () => {
  const set = await previewed(ids.slice(0, 2))
  const viewer: Who = { permissions: ['ADMIN_VIEW'] }
  const stranger: Who = { hotelIds: ['elsewhere'] }
  const input = { changeSetId: set.id, previewHash: set.previewHash }
  for (const word of ['pause', 'resume', 'cancel', 'undo']) {
    await expect(say(word, set.id, viewer)).rejects.toThrow(/FORBIDDEN/)
    expect(await say(word, set.id, stranger)).toMatchObject({ changeSet: null, errors: [{ code: 'NOT_FOUND' }] })
    expect(await post(`${set.id}/${word}`, undefined, viewer)).toMatchObject({ status: 403 })
    expect(await post(`${set.id}/${word}`, undefined, stranger)).toMatchObject({ status: 404 })
  }
  await expect(mutate('runChangeSet', 'PmsRunChangeSetInput', input, viewer)).rejects.toThrow(/FORBIDDEN/)
  expect(await mutate('runChangeSet', 'PmsRunChangeSetInput', input, stranger)).toMatchObject({ changeSet: null })
  expect(await post(`${set.id}/run`, { previewHash: set.previewHash }, stranger)).toMatchObject({ status: 404 })
})
