import { beforeAll, describe, expect, test } from 'vitest'
import { cloudbeds } from '../../../src/providers/cloudbeds/index.ts'
import type { ProviderContext } from '../../../src/providers/provider.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import { collect } from '../../../src/providers/testing/walk.ts'
import type { ActionName, ChangeOptions } from '../../../src/records/changes/actions.ts'
import type { Values } from '../../../src/records/changes/groups.ts'
import { loadOpenApi, type OpenApi } from '../../kit/openapi.ts'
import { sendOne } from '../../kit/outgoing.ts'
import { readVendorText } from '../../kit/vendor-specs.ts'
import { oauth, recorded } from './traffic.ts'

/** The vendor declares date-times and writes them with a blank and without a zone; what is not known is empty. */
const formats = { 'date-time': /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, date: /^(\d{4}-\d{2}-\d{2})?$/ }

const CONDITIONS = /"enum":\s*\[\s*"dirty",\s*"clean"\s*\]/g

const since = new Date('2026-10-19T10:00:00Z')
const scenarios: readonly [string, (harness: Harness, ctx: ProviderContext) => Promise<unknown>][] = [
  ['check', (_, ctx) => cloudbeds.check(ctx)],
  ['full walk of bookings', (harness, ctx) => collect(harness, 'bookings', {}, ctx)],
  ['changed bookings', (harness, ctx) => collect(harness, 'bookings', { since }, ctx)],
  ['rooms', (harness, ctx) => collect(harness, 'rooms', {}, ctx)],
  ['what is sold, and the care of rooms', restOfTheHouse],
  ['the calendar', calendar],
  ['guests', (harness, ctx) => collect(harness, 'guests', {}, ctx)],
  ['changed guests', (harness, ctx) => collect(harness, 'guests', { since }, ctx)],
  ['one of each', oneOfEach],
  ['an empty hotel', emptyHotel],
  ['changes of bookings', changes],
  ['changes of rooms', care],
]

describe('held against the vendor’s specification', () => {
  let api: OpenApi
  beforeAll(() => {
    // The method's own text lists a third condition that its schema forgets.
    const text = readVendorText('specs', 'cloudbeds-pms-v1.3.extract.openapi.json')
    const document = JSON.parse(text.replace(CONDITIONS, '"enum":["dirty","clean","inspected"]'))
    // Its paths stand below the server's.
    const paths = Object.entries(document.paths as object).map(([path, item]) => [`/api/v1.3${path}`, item])
    api = loadOpenApi({ ...document, paths: Object.fromEntries(paths) }, { formats })
  })

  test.each(scenarios)('%s', async (_, run) => {
    await using harness = await openHarness(cloudbeds, { bookings: 230, rooms: 45, guests: 130 })
    for (let i = 0; i < 5; i++) {
      harness.simulator.data.edit('bookings', i)
      harness.simulator.data.edit('guests', i)
    }
    const { ctx, traffic } = recorded(harness, undefined, oauth(harness))
    await run(harness, ctx)
    expect(traffic.length).toBeGreaterThan(1)
    for (const { request, response } of traffic) {
      const { headers = {}, ...rest } = request
      expect(api.requestProblems({ ...rest, headers }), `${request.method} ${request.url}`).toEqual([])
      // No specification says what a refusal looks like.
      if (response.body.includes('"success":false')) continue
      expect(api.answerProblems(request, response), `${request.method} ${request.url}`).toEqual([])
    }
  })

  test('would notice a made-up field, parameter, form and operation', () => {
    const url = 'https://api.example/api/v1.3/getRooms'
    const headers = {}
    expect(api.requestProblems({ method: 'GET', url, headers })).toEqual([])
    expect(api.requestProblems({ method: 'GET', url: `${url}?propertyID=1`, headers })).toHaveLength(1)
    expect(api.requestProblems({ method: 'GET', url: `${url}?pageSize=ten`, headers })).toHaveLength(1)
    expect(api.requestProblems({ method: 'POST', url, headers })).toHaveLength(1)
    const put = (body: string) =>
      api.requestProblems({
        ...{ method: 'PUT', url: 'https://api.example/api/v1.3/putReservation', body },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    expect(put('reservationID=1&rooms[0][adults]=2&rooms[0][adjustPrice]=false')).toEqual([])
    expect(put('reservationID=1&rooms[0][adults]=two')).toHaveLength(1)
    expect(put('reservationID=1&rooms[0][adultCount]=2')).toHaveLength(1)
    expect(put('reservationID=1&status=cancelled')).toHaveLength(1)
    const token = { method: 'POST', url: 'https://api.example/api/v1.3/access_token', body: '{}' }
    expect(api.requestProblems({ ...token, headers: { 'content-type': 'application/json' } })).toHaveLength(1)
    const body = JSON.stringify({ success: true, data: [{ rooms: [{ roomId: '1' }] }] })
    expect(api.answerProblems({ method: 'GET', url }, { status: 200, body })).toHaveLength(1)
  })
})

async function calendar(harness: Harness, ctx: ProviderContext) {
  const window = { since: null, until: harness.clock.now(), cursor: null, limit: null }
  for (const kind of ['rates', 'availability'] as const) {
    const items: unknown[] = []
    for await (const page of cloudbeds.fetch[kind]?.(ctx, window) ?? []) items.push(...page.items)
    expect(items).not.toHaveLength(0)
  }
}

async function changes(harness: Harness, ctx: ProviderContext) {
  const { data } = harness.simulator
  const id = data.facts('bookings')[0]?.externalId ?? ''
  const room = data.facts('rooms')[0]
  const type = data.facts('roomTypes').find(({ name }) => name === room?.roomType)?.externalId ?? ''
  const done = async (action: ActionName, wanted: Values = {}, options: ChangeOptions = {}) =>
    expect(await sendOne(cloudbeds, ctx, action, id, { wanted, options }), action).toMatchObject({
      sent: { kind: 'DONE' },
    })
  data.change('bookings', id, { status: 'CONFIRMED', roomExternalId: null })
  const stay = { checkIn: '2031-02-01', checkOut: '2031-02-03', roomTypeExternalId: type, adults: 2, children: 1 }
  await done('BOOKING_CHANGE', stay, { pricing: 'REPRICE' })
  await done('BOOKING_NOTE', { note: 'Late arrival' })
  await done('BOOKING_ROOM', { roomExternalId: room?.externalId ?? '' })
  data.change('bookings', id, { checkIn: '2026-10-20' })
  await done('BOOKING_CHECK_IN')
  await done('BOOKING_CHECK_OUT')
  data.change('bookings', id, { status: 'CONFIRMED' })
  await done('BOOKING_CANCEL', {}, { notifyGuest: true })
  await done('BOOKING_REINSTATE')
}

async function care(harness: Harness, ctx: ProviderContext) {
  const { data } = harness.simulator
  const room = data.facts('rooms')[0]?.externalId ?? ''
  const done = async (action: ActionName, id: string, wanted: Values = {}) =>
    expect(await sendOne(cloudbeds, ctx, action, id, { wanted }), action).toMatchObject({ sent: { kind: 'DONE' } })
  for (const condition of ['CLEAN', 'INSPECTED', 'PICKUP', 'DIRTY'])
    await done('HOUSEKEEPING_CONDITION', room, { condition })
  const block = { kind: 'HOLD', firstNight: '2026-11-10', lastNight: '2026-11-12', reason: 'Photographs' }
  for (const kind of ['bookings', 'roomBlocks'] as const) while (data.items(kind).length > 0) data.remove(kind, 0)
  await done('ROOM_BLOCK_CREATE', room, block)
  await done('ROOM_BLOCK_END', data.facts('roomBlocks').at(-1)?.externalId ?? '')
}

const ALL = ['bookings', 'rooms', 'guests', 'roomTypes', 'ratePlans', 'housekeeping', 'roomBlocks'] as const

async function restOfTheHouse(harness: Harness, ctx: ProviderContext) {
  for (const kind of ['roomTypes', 'ratePlans', 'housekeeping', 'roomBlocks'] as const)
    expect(await collect(harness, kind, {}, ctx)).not.toHaveLength(0)
}

async function oneOfEach(harness: Harness, ctx: ProviderContext) {
  for (const kind of ALL) {
    const [raw] = harness.simulator.data.items(kind)
    const id = cloudbeds.identify[kind]?.(raw) ?? ''
    expect(await cloudbeds.fetchOne?.[kind]?.(ctx, id)).toEqual(raw)
    expect(await cloudbeds.fetchOne?.[kind]?.(ctx, '999999')).toBeNull()
  }
}

async function emptyHotel(harness: Harness, ctx: ProviderContext) {
  for (const kind of ALL) {
    while (harness.simulator.data.items(kind).length > 0) harness.simulator.data.remove(kind, 0)
    expect(await collect(harness, kind, {}, ctx)).toEqual([])
  }
}
