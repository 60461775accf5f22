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
