import { expect, test } from 'vitest'
import { mews } from '../../../src/providers/mews/index.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import type { BookingStatus } from '../../../src/records/booking.ts'
import { actionIn, sendOne } from '../../kit/outgoing.ts'
import { answer, recorded, type Twist } from './traffic.ts'

const TODAY = '2026-10-20'
const bookingsOf = ({ simulator }: Harness) => simulator.data.facts('bookings')
const find = (harness: Harness, id: string) => bookingsOf(harness).find(({ externalId }) => externalId === id)

/** A booking with a room, which the simulator takes any change of. */
function bookingAt(harness: Harness, status: BookingStatus = 'CONFIRMED'): string {
  const found = bookingsOf(harness).findLast((one) => one.status === status && one.roomExternalId)
  if (!found) throw new Error(`no ${status}`)
  return found.externalId ?? ''
}

const change = (harness: Harness, id: string, fields: object) =>
  harness.simulator.data.change('bookings', id, fields as never)

async function open(twist?: Twist) {
  const harness = await openHarness(mews)
  const { ctx, calls } = recorded(harness, twist)
  const commands = () => calls.filter(({ operation }) => !operation.includes('getAll') && !operation.endsWith('/get'))
  return { harness, ctx, commands, [Symbol.asyncDispose]: () => harness[Symbol.asyncDispose]() }
}

test('other days go alone, at the hour of day that the stay has, whatever the clocks do in between', async () => {
  await using bench = await open()
  const { harness, ctx, commands } = bench
  const id = bookingAt(harness)
  // Clocks go back on 25 October 2026.
  change(harness, id, { checkIn: '2026-10-22', checkOut: '2026-10-24', roomExternalId: null })
  const wanted = { checkIn: '2026-10-22', checkOut: '2026-10-27' }
  const { sent } = await sendOne(mews, ctx, 'BOOKING_CHANGE', id, { wanted, options: { pricing: 'KEEP' } })
  expect(sent).toEqual({ kind: 'DONE' })
  expect(commands()[0]?.body).toMatchObject({
    ReservationId: id,
    ReservationUpdates: [{ ReservationId: id, EndUtc: { Value: '2026-10-27T11:00:00Z' } }],
    ...{ Reprice: false, ApplyCancellationFee: false, CheckOverbooking: true },
  })
  const [update = {}] = (commands()[0]?.body.ReservationUpdates ?? []) as object[]
  expect(Object.keys(update)).toEqual(['ReservationId', 'EndUtc'])
  expect(find(harness, id)).toMatchObject(wanted)
  expect(harness.simulator.desk.effects.map(({ sideEffects }) => sideEffects)).toEqual([[]])
})

test('a time that the clocks skip on the new day is an hour later', async () => {
  await using bench = await open((operation, body) =>
    operation.startsWith('reservations/getAll') && body.ReservationIds ? answer({ Reservations: [early] }) : undefined,
  )
  const { ctx, commands } = bench
  const wanted = { checkIn: '2027-03-28', checkOut: '2027-03-30' }
  await sendOne(mews, ctx, 'BOOKING_CHANGE', early.Id, { wanted, options: { pricing: 'KEEP' } })
  expect(commands()[0]?.body.ReservationUpdates).toMatchObject([{ StartUtc: { Value: '2027-03-28T01:30:00Z' } }])
})

const early = {
  ...{ Id: '0000000b-0000-4000-8000-000000000001', ServiceId: '00000000-0000-4000-8000-000000000003' },
  ...{ State: 'Confirmed', UpdatedUtc: '2026-10-01T10:00:00Z', PersonCounts: [] },
  ...{ ScheduledStartUtc: '2027-02-01T01:30:00Z', ScheduledEndUtc: '2027-03-30T10:00:00Z' },
}

test('type and party go by the ids of the hotel, and the price is made anew only when asked', async () => {
  await using bench = await open()
  const { harness, ctx, commands } = bench
  const id = bookingAt(harness)
  const type = harness.simulator.data
    .facts('roomTypes')
    .find((one) => one.externalId !== find(harness, id)?.roomTypeExternalId)
  const wanted = { roomTypeExternalId: type?.externalId ?? '', adults: 1, children: 2 }
  const { sent } = await sendOne(mews, ctx, 'BOOKING_CHANGE', id, {
    wanted,
    options: { pricing: 'REPRICE', chargeFee: true },
  })
  expect(sent).toEqual({ kind: 'DONE' })
  expect(commands()[0]?.body).toMatchObject({ Reprice: true, ApplyCancellationFee: true, Reason: expect.any(String) })
  expect(find(harness, id)).toMatchObject(wanted)
  expect(harness.simulator.desk.effects.map(({ sideEffects }) => sideEffects)).toEqual([['REPRICE']])
})

test('a hotel with several ages of children is told so before anything leaves, and may still change dates', async () => {
  const ages = (Classification: string, n: number) => ({
    Id: `0000000e-0000-4000-8000-00000000000${n}`,
    Classification,
  })
  await using bench = await open((operation, body) =>
    operation === 'ageCategories/getAll' && body.ServiceIds
      ? answer({ AgeCategories: [ages('Adult', 1), ages('Child', 2), ages('Child', 3)] })
      : undefined,
  )
  const { harness, ctx, commands } = bench
  const id = bookingAt(harness)
  const party = await sendOne(mews, ctx, 'BOOKING_CHANGE', id, { wanted: { adults: 3, children: 0 } })
  expect(party.sent).toMatchObject({ kind: 'REFUSED', code: 'UNSUPPORTED_CAPABILITY' })
  expect(commands()).toEqual([])
  change(harness, id, { roomExternalId: null })
  const wanted = { checkIn: find(harness, id)?.checkIn ?? '', checkOut: '2031-09-01' }
  expect(await sendOne(mews, ctx, 'BOOKING_CHANGE', id, { wanted })).toMatchObject({ sent: { kind: 'DONE' } })
})

test('a room that is locked is left alone, unless it is to be unlocked: then it is locked again', async () => {
  await using bench = await open()
  const { harness, ctx, commands } = bench
  const id = bookingAt(harness)
  const free = harness.simulator.data.facts('rooms').find(({ externalId }) => !isTaken(harness, externalId))
  const wanted = { roomExternalId: free?.externalId ?? '' }
  change(harness, id, { isRoomLocked: true, checkIn: '2031-01-01', checkOut: '2031-01-03' })
  expect(await sendOne(mews, ctx, 'BOOKING_ROOM', id, { wanted })).toMatchObject({
    sent: { kind: 'REFUSED', code: 'TARGET_LOCKED' },
  })
  expect(commands()).toEqual([])
  const unlocked = await sendOne(mews, ctx, 'BOOKING_ROOM', id, { wanted, options: { unlock: true } })
  expect(unlocked).toMatchObject({ sent: { kind: 'DONE' }, steps: [{ unlocked: true }] })
  expect(find(harness, id)).toMatchObject({ ...wanted, isRoomLocked: true })
  // A worker that took over in the middle goes on where the first one stood.
  change(harness, id, { isRoomLocked: false })
  await sendOne(mews, ctx, 'BOOKING_ROOM', id, {
    wanted: { roomExternalId: '0000000a-0000-4000-8000-000000000000' },
    step: { unlocked: true },
  })
  expect(find(harness, id)).toMatchObject({ isRoomLocked: true })
})

const isTaken = (harness: Harness, room: string | undefined) =>
  bookingsOf(harness).some((one) => one.roomExternalId === room && (one.checkOut ?? '') > '2030-01-01')

test('a booking can be left without a room', async () => {
  await using bench = await open()
  const id = bookingAt(bench.harness)
  const wanted = { roomExternalId: null }
  expect(await sendOne(mews, bench.ctx, 'BOOKING_ROOM', id, { wanted })).toMatchObject({ sent: { kind: 'DONE' } })
  expect(find(bench.harness, id)).toMatchObject({ roomExternalId: null, roomNumber: null })
})

test('a taken room is refused in the words of the PMS, and the lock is back', async () => {
  await using bench = await open()
  const { harness, ctx } = bench
  const id = bookingAt(harness)
  const other = bookingsOf(harness).find(
    (one) => one.status === 'CONFIRMED' && one.roomExternalId && one.externalId !== id,
  )
  change(harness, id, { isRoomLocked: true, checkIn: other?.checkIn, checkOut: other?.checkOut, roomExternalId: null })
  const wanted = { roomExternalId: other?.roomExternalId ?? '' }
  const { sent } = await sendOne(mews, ctx, 'BOOKING_ROOM', id, { wanted, options: { unlock: true } })
  expect(sent).toMatchObject({
    kind: 'REFUSED',
    code: 'PROVIDER_REJECTED',
    message: expect.stringContaining('occupied'),
  })
  expect(find(harness, id)).toMatchObject({ isRoomLocked: true, roomExternalId: null })
})

test('a cancellation writes no mail and posts no fee unless it is asked to', async () => {
  await using bench = await open()
  const { harness, ctx } = bench
  const [id, other] = [bookingAt(harness), bookingAt(harness, 'PENDING')]
  await sendOne(mews, ctx, 'BOOKING_CANCEL', id)
  await sendOne(mews, ctx, 'BOOKING_CANCEL', other, { options: { chargeFee: true, notifyGuest: true } })
  expect(harness.simulator.desk.effects.map(({ sideEffects }) => sideEffects)).toEqual([[], ['MAIL', 'FEE']])
  expect([find(harness, id)?.status, find(harness, other)?.status]).toEqual(['CANCELLED', 'CANCELLED'])
})

test('guests move in and out by the rules of the house, which are told in its words', async () => {
  await using bench = await open()
  const { harness, ctx, commands } = bench
  const id = bookingAt(harness)
  const room = find(harness, id)?.roomExternalId ?? ''
  const clean = (condition: 'CLEAN' | 'INSPECTED') =>
    harness.simulator.data.change('housekeeping', room, { roomStatus: 'AVAILABLE', condition })
  const checkIn = () => sendOne(mews, ctx, 'BOOKING_CHECK_IN', id)
  change(harness, id, { checkIn: '2026-10-21', checkOut: '2026-10-23' })
  expect(await checkIn()).toMatchObject({
    sent: { kind: 'REFUSED', message: expect.stringContaining('before its start') },
  })
  change(harness, id, { checkIn: TODAY })
  clean('CLEAN')
  expect(await checkIn()).toMatchObject({
    sent: { kind: 'REFUSED', message: expect.stringContaining('not inspected') },
  })
  clean('INSPECTED')
  expect(await checkIn()).toMatchObject({ sent: { kind: 'DONE' } })
  const checkOut = () => sendOne(mews, ctx, 'BOOKING_CHECK_OUT', id)
  expect(await checkOut()).toMatchObject({ sent: { kind: 'REFUSED', message: expect.stringContaining('last day') } })
  change(harness, id, { checkOut: TODAY, isUnpaid: true })
  expect(await checkOut()).toMatchObject({ sent: { kind: 'REFUSED', message: expect.stringContaining('not settled') } })
  change(harness, id, { isUnpaid: false })
  expect(await checkOut()).toMatchObject({ sent: { kind: 'DONE' } })
  expect(commands().at(-1)?.body).toMatchObject({ CloseBills: false, AllowOpenBalance: false })
})

test('a note is added, and is found by its text', async () => {
  await using bench = await open()
  const { harness, ctx } = bench
  const id = bookingAt(harness)
  const wanted = { note: 'Late arrival' }
  const { facts } = await sendOne(mews, ctx, 'BOOKING_NOTE', id, { wanted })
  const after = await actionIn(mews, 'BOOKING_NOTE').read(ctx, [{ externalId: id, wanted }])
  expect((after.get(id)?.alike?.length ?? 0) - (facts?.alike?.length ?? 0)).toBe(1)
})

test('what has changed meanwhile is read again, what is not for this token ends, what is lost is not known', async () => {
  const id = (harness: Harness) => bookingAt(harness)
  const twisted = async (status: number, message: string) => {
    await using bench = await open((operation) =>
      operation === 'reservations/cancel' ? answer({ Message: message }, status) : undefined,
    )
    return await sendOne(mews, bench.ctx, 'BOOKING_CANCEL', id(bench.harness)).catch((error: unknown) => error)
  }
  expect(await twisted(409, 'The data has changed.')).toMatchObject({ sent: { kind: 'AGAIN', waitFor: null } })
  expect(await twisted(401, 'Something.')).toMatchObject({ code: 'PROVIDER_FORBIDDEN', sent: false })
  expect(await twisted(400, 'Card 4111 1111 1111 1111.')).toMatchObject({
    sent: { code: 'PROVIDER_REJECTED', message: expect.not.stringContaining('4111') },
  })
  expect(await twisted(408, 'Request timeout.')).toMatchObject({ code: 'PROVIDER_TIMEOUT', sent: true })
  expect(await twisted(500, 'Unexpected error.')).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', sent: true })
})

test('a reservation that the PMS no longer has is absent', async () => {
  await using bench = await open()
  const { sent } = await sendOne(mews, bench.ctx, 'BOOKING_CANCEL', '0fffffff-0000-4000-8000-ffffffffffff')
  expect(sent).toMatchObject({ code: 'TARGET_GONE' })
})

test('a room is blocked from noon to noon, and the block is deleted again', async () => {
  await using bench = await open()
  const { harness, ctx, commands } = bench
  const room = harness.simulator.data.facts('rooms')[0]?.externalId ?? ''
  // Clocks go back on 25 October 2026.
  const wanted = {
    kind: 'OUT_OF_ORDER',
    firstNight: '2031-10-24',
    lastNight: '2031-10-26',
    reasonCode: 'AC',
    reason: 'Is loud',
  }
  expect(await sendOne(mews, ctx, 'ROOM_BLOCK_CREATE', room, { wanted })).toMatchObject({ sent: { kind: 'DONE' } })
  expect(commands()[0]?.body.ResourceBlocks).toEqual([
    {
      ...{ ResourceId: room, Name: 'AC', Notes: 'Is loud', Type: 'OutOfOrder' },
      ...{ StartUtc: '2031-10-24T11:00:00Z', EndUtc: '2031-10-27T12:00:00Z' },
    },
  ])
  const read = await actionIn(mews, 'ROOM_BLOCK_CREATE').read(ctx, [{ externalId: room, wanted }])
  const [id = ''] = read.get(room)?.alike ?? []
  expect(mews.normalize.roomBlocks?.(await mews.fetchOne?.roomBlocks?.(ctx, id), ctx)).toMatchObject({
    ...{ roomExternalId: room, kind: 'OUT_OF_ORDER', firstNight: '2031-10-24', lastNight: '2031-10-26' },
  })
  expect(await sendOne(mews, ctx, 'ROOM_BLOCK_CREATE', room, { wanted })).toMatchObject({
    sent: { kind: 'REFUSED', message: expect.stringContaining('another block') },
  })
  const end = await sendOne(mews, ctx, 'ROOM_BLOCK_END', id)
  expect(end).toMatchObject({ sent: { kind: 'DONE' }, facts: { values: { firstNight: '2031-10-24' } } })
  expect(await mews.fetchOne?.roomBlocks?.(ctx, id)).toBeNull()
  expect(await sendOne(mews, ctx, 'ROOM_BLOCK_END', id)).toMatchObject({ sent: { code: 'TARGET_GONE' } })
})

test('what the PMS has no word for is not called by the next best one', async () => {
  await using bench = await open()
  const { harness, ctx, commands } = bench
  const room = harness.simulator.data.facts('rooms')[0]?.externalId ?? ''
  const task = harness.simulator.data.facts('maintenanceRequests').find(({ status }) => status === 'OPEN')
  const block = { kind: 'OUT_OF_ORDER', firstNight: '2031-10-24', lastNight: '2031-10-26' }
  const wishes = [
    ['ROOM_BLOCK_CREATE', room, { ...block, kind: 'OUT_OF_SERVICE' }],
    ['ROOM_BLOCK_CREATE', room, { ...block, kind: 'HOLD' }],
    ['ROOM_BLOCK_CREATE', room, { ...block, returnCondition: 'DIRTY' }],
    ['MAINTENANCE_CREATE', room, { title: 'Tap drips', priority: 'HIGH' }],
    ['MAINTENANCE_UPDATE', task?.externalId ?? '', { status: 'IN_PROGRESS' }],
    ['MAINTENANCE_UPDATE', task?.externalId ?? '', { title: 'Tap drips' }],
  ] as const
  for (const [action, id, wanted] of wishes) {
    const { sent } = await sendOne(mews, ctx, action, id, { wanted })
    expect(sent, JSON.stringify(wanted)).toMatchObject({ kind: 'REFUSED', code: 'UNSUPPORTED_CAPABILITY' })
  }
  expect(commands()).toEqual([])
})

test('a condition is a state of the resource, and a room out of service is not given back by it', async () => {
  await using bench = await open()
  const { harness, ctx, commands } = bench
  const { data } = harness.simulator
  const room = data.facts('rooms')[0]?.externalId ?? ''
  data.change('housekeeping', room, { roomStatus: 'AVAILABLE', condition: 'DIRTY' })
  const say = async (condition: string) =>
    (await sendOne(mews, ctx, 'HOUSEKEEPING_CONDITION', room, { wanted: { condition } })).sent
  for (const condition of ['INSPECTED', 'INSPECTED', 'CLEAN', 'DIRTY'] as const) {
    expect(await say(condition)).toEqual({ kind: 'DONE' })
    expect(data.facts('housekeeping').find(({ externalId }) => externalId === room)).toMatchObject({ condition })
  }
  expect(commands()[0]?.body.ResourceUpdates).toEqual([{ ResourceId: room, State: { Value: 'Inspected' } }])
  for (const condition of ['PICKUP', 'IN_PROGRESS'])
    expect(await say(condition)).toMatchObject({ kind: 'REFUSED', code: 'UNSUPPORTED_CAPABILITY' })
  data.change('housekeeping', room, { roomStatus: 'OUT_OF_SERVICE' })
  expect(await say('CLEAN')).toMatchObject({ kind: 'REFUSED', code: 'PROVIDER_REJECTED' })
  expect(commands()).toHaveLength(4)
})

test('a request is a task with the room in its name, due tomorrow unless somebody says when, and is closed once', async () => {
  await using bench = await open()
  const { harness, ctx, commands } = bench
  const room = harness.simulator.data.facts('rooms')[0]
  const wanted = { title: 'Tap drips' }
  await sendOne(mews, ctx, 'MAINTENANCE_CREATE', room?.externalId ?? '', { wanted })
  expect(commands()[0]?.body).toMatchObject({
    Name: `${room?.roomNumber}: Tap drips`,
    DeadlineUtc: expect.stringContaining('2026-10-21T'),
  })
  const target = [{ externalId: room?.externalId ?? '', wanted }]
  const facts = await actionIn(mews, 'MAINTENANCE_CREATE').read(ctx, target)
  const [id = ''] = facts.get(room?.externalId ?? '')?.alike ?? []
  const close = () => sendOne(mews, ctx, 'MAINTENANCE_UPDATE', id, { wanted: { status: 'RESOLVED' } })
  expect(await close()).toMatchObject({ sent: { kind: 'DONE' }, facts: { values: { status: 'OPEN' } } })
  expect(await close()).toMatchObject({ sent: { kind: 'REFUSED' } })
})

test('a check tells what the access token may do, and changes nothing', async () => {
  const denied = new Set(['reservations/cancel', 'reservations/update'])
  await using bench = await open((operation) =>
    denied.has(operation) ? answer({ Message: 'Something.' }, 401) : undefined,
  )
  const { actions, steps } = await mews.check(bench.ctx)
  expect(actions).toEqual(expect.arrayContaining(['BOOKING_CHECK_IN', 'BOOKING_CHECK_OUT', 'BOOKING_NOTE']))
  for (const action of ['BOOKING_CANCEL', 'BOOKING_CHANGE', 'BOOKING_ROOM']) expect(actions).not.toContain(action)
  expect(steps.at(-1)?.detail).toContain('Cancels a booking.')
  expect(bench.harness.simulator.desk.effects).toEqual([])
})
