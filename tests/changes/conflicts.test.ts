import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { versionOf } from '../../src/changes/conflicts/resolve.ts'
import { describeConflict } from '../../src/changes/conflicts/words.ts'
import type { Change } from '../../src/entities/change.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { type ChangeHotel, createChangeHotel } from '../kit/change-hotel.ts'
import { openTestDatabase } from '../kit/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const keep = { options: { pricing: 'KEEP' } }
const moveAtPms = ({ vendor, booking }: ChangeHotel, fields: object) =>
  vendor.data.change('bookings', booking.externalId, fields)
const actor = 'ada'

/** A departure that was moved by one day here, and by three at the PMS. */
async function contested() {
  const hotel = await createChangeHotel(database)
  const [ours, theirs] = [1, 3].map((days) => ({ checkOut: dayAfter(hotel.booking.checkOut, days) })) as [
    { checkOut: string },
    { checkOut: string },
  ]
  await hotel.request('BOOKING_CHANGE', ours, keep)
  moveAtPms(hotel, theirs)
  const change = (await hotel.work()) as Change
  expect(change).toMatchObject({ state: 'CONFLICT', contested: ['STAY'], theirs })
  const { hotelId } = hotel
  const decide = (choice: 'OURS' | 'THEIRS' | 'CUSTOM', more: object = {}) =>
    hotel.services.changes.resolve({
      ...{ hotelId, changeId: change.id, version: versionOf(change), choice, actor },
      ...more,
    })
  return { hotel, change, ours, theirs, decide, [Symbol.asyncDispose]: () => hotel[Symbol.asyncDispose]() }
}

describe('a person decides a conflict', () => {
  it('for ours: it is sent over what the PMS has', async () => {
    await using told = await contested()
    expect(await told.decide('OURS')).toMatchObject({ state: 'PENDING', resolution: 'OURS' })
    expect(await told.hotel.work()).toMatchObject({ state: 'APPLIED' })
    expect(told.hotel.theirs()).toMatchObject(told.ours)
    expect((await told.hotel.audit()).map(({ action }) => action)).toContain('change.resolved')
  })

  it('for theirs: nothing is sent', async () => {
    await using told = await contested()
    expect(await told.decide('THEIRS')).toMatchObject({ state: 'CANCELLED', resolution: 'THEIRS' })
    expect(await told.hotel.work()).toBeNull()
    expect(told.hotel.theirs()).toMatchObject(told.theirs)
  })

  it('for something else: that is sent, and nothing beside what it is about', async () => {
    await using told = await contested()
    const checkOut = dayAfter(told.hotel.booking.checkOut, 2)
    await expect(told.decide('CUSTOM', { values: { adults: 4 } })).rejects.toMatchObject({ field: 'values' })
    await expect(told.decide('CUSTOM', { values: { checkOut: '2001-01-01' } })).rejects.toMatchObject({
      field: 'checkOut',
    })
    await told.decide('CUSTOM', { values: { checkOut } })
    expect(await told.hotel.work()).toMatchObject({ state: 'APPLIED', resolution: 'CUSTOM' })
    expect(told.hotel.theirs()).toMatchObject({ checkOut })
  })

  it('of which the PMS has something else by now: is refused, and asked again when it moves after that', async () => {
    await using told = await contested()
    const later = { checkOut: dayAfter(told.hotel.booking.checkOut, 5) }
    moveAtPms(told.hotel, later)
    await told.hotel.sync(['BOOKING'])
    await told.hotel.services.changes.sweep()
    const shown = await told.hotel.change(told.change.id)
    expect(shown).toMatchObject({ state: 'CONFLICT', theirs: later })
    await expect(told.decide('OURS')).rejects.toMatchObject({ code: 'PREVIEW_OUTDATED' })
    await told.decide('OURS', { version: versionOf(shown) })
    moveAtPms(told.hotel, { checkOut: dayAfter(told.hotel.booking.checkOut, 6) })
    expect(await told.hotel.work()).toMatchObject({ state: 'CONFLICT', sendings: 0 })
  })

  it('once: the second one is told that it is decided', async () => {
    await using told = await contested()
    await told.decide('THEIRS')
    await expect(told.decide('OURS')).rejects.toMatchObject({ code: 'CHANGE_NOT_OPEN' })
  })
})

/** The change after a sweep; one of another test may have it at hand. */
async function swept({ hotel, change }: { hotel: ChangeHotel; change: Change }): Promise<Change> {
  for (;;) {
    await hotel.services.changes.sweep()
    const now = await hotel.change(change.id)
    if (now.state !== 'CONFLICT') return now
  }
}

describe('a conflict ends by itself', () => {
  it.each([
    ['when the PMS comes to what was wanted', 1, 'APPLIED'],
    ['when the PMS goes back to what was there', 0, 'PENDING'],
  ] as const)('%s', async (_, days, state) => {
    await using told = await contested()
    moveAtPms(told.hotel, { checkOut: dayAfter(told.hotel.booking.checkOut, days) })
    await told.hotel.sync(['BOOKING'])
    expect(await swept(told)).toMatchObject({ state, resolution: 'SAME' })
  })

  it('when the booking is gone', async () => {
    await using told = await contested()
    const { facts, remove } = told.hotel.vendor.data
    const at = facts('bookings').findIndex(({ externalId }) => externalId === told.change.externalId)
    remove('bookings', at)
    const run = { hotelId: told.hotel.hotelId, provider: 'mock', entityType: 'BOOKING', trigger: 'MANUAL' } as const
    const { id } = await told.hotel.services.engine.request({ ...run, full: true })
    await told.hotel.services.engine.run(id)
    expect(await swept(told)).toMatchObject({ state: 'CANCELLED', errorCode: 'TARGET_GONE' })
  })

  it('and not when a poll brings what is known already', async () => {
    await using told = await contested()
    await told.hotel.sync(['BOOKING'])
    await told.hotel.services.changes.sweep()
    const after = await told.hotel.change(told.change.id)
    expect(after).toMatchObject({ state: 'CONFLICT', conflictAt: told.change.conflictAt })
    expect(versionOf(after)).toBe(versionOf(told.change))
  })
})

describe('a default of the hotel', () => {
  it.each([
    ['OURS', 'APPLIED', 1],
    ['THEIRS', 'CANCELLED', 0],
  ] as const)('for %s decides, once', async (choice, state, sendings) => {
    await using hotel = await createChangeHotel(database)
    const { hotelId, services, booking } = hotel
    const key = { hotelId, provider: 'mock' }
    await services.configurations.upsert({ ...key, conflictDefaults: { STAY: choice } })
    await hotel.request('BOOKING_CHANGE', { checkOut: dayAfter(booking.checkOut, 1) }, keep)
    moveAtPms(hotel, { checkOut: dayAfter(booking.checkOut, 3) })
    expect(await hotel.work()).toMatchObject({ state, sendings, resolution: choice })
    expect(await services.changes.tryDefaults(key, { STAY: 'THEIRS' })).toMatchObject({
      ...{ conflicts: 1, theirs: 1, asked: 0, otherwise: choice === 'OURS' ? 1 : 0 },
    })
    expect(await services.changes.tryDefaults(key, {})).toMatchObject({ conflicts: 1, asked: 1, otherwise: 0 })
  })
})

it('is told in words, with what hangs on it', async () => {
  await using told = await contested()
  const range = { after: null, before: null, limit: 10, isBackward: false, filter: {} }
  const [conflict, ...others] = await told.hotel.services.changes.conflicts(told.hotel.hotelId, range)
  if (conflict === undefined || others.length > 0) throw new Error('There is to be one conflict')
  const day = (text: string) =>
    new Date(text).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const says = describeConflict(conflict, conflict.change, 'tester')
  expect(says).toContain(`You moved departure to ${day(told.ours.checkOut)} at `)
  expect(says).toContain(`The PMS had ${day(told.hotel.booking.checkOut)} then and has ${day(told.theirs.checkOut)}`)
  expect(says).toContain(`Yours would give up 2 nights in room ${told.hotel.booking.roomNumber}.`)
  const masked = { base: null, wanted: null, theirs: null }
  expect(describeConflict(conflict, masked, null)).not.toContain(day(told.ours.checkOut))
})

describe('a change that was applied', () => {
  it('is taken back by a new one, and says so in the history', async () => {
    await using hotel = await createChangeHotel(database)
    const { hotelId, services, booking } = hotel
    await hotel.request('BOOKING_CHANGE', { checkOut: dayAfter(booking.checkOut, 1) }, keep)
    const applied = (await hotel.work()) as Change
    const undo = { hotelId, changeId: applied.id, requestedBy: actor, ...keep }
    await services.changes.request(await services.changes.undoOf(undo))
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED', undoOf: applied.id, requestedBy: actor })
    expect(hotel.theirs()).toMatchObject({ checkOut: booking.checkOut })
  })

  it('is not taken back once the PMS shows something else', async () => {
    await using hotel = await createChangeHotel(database)
    const { hotelId, services, booking } = hotel
    await hotel.request('BOOKING_CHANGE', { checkOut: dayAfter(booking.checkOut, 1) }, keep)
    const applied = (await hotel.work()) as Change
    moveAtPms(hotel, { checkOut: dayAfter(booking.checkOut, 4) })
    await hotel.sync(['BOOKING'])
    const undo = { hotelId, changeId: applied.id, requestedBy: actor, ...keep }
    await expect(services.changes.request(await services.changes.undoOf(undo))).rejects.toMatchObject({
      code: 'STALE_EXPECTED',
    })
  })
})
