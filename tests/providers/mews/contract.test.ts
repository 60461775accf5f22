import { beforeAll, describe, expect, test } from 'vitest'
import { mews } from '../../../src/providers/mews/index.ts'
import type { ProviderContext } from '../../../src/providers/provider.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import { collect } from '../../../src/providers/testing/walk.ts'
import type { ActionName, ChangeOptions } from '../../../src/records/changes/actions.ts'
import type { Values } from '../../../src/records/changes/groups.ts'
import { loadOpenApi, type OpenApi } from '../../kit/openapi.ts'
import { sendOne } from '../../kit/outgoing.ts'
import { hasVendorFile, readVendorFile } from '../../kit/vendor-specs.ts'
import { recorded } from './traffic.ts'

/** The vendor names two formats that nobody else does. */
const formats = { currency: /^[A-Z]{3}$/, tel: /./ }

const since = new Date('2026-10-19T10:00:00Z')
const scenarios: readonly [string, (harness: Harness, ctx: ProviderContext) => Promise<unknown>][] = [
  ['check', (_, ctx) => mews.check(ctx)],
  ['full walk of bookings', (harness, ctx) => collect(harness, 'bookings', {}, ctx)],
  ['changed bookings', (harness, ctx) => collect(harness, 'bookings', { since }, ctx)],
  ['rooms', (harness, ctx) => collect(harness, 'rooms', {}, ctx)],
  ['housekeeping', (harness, ctx) => collect(harness, 'housekeeping', {}, ctx)],
  ['changed room blocks', changedBlocks],
  ['guests', (harness, ctx) => collect(harness, 'guests', {}, ctx)],
  ['room types', (harness, ctx) => collect(harness, 'roomTypes', {}, ctx)],
  ['rate plans', (harness, ctx) => collect(harness, 'ratePlans', {}, ctx)],
  ['room blocks', (harness, ctx) => collect(harness, 'roomBlocks', {}, ctx)],
  ['tasks', (harness, ctx) => collect(harness, 'maintenanceRequests', { limit: 5 }, ctx)],
  ['one of each', oneOfEach],
  ['refusals', refusals],
  ['changes of bookings', changes],
  ['care of rooms', care],
]

const isHere = hasVendorFile('specs', 'mews')
if (!isHere) test.skip('the vendor’s specification is absent: nothing is held against it')

describe.skipIf(!isHere)('held against the vendor’s specification', () => {
  let api: OpenApi
  beforeAll(() => {
    api = loadOpenApi(readVendorFile('specs', 'mews', 'connector-api.trimmed.openapi.json'), { formats })
  })

  test.each(scenarios)('%s', async (_, run) => {
    await using harness = await openHarness(mews, { bookings: 260, rooms: 260, guests: 260 })
    for (let i = 0; i < 5; i++) harness.simulator.data.edit('bookings', i)
    const { ctx, calls } = recorded(harness)
    await run(harness, ctx)
    expect(calls.length).toBeGreaterThan(1)
    for (const { request, response } of calls) {
      expect(api.requestProblems({ headers: {}, ...request }), request.url).toEqual([])
      expect(api.answerProblems(request, response), request.url).toEqual([])
    }
  })

  test('would notice a made-up operation, field and format', () => {
    const url = 'https://api.example/api/connector/v1/resources/getAll'
    const headers = { 'content-type': 'application/json' }
    const problems = (fields: object) => {
      const body = { ClientToken: 'c', AccessToken: 'a', Client: 'x', Limitation: { Count: 1 }, ...fields }
      return api.requestProblems({ method: 'POST', url, headers, body: JSON.stringify(body) })
    }
    expect(problems({})).toEqual([])
    expect(problems({ ModifiedSince: '2026-01-01' })).not.toEqual([])
    expect(problems({ ResourceIds: ['101'] })).not.toEqual([])
    expect(api.requestProblems({ method: 'GET', url, headers })).not.toEqual([])
  })
})

/** Of which one was removed. */
async function changedBlocks(harness: Harness, ctx: ProviderContext) {
  const { data } = harness.simulator
  data.edit('roomBlocks', 0)
  data.remove('roomBlocks', 1)
  await collect(harness, 'roomBlocks', { since }, ctx)
}

async function oneOfEach(harness: Harness, ctx: ProviderContext) {
  for (const kind of harness.kinds) {
    const [raw] = harness.simulator.data.items(kind)
    const id = mews.identify[kind]?.(raw) ?? ''
    expect(await mews.fetchOne?.[kind]?.(ctx, id)).toEqual(JSON.parse(JSON.stringify(raw)))
    expect(await mews.fetchOne?.[kind]?.(ctx, '0fffffff-0000-4000-8000-ffffffffffff')).toBeNull()
  }
}

async function changes(harness: Harness, ctx: ProviderContext) {
  const facts = () => harness.simulator.data.facts('bookings')
  const id = facts()[0]?.externalId ?? ''
  harness.simulator.data.change('bookings', id, { status: 'CONFIRMED', roomExternalId: null })
  const [type, room] = [harness.simulator.data.facts('roomTypes')[0], harness.simulator.data.facts('rooms')[0]]
  const today = '2026-10-20'
  const done = async (action: ActionName, wanted: Values = {}, options: ChangeOptions = {}) =>
    expect(await sendOne(mews, ctx, action, id, { wanted, options }), action).toMatchObject({ sent: { kind: 'DONE' } })
  const stay = { checkIn: '2031-02-01', checkOut: '2031-02-03' }
  const party = { adults: 2, children: 1 }
  await done(
    'BOOKING_CHANGE',
    { ...stay, ...party, roomTypeExternalId: type?.externalId ?? '' },
    { pricing: 'REPRICE' },
  )
  await done('BOOKING_NOTE', { note: 'Late arrival' })
  harness.simulator.data.change('bookings', id, { isRoomLocked: true } as never)
  await done('BOOKING_ROOM', { roomExternalId: room?.externalId ?? '' }, { unlock: true })
  harness.simulator.data.change('housekeeping', room?.externalId ?? '', { condition: 'INSPECTED' })
  harness.simulator.data.change('bookings', id, { checkIn: today })
  await done('BOOKING_CHECK_IN')
  harness.simulator.data.change('bookings', id, { checkOut: today })
  await done('BOOKING_CHECK_OUT')
  harness.simulator.data.change('bookings', id, { status: 'CONFIRMED' })
  await done('BOOKING_CANCEL')
}

async function care(harness: Harness, ctx: ProviderContext) {
  const { data } = harness.simulator
  const room = data.facts('rooms')[0]?.externalId ?? ''
  const done = async (action: ActionName, id: string, wanted: Values = {}) =>
    expect(await sendOne(mews, ctx, action, id, { wanted }), action).toMatchObject({ sent: { kind: 'DONE' } })
  data.change('housekeeping', room, { roomStatus: 'AVAILABLE', condition: 'DIRTY' })
  await done('HOUSEKEEPING_CONDITION', room, { condition: 'CLEAN' })
  const nights = { firstNight: '2031-02-01', lastNight: '2031-02-03' }
  await done('ROOM_BLOCK_CREATE', room, { kind: 'HOUSE_USE', ...nights, reason: 'Photographs' })
  await done('ROOM_BLOCK_END', data.facts('roomBlocks').at(-1)?.externalId ?? '')
  await done('MAINTENANCE_CREATE', room, {
    title: 'Tap drips',
    description: 'All night',
    dueAt: '2026-10-25T10:00:00.000Z',
  })
  await done('MAINTENANCE_UPDATE', data.facts('maintenanceRequests').at(-1)?.externalId ?? '', { status: 'RESOLVED' })
}

async function refusals(harness: Harness, ctx: ProviderContext) {
  const stranger = { ...ctx, credentials: { ...harness.simulator.credentials, accessToken: 'wrong' } }
  await expect(collect(harness, 'bookings', {}, stranger)).rejects.toMatchObject({ code: 'PROVIDER_UNAUTHORIZED' })
  const cursor = JSON.stringify({ changed: null, after: 'no-guid', catchUps: 0 })
  await expect(collect(harness, 'rooms', { cursor }, harness.context())).rejects.toMatchObject({
    code: 'PROVIDER_CURSOR_INVALID',
  })
}
