import { expect, test } from 'vitest'
import { PmsIntegrationError } from '../../../src/errors.ts'
import { opera } from '../../../src/providers/opera/index.ts'
import { type Harness, type HarnessOptions, openHarness } from '../../../src/providers/testing/harness.ts'
import type { HttpRequest, HttpResponse } from '../../../src/providers/transport/http.ts'
import { createSingleRequest } from '../../../src/providers/transport/single-request.ts'
import type { BookingStatus } from '../../../src/records/booking.ts'
import { actionIn, sendOne } from '../../kit/outgoing.ts'
import { pathOf, recorded, type Twist } from './traffic.ts'

const TODAY = '2026-10-20'
const LOCKED = { kind: 'AGAIN', waitFor: 'LOCKED' }
const find = ({ simulator }: Harness, id: string) =>
  simulator.data.facts('bookings').find(({ externalId }) => externalId === id)

/** A hotel with a booking in the state that the test wants, whose stay lies beyond all others. */
async function open(fields: object = {}, options: HarnessOptions & { twist?: Twist; settings?: object } = {}) {
  const { twist, settings, ...hotel } = options
  const harness = await openHarness(opera, hotel)
  const { ctx, traffic } = recorded(harness, twist, settings)
  const { data } = harness.simulator
  const found = data.facts('bookings').find((one) => one.status === ('CONFIRMED' satisfies BookingStatus))
  const id = found?.externalId ?? ''
  const stay = { checkIn: '2031-03-01', checkOut: '2031-03-04', roomExternalId: null, roomNumber: null }
  data.change('bookings', id, { ...stay, totalAmountCents: 30_000, notes: 'Quiet room', ...fields } as never)
  const commands = () => traffic.filter(({ request }) => request.once)
  const bodies = () => commands().map(({ request }) => JSON.parse(request.body ?? 'null'))
  const locks = () => traffic.map(({ request }) => `${request.method} ${pathOf(request)}`).filter((p) => /lock/.test(p))
  return { harness, ctx, id, commands, bodies, locks, [Symbol.asyncDispose]: () => harness[Symbol.asyncDispose]() }
}

/** A free room of the booking's type, as housekeeping left it. */
function roomFor(
  harness: Harness,
  id: string,
  state: object = { condition: 'CLEAN', roomStatus: 'AVAILABLE' },
): string {
  const { data } = harness.simulator
  const type = find(harness, id)?.roomType
  const taken = new Set(data.facts('bookings').map(({ roomExternalId }) => roomExternalId))
  const room = data.facts('rooms').find((one) => one.roomType === type && !taken.has(one.externalId ?? ''))
  const own = data.facts('rooms').find((one) => one.roomType === type)
  const number = room?.externalId ?? own?.externalId ?? ''
  data.change('housekeeping', number, state as never)
  return number
}

const longer = { checkIn: '2031-03-01', checkOut: '2031-03-06' }

test('a stay goes whole, in a list, under a lock, and new nights cost what was agreed', async () => {
  await using bench = await open()
  const { harness, ctx, id, bodies, locks } = bench
  const options = { pricing: 'KEEP' } as const
  const { sent, steps } = await sendOne(opera, ctx, 'BOOKING_CHANGE', id, { wanted: longer, options })
  expect(sent).toEqual({ kind: 'DONE' })
  expect(bodies()).toMatchObject([
    {
      reservations: [
        {
          reservationIdList: [{ id, type: 'Reservation' }, { type: 'Confirmation' }],
          lockHandle: 7001,
          roomStay: {
            ...{ arrivalDate: '2031-03-01', departureDate: '2031-03-06', guestCounts: { adults: expect.any(Number) } },
            expectedTimes: { reservationExpectedDepartureTime: '2031-03-06 11:00:00.0' },
            roomRates: [
              {
                ...{ start: '2031-03-01', end: '2031-03-05', fixedRate: true },
                rates: { rate: [{ base: { amountBeforeTax: 100 }, start: '2031-03-01', end: '2031-03-05' }] },
              },
            ],
          },
        },
      ],
    },
  ])
  expect(bodies()[0].reservations[0].roomStay).not.toHaveProperty('total')
  expect(find(harness, id)).toMatchObject({ ...longer, totalAmountCents: 50_000 })
  expect(harness.simulator.desk.effects).toMatchObject([{ sideEffects: [] }])
  expect(steps).toEqual([{ lockHandle: 7001 }])
  expect(locks()).toEqual([`PUT /rsv/v1/hotels/SIM1/reservations/${id}/locks`, 'DELETE /rsv/v1/hotels/SIM1/locks/7001'])
})

test.each([false, true])(
  'what is not wished stays, also where what is left out is gone (%s)',
  async (leftOutIsGone) => {
    await using bench = await open({}, { faults: { write: { leftOutIsGone } } })
    const { harness, ctx, id } = bench
    const room = roomFor(harness, id)
    harness.simulator.data.change('bookings', id, { roomExternalId: room, roomNumber: room })
    const notes = () =>
      JSON.stringify(harness.simulator.data.items('bookings').find((one) => JSON.stringify(one).includes(id)))
    const [before, noted] = [find(harness, id), notes().match(/Quiet room/g)]
    await sendOne(opera, ctx, 'BOOKING_CHANGE', id, { wanted: longer, options: { pricing: 'KEEP' } })
    const { checkOut: _, externalUpdatedAt: __, totalAmountCents: ___, ...others } = before ?? {}
    expect(find(harness, id)).toMatchObject({ ...others, checkOut: longer.checkOut })
    expect(notes().match(/Quiet room/g)).toEqual(noted)
    expect(harness.simulator.desk.effects).toMatchObject([{ sideEffects: [] }])
    expect(harness.logged.filter((line) => line.includes('took away'))).toEqual([])
  },
)

test('what OPERA takes away although nobody asked is told', async () => {
  let isWritten = false
  await using bench = await open(
    {},
    {
      twist(request, response) {
        if (request.once) isWritten = true
        return isWritten && /reservations\/\d+$/.test(pathOf(request)) && request.method === 'GET'
          ? { ...response, body: response.body.replace(/"comments":\[.*?\}\],/, '') }
          : response
      },
    },
  )
  await sendOne(opera, bench.ctx, 'BOOKING_CHANGE', bench.id, { wanted: longer, options: { pricing: 'KEEP' } })
  expect(bench.harness.logged.join('\n')).toMatch(/took away.*\["comments"\]/)
})

test('a new price is asked for by leaving out the old one', async () => {
  await using bench = await open()
  const { harness, ctx, id, bodies } = bench
  await sendOne(opera, ctx, 'BOOKING_CHANGE', id, { wanted: longer, options: { pricing: 'REPRICE' } })
  const [rate] = bodies()[0].reservations[0].roomStay.roomRates
  expect(rate).toMatchObject({ fixedRate: false })
  expect(rate).not.toHaveProperty('rates')
  expect(harness.simulator.desk.effects).toMatchObject([{ sideEffects: ['REPRICE'] }])
})

test('another type keeps what is charged, unless the price is to be made anew', async () => {
  for (const [pricing, charged] of [
    ['KEEP', 'old'],
    ['REPRICE', 'new'],
  ] as const) {
    await using bench = await open()
    const { harness, ctx, id, bodies } = bench
    const old = find(harness, id)?.roomTypeExternalId
    const types = harness.simulator.data.facts('roomTypes').map(({ externalId }) => externalId)
    const roomTypeExternalId = types.find((one) => one !== old) ?? ''
    const wanted = { roomTypeExternalId }
    const { sent } = await sendOne(opera, ctx, 'BOOKING_CHANGE', id, { wanted, options: { pricing } })
    expect(sent).toEqual({ kind: 'DONE' })
    const [rate] = bodies()[0].reservations[0].roomStay.roomRates
    expect(rate).toMatchObject({
      roomType: roomTypeExternalId,
      roomTypeCharged: charged === 'new' ? roomTypeExternalId : old,
    })
  }
})

test('a lock of the desk is waited for and never broken; one of our own that was left behind is taken over', async () => {
  await using bench = await open()
  const { harness, ctx, id, commands, locks } = bench
  harness.simulator.desk.lock(id)
  for (const action of ['BOOKING_CANCEL', 'BOOKING_CHANGE'] as const) {
    const wanted = action === 'BOOKING_CHANGE' ? longer : {}
    expect((await sendOne(opera, ctx, action, id, { wanted })).sent).toEqual(LOCKED)
  }
  expect(commands()).toEqual([])
  expect(locks().filter((one) => /break|DELETE/.test(one))).toEqual([])
  harness.simulator.desk.unlock(id)

  const dying = answering(harness, (request) => {
    if (request.once || request.method === 'DELETE') throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'cut')
    return null
  })
  await expect(sendOne(opera, dying, 'BOOKING_CHANGE', id, { wanted: longer })).rejects.toMatchObject({ sent: true })
  expect(harness.logged.join('\n')).toContain('could not be released')
  expect((await sendOne(opera, ctx, 'BOOKING_CHANGE', id, { wanted: longer })).sent).toEqual({ kind: 'DONE' })
})

/** A gateway that answers some requests by itself. */
function answering(harness: Harness, answer: (request: HttpRequest) => HttpResponse | null) {
  const single = createSingleRequest({ allowPrivateNetwork: true })
  const singleRequest = async (request: HttpRequest, signal: AbortSignal) =>
    answer(request) ?? (await single(request, signal))
  return harness.context({ singleRequest, maxRetries: 0 })
}

test('what the desk changes between the look and the lock is judged again', async () => {
  let isMoved = false
  await using bench = await open(
    {},
    {
      twist(request, response) {
        if (pathOf(request).endsWith('/locks') && !isMoved) {
          isMoved = true
          bench.harness.simulator.data.change('bookings', bench.id, { checkOut: '2031-03-09' })
        }
        return response
      },
    },
  )
  const { ctx, id, commands } = bench
  const send = () => sendOne(opera, ctx, 'BOOKING_CHANGE', id, { wanted: longer })
  expect((await send()).sent).toEqual({ kind: 'AGAIN', waitFor: null })
  expect(commands()).toEqual([])
})

test('an older release without locks is written to all the same', async () => {
  await using bench = await open()
  const { harness, id } = bench
  const ctx = answering(harness, (request) =>
    pathOf(request).endsWith('/locks') ? { status: 404, headers: {}, body: '' } : null,
  )
  expect((await sendOne(opera, ctx, 'BOOKING_CHANGE', id, { wanted: longer })).sent).toEqual({ kind: 'DONE' })
  expect(find(harness, id)).toMatchObject(longer)
})

test('a room is given, exchanged in house and taken off by three operations, none of which overrides anything', async () => {
  await using bench = await open()
  const { harness, ctx, id, commands, bodies } = bench
  const room = roomFor(harness, id)
  const give = (roomExternalId: string | null) =>
    sendOne(opera, ctx, 'BOOKING_ROOM', id, { wanted: { roomExternalId } }).then(({ sent }) => sent)
  expect(await give(room)).toEqual({ kind: 'DONE' })
  expect(await give(null)).toEqual({ kind: 'DONE' })
  expect(find(harness, id)).toMatchObject({ roomExternalId: null })
  harness.simulator.data.change('bookings', id, { status: 'CHECKED_IN', roomExternalId: '999', roomNumber: '999' })
  expect(await give(room)).toEqual({ kind: 'DONE' })
  expect(await give(null)).toMatchObject({ kind: 'REFUSED' })
  expect(commands().map(({ request }) => `${request.method} ${pathOf(request).split(id)[1]}`)).toEqual([
    ...['POST /roomAssignments', 'PUT /rooms', 'PUT /rooms/999/roomMoves'],
  ])
  expect(JSON.stringify(bodies())).not.toMatch(/override|true/)
  expect(find(harness, id)).toMatchObject({ roomExternalId: room })
})

test.each([
  [{ condition: 'DIRTY', roomStatus: 'AVAILABLE' }, /not ready.*SIM-room_dirty/],
  [{ condition: 'CLEAN', roomStatus: 'OUT_OF_ORDER' }, /out of order/],
])('a room that is %o is refused in the words of the PMS', async (state, words) => {
  await using bench = await open()
  const { harness, ctx, id } = bench
  const room = roomFor(harness, id, state)
  const { sent } = await sendOne(opera, ctx, 'BOOKING_ROOM', id, { wanted: { roomExternalId: room } })
  expect(sent).toMatchObject({ kind: 'REFUSED', code: 'PROVIDER_REJECTED', message: expect.stringMatching(words) })
})

test('a booking that is held to its room, has several, or is of another day is refused before anything is sent', async () => {
  const told = (part: object) => ({
    twist: ((request, response) =>
      pathOf(request).endsWith('/reservations')
        ? { ...response, body: response.body.replaceAll(/"numberOfRooms":1/g, JSON.stringify(part).slice(1, -1)) }
        : response) satisfies Twist,
  })
  const refusalOf = async (action: 'BOOKING_ROOM' | 'BOOKING_CANCEL' | 'BOOKING_CHECK_IN', part: object) => {
    await using bench = await open({ roomExternalId: '101', roomNumber: '101' }, told(part))
    const wanted = action === 'BOOKING_ROOM' ? { roomExternalId: '102' } : {}
    const { sent } = await sendOne(opera, bench.ctx, action, bench.id, { wanted })
    expect(bench.commands()).toEqual([])
    return sent
  }
  expect(await refusalOf('BOOKING_ROOM', { roomNumberLocked: true })).toMatchObject({ code: 'TARGET_LOCKED' })
  expect(await refusalOf('BOOKING_CANCEL', { numberOfRooms: 3 })).toMatchObject({ code: 'AMBIGUOUS_TARGET' })
  expect(await refusalOf('BOOKING_CHECK_IN', {})).toMatchObject({ message: expect.stringContaining('not due') })
})

test('a stored booking of several rooms is refused by what was read last', () => {
  const { may } = actionIn(opera, 'BOOKING_CHANGE')
  const hotel = { id: 'h', externalHotelId: 'SIM1', timeZone: 'UTC', currency: 'EUR' }
  const values = { status: 'CONFIRMED', metadata: { roomStay: { numberOfRooms: 2 } } }
  expect(may({}, { values, modifiedAt: null }, { hotel, settings: {}, options: {} })).toMatchObject({
    code: 'AMBIGUOUS_TARGET',
  })
})

test('a guest moves in on the day of arrival, into a room that is ready, with nothing overridden', async () => {
  await using bench = await open({ checkIn: TODAY, checkOut: '2026-10-22' })
  const { harness, ctx, id, bodies } = bench
  const room = roomFor(harness, id, { condition: 'DIRTY', roomStatus: 'AVAILABLE' })
  harness.simulator.data.change('bookings', id, { roomExternalId: room, roomNumber: room })
  const checkIn = () => sendOne(opera, ctx, 'BOOKING_CHECK_IN', id).then(({ sent }) => sent)
  expect(await checkIn()).toMatchObject({ kind: 'REFUSED', message: expect.stringContaining('not ready') })
  roomFor(harness, id)
  harness.simulator.data.change('housekeeping', room, { condition: 'INSPECTED' })
  expect(await checkIn()).toEqual({ kind: 'DONE' })
  expect(bodies().at(-1)).toMatchObject({
    reservation: { roomId: room, lockHandle: expect.any(Number), ignoreWarnings: false, printRegistration: false },
  })
})

test('a check-out makes one folio, also when its answer is lost', async () => {
  await using bench = await open({ status: 'CHECKED_IN', checkIn: '2026-10-18', checkOut: TODAY })
  const { harness, id } = bench
  const single = createSingleRequest({ allowPrivateNetwork: true })
  let folios = 0
  const ctx = harness.context({
    async singleRequest(request, ...rest) {
      const response = await single(request, ...rest)
      if (!pathOf(request).endsWith('/folios')) return response
      folios += 1
      throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'cut')
    },
  })
  const steps: object[] = []
  const write = actionIn(opera, 'BOOKING_CHECK_OUT')
  const before = (await write.read(ctx, [{ externalId: id, wanted: {} }])).get(id) ?? { values: {}, modifiedAt: null }
  const change = { id: 'c', externalId: id, wanted: {}, values: {}, options: {}, step: null, before }
  const remember = async (step: object) => void steps.push(step)
  expect(await write.send(ctx, [{ ...change, remember }]).catch((error) => error)).toMatchObject({ sent: true })
  expect(steps).toEqual([{ folio: 'ASKED' }])
  const again = await write.send(ctx, [{ ...change, step: { folio: 'ASKED' }, remember }])
  expect(again.get('c')).toEqual({ kind: 'DONE' })
  expect([folios, find(harness, id)?.status]).toEqual([1, 'CHECKED_OUT'])
})

test('a folio that never left is asked for again, and an early departure is refused in words', async () => {
  await using bench = await open({ status: 'CHECKED_IN', checkIn: '2026-10-18', checkOut: '2026-10-25' })
  const { harness, ctx, id } = bench
  const steps: object[] = []
  const write = actionIn(opera, 'BOOKING_CHECK_OUT')
  const before = { values: {}, modifiedAt: null }
  const change = { id: 'c', externalId: id, wanted: {}, values: {}, options: {}, step: null, before }
  const stopped = harness.context({
    onLeaving: () => Promise.reject(new PmsIntegrationError('SERVICE_UNAVAILABLE', 'x')),
  })
  await write.send(stopped, [{ ...change, remember: async (step) => void steps.push(step) }]).catch(() => {})
  expect(steps).toEqual([{ folio: 'ASKED' }, {}])
  const { sent } = await sendOne(opera, ctx, 'BOOKING_CHECK_OUT', id)
  expect(sent).toMatchObject({ kind: 'REFUSED', message: expect.stringContaining('Early departure') })
})

test.each([
  ['BOOKING_CANCEL', { cancelReasonCode: '' }],
  ['BOOKING_CHECK_OUT', { cashierId: undefined }],
] as const)('%s needs what the hotel has to set first', async (action, settings) => {
  await using bench = await open({}, { settings })
  const { sent } = await sendOne(opera, bench.ctx, action, bench.id)
  expect(sent).toMatchObject({ kind: 'REFUSED', code: 'UNSUPPORTED_CAPABILITY' })
  expect(bench.commands()).toEqual([])
})

test('a reason that the hotel does not know is refused by the PMS; card numbers in its words are not told', async () => {
  await using bench = await open({}, { settings: { cancelReasonCode: 'NONE' } })
  const { sent } = await sendOne(opera, bench.ctx, 'BOOKING_CANCEL', bench.id)
  expect(sent).toMatchObject({ code: 'PROVIDER_REJECTED', message: expect.stringMatching(/reason code is invalid/) })
  const body = JSON.stringify({ type: 't', title: 'Card 4111 1111 1111 1111 was declined' })
  const refusing: Twist = (request, response) => (request.once ? { ...response, status: 400, body } : response)
  await using other = await open({}, { twist: refusing })
  const declined = await sendOne(opera, other.ctx, 'BOOKING_CANCEL', other.id)
  expect(declined.sent).toMatchObject({ message: expect.not.stringContaining('4111') })
})
