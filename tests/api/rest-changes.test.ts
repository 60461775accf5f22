import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { addHotel } from '../kit/rows.ts'

let api: TestApi
let vendor: Simulator
let hotelId: string
let booking: { id: string; checkOut: string }
let other: typeof booking
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
  await api.engine.run(id)
  await api.engine.waitForEnd(id)
  const [row, second] = await api.database.query<{ id: string; checkOut: string }>(
    `SELECT id, check_out::text AS "checkOut" FROM pms_booking
     WHERE hotel_id = $1 AND status = 'CONFIRMED' ORDER BY check_in DESC LIMIT 2`,
    [hotelId],
  )
  if (row === undefined || second === undefined) throw new Error('no booking')
  booking = row
  other = second
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await vendor[Symbol.asyncDispose]()
})

type Body = Record<string, unknown>
async function post(body: Body, options: Parameters<TestApi['token']>[0] = {}, headers: Record<string, string> = {}) {
  const token = await api.token(options)
  const response = await fetch(new URL('/api/pms/changes', api.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Body }
}
async function get(id: string, options: Parameters<TestApi['token']>[0] = {}) {
  const headers = { authorization: `Bearer ${await api.token(options)}` }
  const response = await fetch(new URL(`/api/pms/changes/${id}`, api.url), { headers })
  return { status: response.status, body: (await response.json()) as Body }
}
const wish = (more: Body = {}) => ({
  hotelId,
  action: 'BOOKING_NOTE',
  id: booking.id,
  values: { note: 'Late' },
  ...more,
})
const codesOf = ({ errors }: Body) =>
  (errors as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code)

describe('a change by REST', () => {
  test('is recorded at once, and read until it is over, without its values', async () => {
    // Of a booking of its own: a change waits for those that came before.
    const asked = await post(wish({ id: other.id, values: { note: 'Allergic to PEANUTS' } }))
    expect(asked).toMatchObject({ status: 202, body: { success: true, state: 'PENDING', groups: ['NOTE'] } })
    const id = String(asked.body.changeId)
    const claimed = await api.changes.claim(id)
    if (claimed !== null) await api.changes.work(claimed)
    const shown = await eventually(async () => {
      const answer = await get(id, { permissions: ['ADMIN_VIEW'] })
      expect(answer).toMatchObject({ status: 200, body: { state: 'APPLIED', sendings: 1 } })
      return answer
    })
    expect(JSON.stringify([asked, shown])).not.toMatch(/PEANUTS/)
  })

  test('is looked at in a dry run, and nothing is recorded', async () => {
    const values = { adults: 4 }
    const { body } = await post(wish({ action: 'BOOKING_CHANGE', values, dryRun: true }))
    expect(body).toMatchObject({ success: true, preview: { outcome: 'SEND', sent: values } })
  })

  test.each([
    ['a field that there is not', { action: 'BOOKING_CHANGE', values: { total: 1 } }, 400, 'BAD_USER_INPUT'],
    ['an action that there is not', { action: 'BOOKING_BURN' }, 400, 'BAD_USER_INPUT'],
    ['a stay without a price', { action: 'BOOKING_CHANGE', values: { checkOut: '2099-01-01' } }, 400, 'BAD_USER_INPUT'],
    ['another belief', { expected: { adults: 99 } }, 409, 'STALE_EXPECTED'],
    ['no such thing', { id: '019ad5f0-0000-7000-8000-000000000000' }, 404, 'NOT_FOUND'],
    ['a status that does not follow', { action: 'BOOKING_CHECK_OUT', values: {} }, 409, 'TRANSITION_REFUSED'],
  ])('with %s is refused', async (_, more, status, code) => {
    const answer = await post(wish(more))
    expect([answer.status, codesOf(answer.body)]).toEqual([status, [code]])
  })

  test('is for who may edit this hotel, and is not there for another one', async () => {
    expect((await post(wish(), { permissions: ['ADMIN_VIEW'] })).status).toBe(403)
    expect((await post(wish(), { hotelIds: ['other'] })).status).toBe(404)
    const { body } = await post(wish({ values: { note: 'Mine' } }))
    expect((await get(String(body.changeId), { hotelIds: ['other'] })).status).toBe(404)
    expect((await get('x')).status).toBe(404)
  })
})

test('a connection says how much is open there', async () => {
  const { id: change } = await api.changes.request({
    ...{ hotelId, action: 'BOOKING_NOTE', entityId: booking.id, values: { note: 'One more' }, requestedBy: 'x' },
  })
  const query = `query ($id: ID!) { configurations(hotelId: $id, first: 1) { nodes { openChanges { waiting conflicts unknown forPerson } } } }`
  const { data } = await api.send({ query, variables: { id: hotelId } })
  const [{ openChanges }] = (data as { configurations: { nodes: [{ openChanges: { waiting: number } }] } })
    .configurations.nodes
  expect(openChanges.waiting).toBeGreaterThan(0)
  await api.changes.cancel({ hotelId, changeId: change, actor: 'x' })
})
