import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { mock } from '../../src/providers/mock/index.ts'
import { write } from '../../src/providers/mock/write/actions.ts'
import type { WriteAction } from '../../src/providers/write.ts'
import { type ChangeHotel, createChangeHotel } from '../kit/change-hotel.ts'
import { openTestDatabase } from '../kit/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const dayAfter = (day: string, days = 1) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const longer = ({ booking }: ChangeHotel) => ({ checkOut: dayAfter(booking.checkOut) })
const keep = { options: { pricing: 'KEEP' } }

describe('a change', () => {
  it('reaches the PMS and is applied once it is seen there', async () => {
    await using hotel = await createChangeHotel(database)
    const heard: unknown[] = []
    hotel.services.events.on('pms.change.applied', (event) => heard.push(event))
    hotel.services.events.on('pms.booking.synced', (event) => heard.push(event))
    const wanted = longer(hotel)

    const change = await hotel.request('BOOKING_CHANGE', wanted, keep)
    expect(change).toMatchObject({ state: 'PENDING', groups: ['STAY'], base: { checkOut: hotel.booking.checkOut } })
    expect(await hotel.row()).toMatchObject({ checkOut: hotel.booking.checkOut })

    expect(await hotel.work()).toMatchObject({ id: change.id, state: 'APPLIED', sendings: 1 })
    expect(hotel.theirs()).toMatchObject(wanted)
    expect(await hotel.row()).toMatchObject(wanted)
    expect(hotel.vendor.desk.effects).toEqual([
      { action: 'BOOKING_CHANGE', externalId: hotel.booking.externalId, sideEffects: [] },
    ])
    expect(heard).toMatchObject([
      { bookingId: hotel.booking.id, changeId: change.id },
      { changeId: change.id, action: 'BOOKING_CHANGE', groups: ['STAY'] },
    ])
  })

  it('leaves what nobody wished as the PMS has it by now', async () => {
    await using hotel = await createChangeHotel(database)
    await hotel.request('BOOKING_CHANGE', longer(hotel), keep)
    hotel.vendor.data.change('bookings', hotel.booking.externalId, { adults: 5, children: 3 })
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED' })
    expect(hotel.theirs()).toMatchObject({ ...longer(hotel), adults: 5, children: 3 })
  })

  it('is a conflict when the PMS has moved the same, and nothing is sent', async () => {
    await using hotel = await createChangeHotel(database)
    await hotel.request('BOOKING_CHANGE', longer(hotel), keep)
    const theirs = { checkOut: dayAfter(hotel.booking.checkOut, 3) }
    hotel.vendor.data.change('bookings', hotel.booking.externalId, theirs)
    expect(await hotel.work()).toMatchObject({ state: 'CONFLICT', theirs, sendings: 0 })
    expect(hotel.vendor.desk.effects).toEqual([])
  })

  it('is applied without a request when the PMS has it already', async () => {
    await using hotel = await createChangeHotel(database)
    await hotel.request('BOOKING_CHANGE', longer(hotel), keep)
    hotel.vendor.data.change('bookings', hotel.booking.externalId, longer(hotel))
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 0 })
    expect(await hotel.row()).toMatchObject(longer(hotel))
    expect(hotel.vendor.desk.effects).toEqual([])
  })

  it('asked for twice is one', async () => {
    await using hotel = await createChangeHotel(database)
    const [one, other] = await Promise.all([
      hotel.request('BOOKING_CHANGE', longer(hotel), keep),
      hotel.request('BOOKING_CHANGE', longer(hotel), keep),
    ])
    expect(one.id).toBe(other.id)
    await hotel.work()
    expect(hotel.vendor.desk.effects).toHaveLength(1)
  })

  it('takes the place of an earlier one of the same groups that has not left', async () => {
    await using hotel = await createChangeHotel(database)
    const first = await hotel.request('BOOKING_CHANGE', longer(hotel), keep)
    const wanted = { checkOut: dayAfter(hotel.booking.checkOut, 2) }
    const second = await hotel.request('BOOKING_CHANGE', wanted, keep)
    expect(await hotel.change(first.id)).toMatchObject({ state: 'SUPERSEDED' })
    expect(second.base).toMatchObject({ checkOut: hotel.booking.checkOut })
    await hotel.work()
    expect(hotel.theirs()).toMatchObject(wanted)
    expect(hotel.vendor.desk.effects).toHaveLength(1)
  })

  it('waits for its turn behind those of other groups, and is built on them', async () => {
    await using hotel = await createChangeHotel(database)
    await hotel.request('BOOKING_CHANGE', longer(hotel), keep)
    const cancelled = await hotel.request('BOOKING_CANCEL')
    expect(cancelled.waitingFor).toBe('TURN')
    expect(await hotel.services.changes.claim(cancelled.id)).toBeNull()
    await hotel.work()
    expect(hotel.vendor.desk.effects.map(({ action }) => action)).toEqual(['BOOKING_CHANGE', 'BOOKING_CANCEL'])
    expect(await hotel.row()).toMatchObject({ status: 'CANCELLED' })
  })

  it('asks for no mail, fee or new price unless told to', async () => {
    await using hotel = await createChangeHotel(database)
    await hotel.request('BOOKING_CHANGE', longer(hotel), { options: { pricing: 'REPRICE', notifyGuest: true } })
    await hotel.request('BOOKING_CANCEL')
    await hotel.work()
    expect(hotel.vendor.desk.effects.map(({ sideEffects }) => sideEffects)).toEqual([['MAIL', 'REPRICE'], []])
  })

  it('adds a note, and does not add it twice when the answer was lost', async () => {
    await using hotel = await createChangeHotel(database)
    hotel.vendor.setFaults({ write: { loseAfter: 1 } })
    const change = await hotel.request('BOOKING_NOTE', { note: 'Late arrival' })
    expect(await hotel.work()).toMatchObject({ state: 'UNKNOWN' })
    hotel.vendor.setFaults({})
    await hotel.elapse(5_000)
    expect(await hotel.work()).toMatchObject({ id: change.id, state: 'APPLIED', sendings: 1 })
    expect(String(hotel.theirs().notes).match(/Late arrival/g)).toHaveLength(1)
    expect((await hotel.row()).notes).toContain('Late arrival')
  })
})

describe('an answer that is lost', () => {
  it('after it was done is found by a look', async () => {
    await using hotel = await createChangeHotel(database)
    hotel.vendor.setFaults({ write: { loseAfter: 1 } })
    const change = await hotel.request('BOOKING_CHECK_IN')
    expect(await hotel.work()).toMatchObject({ id: change.id, state: 'UNKNOWN' })
    expect(await hotel.services.changes.claim(change.id)).toBeNull()
    await hotel.elapse(5_000)
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 1 })
    expect(hotel.vendor.desk.effects).toHaveLength(1)
  })

  it('before it was done is sent once more', async () => {
    await using hotel = await createChangeHotel(database)
    hotel.vendor.setFaults({ write: { loseBefore: 1 } })
    await hotel.request('BOOKING_CHECK_IN')
    await hotel.work()
    hotel.vendor.setFaults({})
    await hotel.elapse(5_000)
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 2 })
    expect(hotel.vendor.desk.effects).toHaveLength(1)
  })

  it('of something that is done late is not waited for in vain, and its key keeps it from being done twice', async () => {
    await using hotel = await createChangeHotel(database)
    hotel.vendor.setFaults({ write: { isLate: true } })
    await hotel.request('BOOKING_CHANGE', longer(hotel), keep)
    await hotel.work()
    hotel.vendor.setFaults({})
    await hotel.elapse(5_000)
    await hotel.work()
    hotel.vendor.desk.release()
    expect(hotel.vendor.desk.effects).toHaveLength(1)
    expect(hotel.theirs()).toMatchObject(longer(hotel))
  })
})

describe('what the PMS refuses', () => {
  it('ends with its words', async () => {
    await using hotel = await createChangeHotel(database)
    hotel.vendor.setFaults({ write: { refuse: 1 } })
    await hotel.request('BOOKING_CHECK_IN')
    expect(await hotel.work()).toMatchObject({
      state: 'REJECTED',
      errorCode: 'PROVIDER_REJECTED',
      error: 'The PMS does not do this at the moment.',
    })
  })

  it('because the desk has it open waits until it lets go', async () => {
    await using hotel = await createChangeHotel(database)
    hotel.vendor.desk.lock(hotel.booking.externalId)
    await hotel.request('BOOKING_CHECK_IN')
    expect(await hotel.work()).toMatchObject({ state: 'PENDING', waitingFor: 'LOCKED' })
    hotel.vendor.desk.unlock(hotel.booking.externalId)
    await hotel.elapse(60_000)
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED' })
  })

  it('because the PMS wants it to be read again is tried at once, then after a pause', async () => {
    const send: WriteAction['send'] = async (_, changes) =>
      new Map(changes.map(({ id }) => [id, { kind: 'AGAIN', waitFor: null }]))
    const adapter = {
      ...mock,
      write: { ...write, BOOKING_CHECK_IN: { ...(write.BOOKING_CHECK_IN as WriteAction), send } },
    }
    await using hotel = await createChangeHotel(database, { parts: { adapters: () => adapter } })
    await hotel.request('BOOKING_CHECK_IN')
    expect(await hotel.work()).toMatchObject({ state: 'PENDING', waitingFor: 'PMS_DOWN', attempts: 2 })
  })

  it('because the guest has left meanwhile is overtaken', async () => {
    await using hotel = await createChangeHotel(database)
    await hotel.request('BOOKING_CHECK_IN')
    hotel.vendor.data.change('bookings', hotel.booking.externalId, { status: 'CHECKED_OUT' })
    expect(await hotel.work()).toMatchObject({ state: 'REJECTED', errorCode: 'OVERTAKEN' })
  })

  it('because it is gone says so', async () => {
    await using hotel = await createChangeHotel(database)
    await hotel.request('BOOKING_CHECK_IN')
    const index = hotel.vendor.data
      .facts('bookings')
      .findIndex(({ externalId }) => externalId === hotel.booking.externalId)
    hotel.vendor.data.remove('bookings', index)
    expect(await hotel.work()).toMatchObject({ state: 'REJECTED', errorCode: 'TARGET_GONE' })
  })
})

describe('bad input', () => {
  it.each([
    [
      'a stay without a word on its price',
      'BOOKING_CHANGE',
      { checkOut: '2099-01-01' },
      {},
      'BAD_USER_INPUT',
      'pricing',
    ],
    ['a field that there is not', 'BOOKING_CHANGE', { totalAmountCents: 1 }, {}, 'BAD_USER_INPUT', 'totalAmountCents'],
    ['a day that is none', 'BOOKING_CHANGE', { checkOut: '2026-02-30' }, keep, 'BAD_USER_INPUT', 'checkOut'],
    [
      'a departure before the arrival',
      'BOOKING_CHANGE',
      { checkOut: '2001-01-01' },
      keep,
      'BAD_USER_INPUT',
      'checkOut',
    ],
    ['nothing', 'BOOKING_CHANGE', {}, {}, 'BAD_USER_INPUT', 'values'],
    ['a million characters', 'BOOKING_NOTE', { note: 'x'.repeat(1_000_000) }, {}, 'BAD_USER_INPUT', 'note'],
    ['a status that does not follow', 'BOOKING_CHECK_OUT', {}, {}, 'TRANSITION_REFUSED', undefined],
    [
      'an option that it has not',
      'BOOKING_CHECK_IN',
      {},
      { options: { chargeFee: true } },
      'UNSUPPORTED_CAPABILITY',
      'chargeFee',
    ],
    [
      'another belief',
      'BOOKING_CHECK_IN',
      {},
      { expected: { status: 'CHECKED_IN' } },
      'STALE_EXPECTED',
      'expected.status',
    ],
    [
      'a booking that there is not',
      'BOOKING_CHECK_IN',
      {},
      { entityId: '019ad5f0-0000-7000-8000-000000000000' },
      'NOT_FOUND',
      'id',
    ],
  ] as const)('%s is refused, and nothing recorded', async (_, action, values, more, code, field) => {
    await using hotel = await createChangeHotel(database)
    await expect(hotel.request(action, values as never, more as never)).rejects.toMatchObject({
      code,
      ...(field && { field }),
    })
    expect(await database.query('SELECT 1 FROM pms_change WHERE hotel_id = $1', [hotel.hotelId])).toEqual([])
  })

  it('nothing is changed while writing is switched off, and what waits is held', async () => {
    await using hotel = await createChangeHotel(database)
    const change = await hotel.request('BOOKING_CHECK_IN')
    await database.query('UPDATE pms_configuration SET write_enabled = false WHERE hotel_id = $1', [hotel.hotelId])
    await expect(hotel.request('BOOKING_CANCEL')).rejects.toMatchObject({ code: 'WRITES_DISABLED' })
    expect(await hotel.work()).toBeNull()
    await hotel.services.changes.sweep()
    expect(await hotel.change(change.id)).toMatchObject({ state: 'PENDING', waitingFor: 'WRITES_OFF' })
  })
})

it('says in the audit who did what to which groups, and never to what', async () => {
  await using hotel = await createChangeHotel(database)
  await hotel.request('BOOKING_NOTE', { note: 'Allergic to PEANUTS' })
  await hotel.work()
  const entries = await hotel.audit()
  expect(entries.slice(-2)).toMatchObject([
    { actor: 'tester', action: 'change.requested', details: { action: 'BOOKING_NOTE', groups: ['NOTE'] } },
    { actor: 'service', action: 'change.ended', details: { state: 'APPLIED' } },
  ])
  expect(JSON.stringify(entries)).not.toMatch(/PEANUTS/i)
})
