import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { cloudbeds } from '../../../src/providers/cloudbeds/index.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import type { BookingStatus } from '../../../src/records/booking.ts'
import { actionIn, sendOne } from '../../kit/outgoing.ts'
import { oauth, pathOf, recorded, type Twist } from './traffic.ts'

const find = ({ simulator }: Harness, id: string) =>
  simulator.data.facts('bookings').find(({ externalId }) => externalId === id)
const change = (harness: Harness, id: string, fields: object) =>
  harness.simulator.data.change('bookings', id, fields as never)

async function open(twist?: Twist, withOAuth = false) {
  const harness = await openHarness(cloudbeds, { bookings: 20, rooms: 30, guests: 5 })
  const { ctx, traffic } = recorded(harness, twist, withOAuth ? oauth(harness) : {})
  const commands = () =>
    traffic
      .filter(({ request }) => request.method !== 'GET' && !pathOf(request).endsWith('access_token'))
      .map(({ request }) => [
        `${request.method} ${pathOf(request).split('/').at(-1)}`,
        Object.fromEntries(new URLSearchParams(request.body)),
      ])
  const bookingAt = (status: BookingStatus, fields: object = {}) => {
    const id = harness.simulator.data.facts('bookings')[0]?.externalId ?? ''
    change(harness, id, { status, ...fields })
    return id
  }
  return { harness, ctx, traffic, commands, bookingAt, [Symbol.asyncDispose]: () => harness[Symbol.asyncDispose]() }
}

test('a stay goes whole, whatever of it was wished, and at its old price', async () => {
  await using bench = await open()
  const { harness, ctx, commands } = bench
  const id = bench.bookingAt('CONFIRMED', {
    roomExternalId: null,
    checkIn: '2031-01-01',
    checkOut: '2031-01-03',
    adults: 2,
  })
  const wanted = { checkIn: '2031-01-01', checkOut: '2031-01-05' }
  const { sent } = await sendOne(cloudbeds, ctx, 'BOOKING_CHANGE', id, { wanted, options: { pricing: 'KEEP' } })
  expect(sent).toEqual({ kind: 'DONE' })
  expect(commands()).toEqual([
    [
      'PUT putReservation',
      {
        ...{ propertyID: '190472', reservationID: id, 'rooms[0][subReservationID]': id },
        'rooms[0][roomTypeID]': find(harness, id)?.roomTypeExternalId,
        ...{ 'rooms[0][checkinDate]': '2031-01-01', 'rooms[0][checkoutDate]': '2031-01-05' },
        ...{ 'rooms[0][adults]': '2', 'rooms[0][children]': String(find(harness, id)?.children ?? 0) },
        'rooms[0][adjustPrice]': 'false',
      },
    ],
  ])
  expect(find(harness, id)).toMatchObject(wanted)
  expect(harness.simulator.desk.effects.map(({ sideEffects }) => sideEffects)).toEqual([[]])
})

test('a new price comes only of asking, and follows the nights', async () => {
  await using bench = await open()
  const { harness, ctx } = bench
  const id = bench.bookingAt('CONFIRMED', {
    roomExternalId: null,
    checkIn: '2031-01-01',
    checkOut: '2031-01-03',
    totalAmountCents: 20_000,
  })
  const wanted = { checkIn: '2031-01-01', checkOut: '2031-01-05' }
  await sendOne(cloudbeds, ctx, 'BOOKING_CHANGE', id, { wanted, options: { pricing: 'REPRICE' } })
  expect(find(harness, id)?.totalAmountCents).toBe(40_000)
  expect(harness.simulator.desk.effects).toMatchObject([{ sideEffects: ['REPRICE'] }])
})

test('a booking of several rooms is ambiguous, but is cancelled as a whole', async () => {
  const severalRooms: Twist = (_, response) => ({
    ...response,
    body: response.body.replaceAll(/"rooms":\[(\{[^\]]*?\})\]/g, '"rooms":[$1,$1]'),
  })
  await using bench = await open(severalRooms)
  const { ctx, commands } = bench
  const id = bench.bookingAt('CONFIRMED')
  const wishes = [
    ['BOOKING_CHANGE', { adults: 3, children: 0 }],
    ['BOOKING_ROOM', { roomExternalId: '100201-3' }],
    ['BOOKING_CHECK_IN', { status: 'CHECKED_IN' }],
  ] as const
  for (const [action, wanted] of wishes) {
    const { sent } = await sendOne(cloudbeds, ctx, action, id, { wanted })
    expect(sent).toMatchObject({ kind: 'REFUSED', code: 'AMBIGUOUS_TARGET' })
  }
  expect(commands()).toEqual([])
  const { sent } = await sendOne(cloudbeds, ctx, 'BOOKING_CANCEL', id, { wanted: { status: 'CANCELLED' } })
  expect(sent).toEqual({ kind: 'DONE' })
})

test('a booking without a room type is not written, since the type would have to go along', async () => {
  await using bench = await open()
  const id = bench.bookingAt('CONFIRMED', { roomTypeExternalId: null })
  const { sent } = await sendOne(cloudbeds, bench.ctx, 'BOOKING_CHANGE', id, { wanted: { adults: 3, children: 0 } })
  expect(sent).toMatchObject({ kind: 'REFUSED', message: expect.stringContaining('room type') })
  expect(bench.commands()).toEqual([])
})

test('a room is given, and moved out of the one before; one of another type is refused', async () => {
  await using bench = await open()
  const { harness, ctx, commands } = bench
  const id = bench.bookingAt('CONFIRMED', { checkIn: '2031-01-01', checkOut: '2031-01-03', roomExternalId: null })
  const rooms = harness.simulator.data.facts('rooms')
  const [first, second] = rooms.filter(({ roomType }) => roomType === find(harness, id)?.roomType)
  const other = rooms.find(({ roomType }) => roomType !== find(harness, id)?.roomType)
  const move = async (room: string | undefined) =>
    (await sendOne(cloudbeds, ctx, 'BOOKING_ROOM', id, { wanted: { roomExternalId: room ?? '' } })).sent
  expect(await move(first?.externalId)).toEqual({ kind: 'DONE' })
  expect(await move(second?.externalId)).toEqual({ kind: 'DONE' })
  expect(commands().map(([, form]) => form)).toMatchObject([
    { newRoomID: first?.externalId, adjustPrice: 'false' },
    { newRoomID: second?.externalId, oldRoomID: first?.externalId },
  ])
  expect(await move(other?.externalId)).toMatchObject({ kind: 'REFUSED', code: 'PROVIDER_REJECTED' })
})

test('a cancellation and its undo write no mail unless they are asked to', async () => {
  await using bench = await open()
  const { harness, ctx } = bench
  const id = bench.bookingAt('CONFIRMED')
  await sendOne(cloudbeds, ctx, 'BOOKING_CANCEL', id)
  await sendOne(cloudbeds, ctx, 'BOOKING_REINSTATE', id, { options: { notifyGuest: true } })
  expect(harness.simulator.desk.effects.map(({ sideEffects }) => sideEffects)).toEqual([[], ['MAIL']])
  expect(find(harness, id)?.status).toBe('CONFIRMED')
})

test('whoever owes something does not move out, as the PMS says within a 200', async () => {
  await using bench = await open()
  const id = bench.bookingAt('CHECKED_IN', { isUnpaid: true })
  const { sent } = await sendOne(cloudbeds, bench.ctx, 'BOOKING_CHECK_OUT', id)
  expect(sent).toEqual({ kind: 'REFUSED', code: 'PROVIDER_REJECTED', message: 'The reservation has a balance due' })
  expect(bench.traffic.at(-1)?.response.status).toBe(200)
})

test('the same note twice is two notes, and both are found', async () => {
  await using bench = await open()
  const id = bench.bookingAt('CONFIRMED')
  const wanted = { note: 'Late arrival' }
  for (const _ of [1, 2]) await sendOne(cloudbeds, bench.ctx, 'BOOKING_NOTE', id, { wanted })
  const facts = await actionIn(cloudbeds, 'BOOKING_NOTE').read(bench.ctx, [{ externalId: id, wanted }])
  expect(facts.get(id)?.alike).toHaveLength(2)
})

test('with OAuth a token that has run out is renewed, and the change is done once', async () => {
  await using bench = await open(undefined, true)
  const { harness, ctx } = bench
  const id = bench.bookingAt('CONFIRMED')
  await sendOne(cloudbeds, ctx, 'BOOKING_NOTE', id, { wanted: { note: 'a' } })
  harness.clock.advance(9 * 3_600_000)
  await sendOne(cloudbeds, ctx, 'BOOKING_CANCEL', id)
  expect(harness.simulator.desk.effects).toHaveLength(2)
})

test('a missing right and a strange answer are no refusals of the hotel', async () => {
  const saying = async (body: object) => {
    await using bench = await open((request, response) =>
      request.method === 'PUT' ? { ...response, body: JSON.stringify(body) } : response,
    )
    return await sendOne(cloudbeds, bench.ctx, 'BOOKING_CANCEL', bench.bookingAt('CONFIRMED')).catch(
      (error: unknown) => error,
    )
  }
  expect(await saying({ success: false, message: 'You have no permission' })).toMatchObject({
    ...{ code: 'PROVIDER_FORBIDDEN', sent: false },
  })
  // Nobody knows what came of it.
  expect(await saying({ hello: 'world' })).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  expect(await saying({ success: 'true' })).toMatchObject({ sent: { kind: 'DONE' } })
  expect(await saying({ success: false, message: 'Card 4111 1111 1111 1111' })).toMatchObject({
    sent: { message: expect.not.stringContaining('4111') },
  })
})

test('a condition is always said, since without a value the vendor turns it into the other one', async () => {
  await using bench = await open()
  const { harness, ctx, commands } = bench
  const { data } = harness.simulator
  const room = data.facts('rooms')[0]?.externalId ?? ''
  const shown = () => data.facts('housekeeping').find(({ externalId }) => externalId === room)?.condition
  for (const condition of ['PICKUP', 'CLEAN', 'CLEAN', 'INSPECTED', 'DIRTY'] as const) {
    const { sent } = await sendOne(cloudbeds, ctx, 'HOUSEKEEPING_CONDITION', room, { wanted: { condition } })
    expect([sent.kind, shown()]).toEqual(['DONE', condition])
  }
  expect(commands().slice(0, 2)).toMatchObject([
    ['POST postHousekeepingStatus', { vacantPickup: 'true' }],
    ['POST postHousekeepingStatus', { roomCondition: 'clean', vacantPickup: 'false' }],
  ])
  // What would happen otherwise.
  const headers = { 'x-api-key': String(harness.simulator.credentials.apiKey), 'x-property-id': '190472' }
  const body = new URLSearchParams({ propertyID: '190472', roomID: room })
  await fetch(`${harness.simulator.url}/api/v1.3/postHousekeepingStatus`, { method: 'POST', headers, body })
  expect(shown()).toBe('CLEAN')
})

const block = {
  kind: 'OUT_OF_SERVICE',
  firstNight: '2027-02-10',
  lastNight: '2027-02-12',
  reasonCode: 'AC',
  reason: 'Is loud',
}

test('a room is blocked, also far ahead, and the block is found and ended', async () => {
  await using bench = await open()
  const { ctx, commands } = bench
  const room = bench.harness.simulator.data.facts('rooms')[0]?.externalId ?? ''
  expect(await sendOne(cloudbeds, ctx, 'ROOM_BLOCK_CREATE', room, { wanted: block })).toMatchObject({
    sent: { kind: 'DONE' },
  })
  expect(commands()[0]?.[1]).toEqual({
    ...{ propertyID: '190472', roomBlockType: 'out_of_service', roomBlockReason: 'AC: Is loud' },
    ...{ startDate: '2027-02-10', endDate: '2027-02-12', 'rooms[0][roomID]': room },
  })
  const facts = await actionIn(cloudbeds, 'ROOM_BLOCK_CREATE').read(ctx, [{ externalId: room, wanted: block }])
  const [id = ''] = facts.get(room)?.alike ?? []
  expect(id).toMatch(new RegExp(`/${room}$`))
  expect(await sendOne(cloudbeds, ctx, 'ROOM_BLOCK_CREATE', room, { wanted: block })).toMatchObject({
    sent: { kind: 'REFUSED' },
  })
  expect(await sendOne(cloudbeds, ctx, 'ROOM_BLOCK_END', id)).toMatchObject({
    ...{ sent: { kind: 'DONE' }, facts: { values: { firstNight: '2027-02-10', lastNight: '2027-02-12' } } },
  })
  expect(await sendOne(cloudbeds, ctx, 'ROOM_BLOCK_END', id)).toMatchObject({ sent: { code: 'TARGET_GONE' } })
})

test('a block of several rooms is not ended for one of them, nor is one made that the PMS has no word for', async () => {
  await using bench = await open((_, response) => ({
    ...response,
    body: response.body.replaceAll(/"rooms":\[(\{"eventID[^\]]*?\})\]/g, '"rooms":[$1,{"roomID":"100201-77"}]'),
  }))
  const { ctx, harness, commands } = bench
  const id = harness.simulator.data
    .facts('roomBlocks')
    .find(({ firstNight = '' }) => firstNight >= '2026-10-20')?.externalId
  expect(await sendOne(cloudbeds, ctx, 'ROOM_BLOCK_END', id ?? '')).toMatchObject({
    sent: { code: 'AMBIGUOUS_TARGET' },
  })
  const room = harness.simulator.data.facts('rooms')[0]?.externalId ?? ''
  for (const wanted of [
    { ...block, kind: 'OUT_OF_ORDER' },
    { ...block, returnCondition: 'CLEAN' },
  ]) {
    const { sent } = await sendOne(cloudbeds, ctx, 'ROOM_BLOCK_CREATE', room, { wanted })
    expect(sent).toMatchObject({ code: 'UNSUPPORTED_CAPABILITY' })
  }
  const { sent } = await sendOne(cloudbeds, ctx, 'HOUSEKEEPING_CONDITION', room, {
    wanted: { condition: 'IN_PROGRESS' },
  })
  expect(sent).toMatchObject({ code: 'UNSUPPORTED_CAPABILITY' })
  expect(commands()).toEqual([])
})

test('the vendor tells of what was changed by its own names, minutes later if it likes', async () => {
  await using bench = await open()
  const { harness, ctx } = bench
  const told: { event: string; reservationID?: string }[] = []
  const server = createServer(async (request, response) => {
    told.push(JSON.parse(await text(request)))
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const id = bench.bookingAt('CONFIRMED', { roomExternalId: null, checkIn: '2031-01-01', checkOut: '2031-01-03' })
  harness.simulator.subscribe?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret: null })
  harness.simulator.setFaults({ write: { isEchoLate: true } })
  await sendOne(cloudbeds, ctx, 'BOOKING_CHANGE', id, { wanted: { checkIn: '2031-01-01', checkOut: '2031-01-05' } })
  expect(await harness.simulator.delivered?.()).toEqual([])
  harness.simulator.desk.release()
  await sendOne(cloudbeds, ctx, 'BOOKING_CANCEL', id)
  harness.simulator.desk.release()
  expect(await harness.simulator.delivered?.()).toEqual([200, 200])
  expect(told.map(({ event }) => event).toSorted()).toEqual(['reservation/dates_changed', 'reservation/status_changed'])
  expect(told.map(({ reservationID }) => reservationID)).toEqual([id, id])
  await new Promise((resolve) => server.close(resolve))
})
