import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { versionOf } from '../../../src/changes/conflicts/resolve.ts'
import type { ChangeSet } from '../../../src/entities/change-set.ts'
import { removeHotel } from '../../../src/hotels/remove-hotel.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { mock } from '../../../src/providers/mock/index.ts'
import type { ChangeHotelOptions } from '../../kit/change-hotel.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { createSetHotel, type SetHotel, type SetWish } from '../../kit/set-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const CONFIRMED = `status = 'CONFIRMED'`
const WISH: SetWish = { action: 'BOOKING_CHANGE', values: { adults: 7 } }

/** A hotel with a set of so many bookings that has been looked at. */
async function previewed(count: number, wish: Partial<SetWish> = {}, options: ChangeHotelOptions = {}) {
  const hotel = await createSetHotel(database, options)
  const ids = (await hotel.ids(CONFIRMED)).slice(0, count)
  expect(ids).toHaveLength(count)
  const set = await hotel.look(await hotel.create({ ...WISH, ids, ...wish }))
  return { hotel, set, [Symbol.asyncDispose]: () => hotel[Symbol.asyncDispose]() }
}

const word = (hotel: SetHotel, { id }: ChangeSet) => ({ hotelId: hotel.hotelId, id, actor: 'tester' })
const setsOf = (hotel: SetHotel) => hotel.services.changes.sets
const audited = async (hotel: SetHotel) =>
  (await hotel.audit()).filter(({ action }) => String(action).startsWith('change'))
const effectsOf = (hotel: SetHotel) => hotel.vendor.desk.effects.map(({ externalId }) => externalId)
/** Booking of a line. */
async function idAt(hotel: SetHotel, set: ChangeSet, line: number) {
  const change = await hotel.change((await hotel.items(set))[line - 1]?.changeId ?? '')
  return change.externalId
}

describe('a set that runs', () => {
  it('sends the first few alone, then the rest, and comes to what its preview said', async () => {
    await using world = await previewed(9)
    const { hotel, set } = world
    await hotel.run(set)
    const [hand] = [await hotel.claim()]
    expect(hand).toHaveLength(5)
    expect(await hotel.claim()).toEqual([])
    await hotel.own.changes.workAll(hand)
    expect(await hotel.send()).toEqual([4])
    expect(await hotel.set(set.id)).toMatchObject({
      state: 'DONE',
      startedAt: expect.any(Date),
      endedAt: expect.any(Date),
    })
    expect(await hotel.counts(set)).toMatchObject({ total: 9, toSend: 9, done: 9, waiting: 0, failed: 0, notTried: 0 })
    expect(effectsOf(hotel)).toHaveLength(9)
    const lines = await Promise.all(Array.from({ length: 9 }, (_, at) => idAt(hotel, set, at + 1)))
    expect(effectsOf(hotel)).toEqual(lines)
    expect(await audited(hotel)).toMatchObject([
      { action: 'change-set.created', actor: 'tester' },
      { action: 'change-set.run', actor: 'tester', details: { changeSetId: set.id, total: 9 } },
      { action: 'change-set.ended', actor: 'service', details: { done: 9, total: 9 } },
    ])
    expect(JSON.stringify(await audited(hotel))).not.toContain('adults')
  })

  it('of which nothing has to be sent is over at once', async () => {
    await using world = await previewed(2, { values: { adults: 2 } })
    const { hotel } = world
    const ids = (await hotel.ids(CONFIRMED)).slice(0, 2)
    const rows = await database.query<{ adults: number; externalId: string }>(
      'SELECT adults, external_id AS "externalId" FROM pms_booking WHERE id = ANY ($1)',
      [ids],
    )
    for (const { externalId } of rows) hotel.vendor.data.change('bookings', externalId, { adults: 2 })
    const set = await hotel.look(await setsOf(hotel).preview(word(hotel, world.set)))
    expect(await hotel.run(set)).toMatchObject({ state: 'DONE' })
    expect(hotel.vendor.desk.effects).toEqual([])
  })

  it('sends nothing to what the PMS has moved since it was shown', async () => {
    await using world = await previewed(4, { canary: 0, stopPercent: 100 })
    const { hotel, set } = world
    const moved = await idAt(hotel, set, 2)
    hotel.vendor.data.change('bookings', moved, { adults: 9 })
    await hotel.run(set)
    await hotel.send()
    expect(await hotel.set(set.id)).toMatchObject({ state: 'PARTIAL' })
    expect(await hotel.items(set)).toMatchObject([
      { result: 'DONE' },
      { result: 'FAILED', state: 'CONFLICT', outcome: 'SEND' },
      { result: 'DONE' },
      { result: 'DONE' },
    ])
    expect(effectsOf(hotel)).not.toContain(moved)
  })

  it('compares with what its preview saw, not with what was stored before', async () => {
    await using hotel = await createSetHotel(database)
    const [row] = await database.query<{ id: string; externalId: string; adults: number; checkOut: string }>(
      `SELECT id, external_id AS "externalId", adults, check_out AS "checkOut" FROM pms_booking
       WHERE hotel_id = $1 AND ${CONFIRMED} LIMIT 1`,
      [hotel.hotelId],
    )
    const { id = '', externalId = '', adults = 0, checkOut = '' } = row ?? {}
    const values = { adults: adults + 3, checkOut: `${Number(checkOut.slice(0, 4)) + 1}${checkOut.slice(4)}` }
    const more = { options: { pricing: 'KEEP' }, canary: 0, stopPercent: 100 }
    const set = await hotel.create({ action: 'BOOKING_CHANGE', values, ids: [id], ...more })
    // As many as are wanted were there already when it was shown, and the desk has taken that back since.
    hotel.vendor.data.change('bookings', externalId, { adults: adults + 3 })
    const shown = await hotel.look(set)
    expect(await hotel.items(shown)).toMatchObject([{ outcome: 'SEND' }])
    hotel.vendor.data.change('bookings', externalId, { adults })
    await hotel.run(shown)
    await hotel.send()
    expect(await hotel.items(set)).toMatchObject([{ state: 'CONFLICT', result: 'FAILED' }])
    expect(hotel.vendor.desk.effects).toEqual([])
  })

  it('leaves a thing to a single change that was asked for first', async () => {
    await using world = await previewed(3, { canary: 0, stopPercent: 100 })
    const { hotel, set } = world
    const [item] = await hotel.items(set)
    const single = await hotel.request('BOOKING_NOTE', { note: 'Sea view' }, { entityId: item?.entityId ?? '' })
    await hotel.run(set)
    expect(await hotel.send()).toEqual([2])
    expect(await hotel.change(single.id)).toMatchObject({ state: 'PENDING' })
    const claimed = await hotel.services.changes.claim(single.id)
    expect(claimed && (await hotel.services.changes.work(claimed))).toMatchObject({ state: 'APPLIED' })
    expect(await hotel.send()).toEqual([1])
    expect(await hotel.set(set.id)).toMatchObject({ state: 'DONE' })
  })
})

it('takes half of what the PMS allows, so that a single change goes at once', async () => {
  // Two syncs and the look of the preview are counted as well.
  const limits = { ...mock.limits, rate: { requests: 10, perMs: 60_000 } }
  const adapter = { ...mock, limits }
  const parts = { adapters: () => adapter, listProviders: () => [adapter] }
  await using world = await previewed(9, { canary: 1, stopPercent: 100 }, { parts })
  const { hotel, set } = world
  await hotel.run(set)
  expect(await hotel.send()).toEqual([1, 8])
  expect(await hotel.counts(set)).toMatchObject({ done: 1, waiting: 8 })
  expect(await hotel.items(set)).toMatchObject([{ state: 'APPLIED' }, { state: 'PENDING' }, ...Array(7).fill({})])
  const waiting = await hotel.change((await hotel.items(set))[1]?.changeId ?? '')
  expect(waiting).toMatchObject({ waitingFor: 'RATE', sendings: 0 })
  const [other = ''] = (await hotel.ids(CONFIRMED)).slice(9)
  const single = await hotel.request('BOOKING_CANCEL', {}, { entityId: other })
  const claimed = await hotel.services.changes.claim(single.id)
  expect(claimed && (await hotel.services.changes.work(claimed))).toMatchObject({ state: 'APPLIED' })
})

describe('too much of a set is refused', () => {
  it('among the first few: nothing else is tried, and each is named', async () => {
    await using world = await previewed(9)
    const { hotel, set } = world
    hotel.vendor.data.change('bookings', await idAt(hotel, set, 3), { status: 'CHECKED_OUT' })
    await hotel.run(set)
    await hotel.send()
    const stopped = await hotel.set(set.id)
    expect(stopped).toMatchObject({
      state: 'STOPPED',
      errorCode: 'TOO_MANY_REFUSED',
      error: expect.stringMatching(/5 %/),
    })
    expect(await hotel.counts(set)).toMatchObject({ done: 4, failed: 1, notTried: 4, waiting: 0 })
    expect((await hotel.items(set)).map(({ result }) => result)).toEqual([
      ...['DONE', 'DONE', 'FAILED', 'DONE', 'DONE', 'NOT_TRIED', 'NOT_TRIED', 'NOT_TRIED', 'NOT_TRIED'],
    ])
    expect(effectsOf(hotel)).toHaveLength(4)
    expect((await audited(hotel)).at(-1)).toMatchObject({
      ...{ action: 'change-set.stopped', actor: 'service', details: { errorCode: 'TOO_MANY_REFUSED' } },
    })
  })

  it.each([
    [20, 'PARTIAL'],
    [19, 'STOPPED'],
  ])('is what the caller says (%i %%)', async (stopPercent, state) => {
    await using world = await previewed(9, { stopPercent })
    const { hotel, set } = world
    hotel.vendor.data.change('bookings', await idAt(hotel, set, 3), { status: 'CHECKED_OUT' })
    await hotel.run(set)
    await hotel.send()
    expect(await hotel.set(set.id)).toMatchObject({ state })
  })
})

describe('a person', () => {
  it('can only run what was shown, for an hour, and twice is once', async () => {
    await using world = await previewed(6)
    const { hotel, set } = world
    const sets = setsOf(hotel)
    const run = (previewHash: string) => sets.run({ ...word(hotel, set), previewHash })
    await expect(run('another')).rejects.toMatchObject({ code: 'PREVIEW_OUTDATED', field: 'previewHash' })
    const age = (minutes: number) =>
      database.query(`UPDATE pms_change_set SET previewed_at = now() - $2 * interval '1 min' WHERE id = $1`, [
        ...[set.id, minutes],
      ])
    await age(61)
    await expect(run(set.previewHash ?? '')).rejects.toMatchObject({ code: 'PREVIEW_OUTDATED' })
    expect(await hotel.set(set.id)).toMatchObject({ state: 'PREVIEWED', startedAt: null })
    await age(59)
    expect(await Promise.all([run(set.previewHash ?? ''), run(set.previewHash ?? '')])).toMatchObject([
      { state: 'RUNNING' },
      { state: 'RUNNING' },
    ])
    expect((await audited(hotel)).filter(({ action }) => action === 'change-set.run')).toHaveLength(1)
    expect(await hotel.claim()).toHaveLength(5)
  })

  it('cannot run a second one of a connection, nor what is still looked at or over', async () => {
    await using world = await previewed(2)
    const { hotel, set } = world
    const other = await hotel.create({ ...WISH, ids: (await hotel.ids(CONFIRMED)).slice(2, 4) })
    await expect(hotel.run({ ...other, previewHash: 'h' })).rejects.toMatchObject({ code: 'CHANGE_SET_STATE' })
    const shown = await hotel.look(other)
    await hotel.run(set)
    await expect(hotel.run(shown)).rejects.toMatchObject({ code: 'CHANGE_SET_STATE', details: { changeSetId: set.id } })
    await setsOf(hotel).pause(word(hotel, set))
    await expect(hotel.run(shown)).rejects.toMatchObject({ code: 'CHANGE_SET_STATE' })
    await setsOf(hotel).cancel(word(hotel, set))
    await expect(hotel.run(set)).rejects.toMatchObject({ code: 'CHANGE_SET_STATE' })
    expect(await hotel.run(shown)).toMatchObject({ state: 'RUNNING' })
  })

  it('pauses, and what was not sent is nobody’s wish until it is resumed', async () => {
    await using world = await previewed(9)
    const { hotel, set } = world
    await hotel.run(set)
    const hand = await hotel.claim()
    await setsOf(hotel).pause(word(hotel, set))
    // The worker that had them in hand sends nothing.
    await hotel.own.changes.workAll(hand)
    expect(await hotel.claim()).toEqual([])
    expect(hotel.vendor.desk.effects).toEqual([])
    expect((await hotel.items(set)).map(({ state, result }) => `${state} ${result}`)).toEqual(
      Array(9).fill('DRAFT WAITING'),
    )
    const single = await hotel.request(
      'BOOKING_NOTE',
      { note: 'Late' },
      { entityId: (await hotel.items(set))[0]?.entityId ?? '' },
    )
    expect(single).toMatchObject({ waitingFor: null })
    await setsOf(hotel).resume(word(hotel, set))
    const claimed = await hotel.services.changes.claim(single.id)
    if (claimed !== null) await hotel.services.changes.work(claimed)
    await hotel.send()
    expect(await hotel.set(set.id)).toMatchObject({ state: 'DONE' })
    expect(effectsOf(hotel)).toHaveLength(10)
  })

  it('cancels, and what is on its way ends by itself', async () => {
    await using world = await previewed(9, { canary: 2 })
    const { hotel, set } = world
    await hotel.run(set)
    hotel.vendor.setFaults({ write: { loseAfter: 1 } })
    await hotel.own.changes.workAll(await hotel.claim())
    const cancelled = await setsOf(hotel).cancel(word(hotel, set))
    expect(cancelled).toMatchObject({ state: 'STOPPED', errorCode: null, endedAt: expect.any(Date) })
    expect(await hotel.counts(set)).toMatchObject({ waiting: 2, notTried: 7, done: 0 })
    hotel.vendor.setFaults({})
    await hotel.elapse(10_000)
    await hotel.send()
    expect(await hotel.counts(set)).toMatchObject({ waiting: 0, notTried: 7, done: 2 })
    expect(effectsOf(hotel)).toHaveLength(2)
    await expect(setsOf(hotel).resume(word(hotel, set))).rejects.toMatchObject({ code: 'CHANGE_SET_STATE' })
  })

  it('cancels, and what turns out not to have been done is not sent again', async () => {
    await using world = await previewed(3, { canary: 0 })
    const { hotel, set } = world
    await hotel.run(set)
    hotel.vendor.setFaults({ write: { loseBefore: 1 } })
    await hotel.own.changes.workAll(await hotel.claim())
    await setsOf(hotel).cancel(word(hotel, set))
    hotel.vendor.setFaults({})
    await hotel.elapse(10_000)
    await hotel.send()
    await hotel.own.changes.sweep()
    expect(await hotel.send()).toEqual([])
    expect(await hotel.counts(set)).toMatchObject({ waiting: 0, failed: 3 })
    expect(hotel.vendor.desk.effects).toEqual([])
  })

  it('decides a conflict of a set that is over, and that alone is sent', async () => {
    await using world = await previewed(3, { canary: 0, stopPercent: 100 })
    const { hotel, set } = world
    hotel.vendor.data.change('bookings', await idAt(hotel, set, 2), { adults: 9 })
    await hotel.run(set)
    await hotel.send()
    const change = await hotel.change((await hotel.items(set))[1]?.changeId ?? '')
    expect(change).toMatchObject({ state: 'CONFLICT' })
    const decision = { version: versionOf(change), choice: 'OURS', actor: 'tester' } as const
    await hotel.services.changes.resolve({ ...decision, hotelId: hotel.hotelId, changeId: change.id })
    expect(await hotel.send()).toEqual([1])
    expect(await hotel.change(change.id)).toMatchObject({ state: 'APPLIED' })
    expect(await hotel.set(set.id)).toMatchObject({ state: 'PARTIAL' })
    expect(await hotel.counts(set)).toMatchObject({ done: 3, failed: 0 })
  })
})

describe('the hotel', () => {
  it.each([
    ['enabled = false', 'CONFIGURATION_DISABLED', 'PAUSED'],
    ['write_enabled = false', 'WRITES_DISABLED', 'WRITES_OFF'],
  ])('says %s: its set pauses with the reason, and goes on when a person says so', async (what, code, waitingFor) => {
    await using world = await previewed(9)
    const { hotel, set } = world
    await hotel.run(set)
    const configure = (assignment: string) =>
      database.query(`UPDATE pms_configuration SET ${assignment} WHERE hotel_id = $1`, [hotel.hotelId])
    await configure(what)
    await setsOf(hotel).advance(word(hotel, set))
    expect(await hotel.set(set.id)).toMatchObject({ state: 'PAUSED', waitingFor, errorCode: code })
    await expect(setsOf(hotel).resume(word(hotel, set))).rejects.toMatchObject({ code })
    await configure(what.replace('false', 'true'))
    await setsOf(hotel).advance(word(hotel, set))
    expect(await hotel.claim()).toEqual([])
    expect(await setsOf(hotel).resume(word(hotel, set))).toMatchObject({ state: 'RUNNING', errorCode: null })
    await hotel.send()
    expect(await hotel.set(set.id)).toMatchObject({ state: 'DONE' })
  })

  it('insists by default: an item that was not shown so is a person’s all the same', async () => {
    await using world = await previewed(2, { canary: 0, stopPercent: 100 })
    const { hotel, set } = world
    const conflictDefaults = { PARTY: 'OURS' } as const
    await hotel.services.configurations.upsert({ hotelId: hotel.hotelId, provider: 'mock', conflictDefaults })
    hotel.vendor.data.change('bookings', await idAt(hotel, set, 1), { adults: 9 })
    await hotel.run(set)
    await hotel.send()
    expect(await hotel.items(set)).toMatchObject([{ state: 'CONFLICT', result: 'FAILED' }, { state: 'APPLIED' }])
    expect(effectsOf(hotel)).toHaveLength(1)
  })

  it('is removed: nothing more of its set is sent', async () => {
    await using world = await previewed(9)
    const { hotel, set } = world
    await hotel.run(set)
    const hand = await hotel.claim()
    const [{ slug } = { slug: '' }] = await database.query<{ slug: string }>(
      'SELECT slug FROM pms_hotel WHERE id = $1',
      [hotel.hotelId],
    )
    await removeHotel(database.within('*'), { hotelId: hotel.hotelId, confirmation: slug, removedBy: 'tester' })
    await hotel.own.changes.workAll(hand)
    await setsOf(hotel).advance(word(hotel, set))
    expect(await hotel.send()).toEqual([])
    expect(hotel.vendor.desk.effects).toEqual([])
    for (const table of ['pms_change', 'pms_change_set', 'pms_change_set_item'])
      expect(await database.query(`SELECT 1 FROM ${table} WHERE hotel_id = $1`, [hotel.hotelId])).toEqual([])
  })

  it('is connected to another account: its set ends, and nothing of it goes there', async () => {
    await using world = await previewed(9)
    await using other = await createSetHotel(database)
    const { hotel, set } = world
    await hotel.run(set)
    const hand = await hotel.claim()
    const { credentials, settings } = other.vendor
    await hotel.services.configurations.upsert({ hotelId: hotel.hotelId, provider: 'mock', credentials, settings })
    await hotel.own.changes.workAll(hand)
    expect(await hotel.send()).toEqual([])
    expect(await hotel.set(set.id)).toMatchObject({ state: 'STOPPED', errorCode: 'ACCOUNT_CHANGED' })
    expect(await hotel.counts(set)).toMatchObject({ waiting: 0, notTried: 9 })
    expect([hotel.vendor.desk.effects, other.vendor.desk.effects]).toEqual([[], []])
  })
})

describe('a set is taken back', () => {
  it('by another one, of what was applied alone', async () => {
    await using world = await previewed(6, { canary: 0, stopPercent: 100 })
    const { hotel, set } = world
    const before = await hotel.items(set)
    hotel.vendor.data.change('bookings', await idAt(hotel, set, 2), { adults: 9 })
    await hotel.run(set)
    await hotel.send()
    const undo = await setsOf(hotel).undo(word(hotel, set))
    expect(undo).toMatchObject({ state: 'DRAFT', source: 'UNDO', undoOf: set.id, total: 5, action: 'BOOKING_CHANGE' })
    const shown = await hotel.look(undo)
    expect(await hotel.counts(shown)).toMatchObject({ toSend: 5 })
    await hotel.run(shown)
    await hotel.send()
    expect(await hotel.set(undo.id)).toMatchObject({ state: 'DONE' })
    const adults = await database.query<{ id: string; adults: number }>(
      'SELECT id, adults FROM pms_booking WHERE hotel_id = $1',
      [hotel.hotelId],
    )
    for (const [at, { entityId, base }] of before.entries()) {
      if (at === 1) continue
      expect(adults.find(({ id }) => id === entityId)?.adults).toBe(base?.adults)
    }
    const items = await hotel.items(undo)
    const [first] = await Promise.all(items.map(({ changeId }) => hotel.change(changeId ?? '')))
    expect(first?.undoOf).toBe(before[0]?.changeId)
  })

  it('as far as it can be: what is too long ago says so, and what has no way back is refused whole', async () => {
    await using world = await previewed(3, { canary: 0 })
    const { hotel, set } = world
    await expect(setsOf(hotel).undo(word(hotel, set))).rejects.toMatchObject({ code: 'CHANGE_SET_STATE' })
    await hotel.run(set)
    await hotel.send()
    await database.query(`UPDATE pms_change SET ended_at = now() - interval '31 days' WHERE id = $1`, [
      (await hotel.items(set))[1]?.changeId,
    ])
    const undo = await setsOf(hotel).undo(word(hotel, set))
    expect(await hotel.items(undo)).toMatchObject([
      { outcome: null },
      { outcome: 'REFUSED', errorCode: 'CHANGE_NOT_OPEN', changeId: null },
      { outcome: null },
    ])
    const done = await hotel.look(
      await hotel.create({
        action: 'BOOKING_NOTE',
        values: { note: 'x' },
        ids: (await hotel.ids(CONFIRMED)).slice(0, 2),
        canary: 0,
      }),
    )
    await setsOf(hotel).cancel(word(hotel, undo))
    await hotel.run(done)
    await hotel.send()
    await expect(setsOf(hotel).undo(word(hotel, done))).rejects.toMatchObject({ code: 'CHANGE_SET_STATE' })
  })
})
