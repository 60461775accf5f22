import { expect, test } from 'vitest'
import { protel } from '../../../src/providers/protel/index.ts'
import { hkStatusOf } from '../../../src/providers/protel/status.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import type { HousekeepingInput } from '../../../src/records/housekeeping.ts'
import { sendOne } from '../../kit/outgoing.ts'
import { requestsOf } from './traffic.ts'

const TODAY = '2026-10-20'

async function open(twist?: Parameters<typeof requestsOf>[1]) {
  const harness = await openHarness(protel)
  const { ctx, requests } = requestsOf(harness, twist)
  const commands = () => requests.filter(({ sent }) => sent.includes('mutation '))
  const { data } = harness.simulator
  const booking = (fields: object) => {
    const id = data.facts('bookings').find(({ roomExternalId }) => roomExternalId)?.externalId ?? ''
    data.change('bookings', id, fields)
    return id
  }
  const id = data.facts('housekeeping')[0]?.externalId ?? ''
  const room = (fields: Partial<HousekeepingInput>) => {
    data.change('housekeeping', id, { roomStatus: 'AVAILABLE', ...fields })
    return id
  }
  return { harness, ctx, commands, booking, room, [Symbol.asyncDispose]: () => harness[Symbol.asyncDispose]() }
}

test('a command is accepted, with the change’s own id as its key, and its outcome comes by its correlation id', async () => {
  await using bench = await open()
  const { ctx, commands, booking } = bench
  const id = booking({ status: 'CONFIRMED', checkIn: TODAY, checkOut: '2026-10-22' })
  const { sent } = await sendOne(protel, ctx, 'BOOKING_CHECK_IN', id)
  expect(sent).toEqual({ kind: 'ACCEPTED', token: expect.any(String) })
  expect(commands()).toHaveLength(1)
  expect(commands()[0]?.variables).toMatchObject({ id, roomId: expect.any(String), idempotencyKey: expect.any(String) })
})

test.each([
  ['CLEAN', 'VACANT', 'VACANT_CLEAN'],
  ['CLEAN', 'OCCUPIED', 'OCCUPIED_CLEAN'],
  ['DIRTY', 'VACANT', 'VACANT_DIRTY'],
  ['DIRTY', 'OCCUPIED', 'OCCUPIED_DIRTY'],
  ['PICKUP', 'VACANT', 'PICKUP'],
] as const)('%s in a room that is %s is told as %s', async (condition, occupancy, hkStatus) => {
  await using bench = await open()
  const before = condition === 'CLEAN' ? 'DIRTY' : 'CLEAN'
  const roomStatus = occupancy === 'OCCUPIED' ? 'OCCUPIED' : 'AVAILABLE'
  const id = bench.room({ condition: before, occupancy, roomStatus })
  const { sent } = await sendOne(protel, bench.ctx, 'HOUSEKEEPING_CONDITION', id, { wanted: { condition } })
  expect(sent).toMatchObject({ kind: 'ACCEPTED' })
  expect(bench.commands()[0]?.variables).toMatchObject({ roomId: id, hkStatus })
})

test('what protel has no word for is refused before anything is sent, and never told as its neighbour', async () => {
  await using bench = await open()
  const id = bench.room({ condition: 'DIRTY', occupancy: 'VACANT' })
  const send = (condition: string) =>
    sendOne(protel, bench.ctx, 'HOUSEKEEPING_CONDITION', id, { wanted: { condition } }).then(({ sent }) => sent)
  for (const condition of ['INSPECTED', 'IN_PROGRESS'])
    expect(await send(condition)).toMatchObject({ kind: 'REFUSED', code: 'UNSUPPORTED_CAPABILITY' })
  bench.room({ condition: 'PICKUP' })
  expect(await send('CLEAN')).toMatchObject({ kind: 'REFUSED', message: expect.stringContaining('taken') })
  bench.room({ condition: 'DIRTY', roomStatus: 'OUT_OF_ORDER' })
  expect(await send('CLEAN')).toMatchObject({ kind: 'REFUSED', message: expect.stringContaining('closed') })
  expect(bench.commands()).toEqual([])
  expect([hkStatusOf('UNKNOWN', 'VACANT'), hkStatusOf('CLEAN', 'UNKNOWN')]).toEqual([null, null])
})

test('an outcome that is known at once needs no message; its words are those of the PMS, without card numbers', async () => {
  const answered = (state: string, errors: object[] = []) =>
    open((body) =>
      JSON.stringify(body).includes('"checkOut"')
        ? { data: { checkOut: { correlationId: 'co-1', state, errors } } }
        : body,
    )
  const fields = { status: 'CHECKED_IN', checkIn: '2026-10-18', checkOut: TODAY }
  await using done = await answered('SUCCEEDED')
  expect((await sendOne(protel, done.ctx, 'BOOKING_CHECK_OUT', done.booking(fields))).sent).toEqual({ kind: 'DONE' })
  const error = { code: '188', type: '1', message: 'Invoice of 4111 1111 1111 1111 not balanced' }
  await using failed = await answered('FAILED', [error])
  const { sent } = await sendOne(protel, failed.ctx, 'BOOKING_CHECK_OUT', failed.booking(fields))
  expect(sent).toMatchObject({ kind: 'REFUSED', message: expect.stringMatching(/not balanced \(188\)/) })
  expect(sent).toMatchObject({ message: expect.not.stringContaining('4111') })
})

test('only what the property takes is offered', async () => {
  await using bench = await open((body) =>
    JSON.parse(JSON.stringify(body).replace('"checkOut":true', '"checkOut":false')),
  )
  expect((await protel.check(bench.ctx)).actions).toEqual(['BOOKING_CHECK_IN', 'HOUSEKEEPING_CONDITION'])
})
