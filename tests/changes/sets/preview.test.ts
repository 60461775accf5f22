import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/platform/database/database.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { createSetHotel } from '../../kit/set-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const CONFIRMED = `status = 'CONFIRMED'`
const SET = { action: 'BOOKING_CHANGE', values: { adults: 3 } } as const

describe('a set', () => {
  it('is made of what can become a change, and of what cannot', async () => {
    await using hotel = await createSetHotel(database)
    await using neighbour = await createSetHotel(database)
    const [one = '', other = ''] = await hotel.ids(CONFIRMED)
    const [foreign = ''] = await neighbour.ids(CONFIRMED)
    const set = await hotel.create({ ...SET, ids: [one, foreign, 'no id', other, one.toUpperCase(), randomUUID()] })
    expect(set).toMatchObject({ state: 'DRAFT', total: 6, canary: 5, stopPercent: 5, source: 'SELECTION' })
    expect(await hotel.items(set)).toMatchObject([
      { line: 1, state: 'DRAFT', entityId: one, outcome: null, wanted: { adults: 3 } },
      { line: 2, changeId: null, given: foreign, outcome: 'REFUSED', errorCode: 'NOT_FOUND', field: 'id' },
      { line: 3, changeId: null, given: 'no id', outcome: 'REFUSED', errorCode: 'NOT_FOUND', field: 'id' },
      { line: 4, state: 'DRAFT', entityId: other },
      { line: 5, changeId: null, outcome: 'REFUSED', errorCode: 'BAD_USER_INPUT', field: 'id' },
      { line: 6, changeId: null, outcome: 'REFUSED', errorCode: 'NOT_FOUND', field: 'id' },
    ])
    const [created] = await hotel
      .audit()
      .then((entries) => entries.filter(({ action }) => action === 'change-set.created'))
    expect(created).toMatchObject({ actor: 'tester', details: { changeSetId: set.id, total: 6 } })
    expect(JSON.stringify(created)).not.toContain('adults')
  })

  it('says what would become of each, by the rules by which single changes are sent', async () => {
    await using hotel = await createSetHotel(database)
    const ids = await hotel.ids(CONFIRMED)
    const [send = '', isSo = '', conflict = '', gone = ''] = ids
    const externalIds = new Map(
      (
        await database.query<{ id: string; externalId: string }>(
          'SELECT id, external_id AS "externalId" FROM pms_booking WHERE hotel_id = $1',
          [hotel.hotelId],
        )
      ).map(({ id, externalId }) => [id, externalId]),
    )
    const at = (id: string) => String(externalIds.get(id))
    const set = await hotel.create({ ...SET, values: { adults: 7 }, ids: [send, isSo, conflict, gone] })
    hotel.vendor.data.change('bookings', at(isSo), { adults: 7 })
    hotel.vendor.data.change('bookings', at(conflict), { adults: 9 })
    const bookings = hotel.vendor.data.facts('bookings')
    hotel.vendor.data.remove(
      'bookings',
      bookings.findIndex(({ externalId }) => externalId === at(gone)),
    )
    const shown = await hotel.look(set)
    expect(shown).toMatchObject({ state: 'PREVIEWED', previewedAt: expect.any(Date) })
    expect(await hotel.items(set)).toMatchObject([
      { outcome: 'SEND', errorCode: null, theirs: expect.any(Object) },
      { outcome: 'IS_SO', theirs: { adults: 7 } },
      { outcome: 'CONFLICT', theirs: { adults: 9 } },
      { outcome: 'REFUSED', errorCode: 'TARGET_GONE', theirs: null },
    ])
    const counts = { total: 4, looked: 4, toSend: 1, isSo: 1, conflicts: 1, refused: 1, waiting: 0, done: 0 }
    expect(await hotel.counts(set)).toMatchObject(counts)
    expect(hotel.vendor.desk.effects).toEqual([])
    const anew = await hotel.services.changes.sets.preview({ hotelId: hotel.hotelId, id: set.id, actor: 'tester' })
    expect(anew).toMatchObject({ state: 'DRAFT', previewHash: null, previewedAt: null, lookedLine: 0 })
    expect(await hotel.look(anew)).toMatchObject({ previewHash: shown.previewHash })
    hotel.vendor.data.change('bookings', at(send), { adults: 8 })
    await hotel.services.changes.sets.preview({ hotelId: hotel.hotelId, id: set.id, actor: 'tester' })
    expect((await hotel.look(set)).previewHash).not.toBe(shown.previewHash)
  })

  it('says what the PMS would refuse before it is asked to', async () => {
    await using hotel = await createSetHotel(database)
    const over = await hotel.ids(`status IN ('CHECKED_OUT', 'CANCELLED')`)
    const set = await hotel.create({ ...SET, ids: over })
    await hotel.look(set)
    expect(over.length).toBeGreaterThan(0)
    for (const item of await hotel.items(set))
      expect(item).toMatchObject({ outcome: 'REFUSED', errorCode: expect.any(String), error: expect.any(String) })
  })

  it('has nothing of another PMS of the hotel', async () => {
    await using hotel = await createSetHotel(database)
    const [mine = '', elsewhere = ''] = await hotel.ids(CONFIRMED)
    await database.query(`UPDATE pms_booking SET provider = 'opera' WHERE id = $1`, [elsewhere])
    expect(await hotel.items(await hotel.create({ ...SET, ids: [mine, elsewhere] }))).toMatchObject([
      { state: 'DRAFT' },
      { changeId: null, errorCode: 'NOT_FOUND', field: 'id' },
    ])
  })

  it('is laid over nothing until it is run', async () => {
    await using hotel = await createSetHotel(database)
    const [id = ''] = await hotel.ids(CONFIRMED)
    await hotel.look(await hotel.create({ ...SET, ids: [id] }))
    expect(await hotel.work()).toBeNull()
    expect(hotel.vendor.desk.effects).toEqual([])
    const single = await hotel.request('BOOKING_CHANGE', { adults: 2 }, { entityId: id })
    expect(single.base).not.toMatchObject({ adults: 3 })
    expect(await hotel.work()).toMatchObject({ id: single.id, state: 'APPLIED' })
  })
})

describe('a preview', () => {
  it('goes on where another worker was stopped', async () => {
    await using hotel = await createSetHotel(database, { simulator: { bookings: 400 } })
    const set = await hotel.create({ ...SET, ids: await hotel.ids(CONFIRMED) })
    expect(set.total).toBeGreaterThan(60)
    const claimed = await hotel.services.changes.sets.claim(set.id)
    const stopped = await hotel.services.changes.sets.work(claimed ?? set, AbortSignal.abort(new Error('stopped')))
    expect(stopped).toMatchObject({ state: 'DRAFT' })
    const halfway = await hotel.counts(set)
    expect(halfway.looked).toBeLessThan(set.total)
    await database.query('UPDATE pms_change_set SET ready_at = now() WHERE id = $1', [set.id])
    expect(await hotel.look(set, hotel.another())).toMatchObject({ state: 'PREVIEWED' })
    expect(await hotel.counts(set)).toMatchObject({ looked: set.total })
  })

  it('of a worker that was thought lost notes nothing any more', async () => {
    await using hotel = await createSetHotel(database)
    const set = await hotel.create({ ...SET, ids: await hotel.ids(CONFIRMED) })
    const claimed = await hotel.services.changes.sets.claim(set.id)
    await database.query('UPDATE pms_change_set SET lease_expires_at = now() WHERE id = $1', [set.id])
    const shown = await hotel.look(set, hotel.another())
    expect(await hotel.services.changes.sets.work(claimed ?? set, new AbortController().signal)).toEqual(shown)
  })

  it('of a worker that was thought lost notes nothing while another one looks', async () => {
    await using hotel = await createSetHotel(database)
    const set = await hotel.create({ ...SET, ids: await hotel.ids(CONFIRMED) })
    const { sets } = hotel.services.changes
    const lost = await sets.claim(set.id)
    await database.query('UPDATE pms_change_set SET lease_expires_at = now() WHERE id = $1', [set.id])
    const other = await sets.claim(set.id)
    expect(await sets.work(lost ?? set, new AbortController().signal)).toEqual(other)
    expect(await hotel.counts(set)).toMatchObject({ looked: 0 })
    expect(await sets.work(other ?? set, new AbortController().signal)).toMatchObject({ state: 'PREVIEWED' })
  })

  it('waits while the PMS does not answer, and says so', async () => {
    await using hotel = await createSetHotel(database)
    const set = await hotel.create({ ...SET, ids: await hotel.ids(CONFIRMED) })
    hotel.vendor.setFaults({ serverError: 1 })
    expect(await hotel.look(set)).toMatchObject({
      state: 'DRAFT',
      waitingFor: 'PMS_DOWN',
      errorCode: 'PROVIDER_UNAVAILABLE',
    })
    expect(await hotel.services.changes.sets.claim(set.id)).toBeNull()
  })

  it('waits while the connection is paused', async () => {
    await using hotel = await createSetHotel(database)
    const set = await hotel.create({ ...SET, ids: await hotel.ids(CONFIRMED) })
    await database.query('UPDATE pms_configuration SET enabled = false WHERE hotel_id = $1', [hotel.hotelId])
    expect(await hotel.services.changes.sets.claim(set.id)).toBeNull()
    const anew = hotel.services.changes.sets.preview({ hotelId: hotel.hotelId, id: set.id, actor: 'tester' })
    await expect(anew).rejects.toMatchObject({ code: 'CONFIGURATION_DISABLED' })
    await database.query('UPDATE pms_configuration SET enabled = true WHERE hotel_id = $1', [hotel.hotelId])
    expect(await hotel.look(set)).toMatchObject({ state: 'PREVIEWED' })
  })
})

describe('a set is refused as a whole', () => {
  it.each([
    ['nothing', { ids: [] }, 'BAD_USER_INPUT', 'ids'],
    ['a canary below none', { canary: -1 }, 'BAD_USER_INPUT', 'canary'],
    ['more than all', { stopPercent: 101 }, 'BAD_USER_INPUT', 'stopPercent'],
    ['an option that is none', { options: { discount: 5 } }, 'BAD_USER_INPUT', 'options.discount'],
    ['a stay without pricing', { values: { checkOut: '2099-01-01' } }, 'BAD_USER_INPUT', 'options.pricing'],
    ['another PMS', { provider: 'opera' }, 'ACCOUNT_CHANGED', undefined],
  ] as const)('%s', async (_, wish, code, field) => {
    await using hotel = await createSetHotel(database)
    const ids = await hotel.ids(CONFIRMED)
    await expect(hotel.create({ ...SET, ids, ...wish })).rejects.toMatchObject({ code, field })
    expect(await database.query('SELECT FROM pms_change WHERE hotel_id = $1', [hotel.hotelId])).toEqual([])
  })

  it('while writing is off, or has not this action', async () => {
    await using hotel = await createSetHotel(database)
    const ids = await hotel.ids(CONFIRMED)
    const actions = (list: string | null) =>
      database.query(
        'UPDATE pms_configuration SET write_enabled = $2::text IS NOT NULL, actions = $2::jsonb WHERE hotel_id = $1',
        [hotel.hotelId, list],
      )
    await actions(null)
    await expect(hotel.create({ ...SET, ids })).rejects.toMatchObject({ code: 'WRITES_DISABLED' })
    await actions('["BOOKING_CANCEL"]')
    await expect(hotel.create({ ...SET, ids })).rejects.toMatchObject({ code: 'WRITES_DISABLED' })
  })
})

describe('another account', () => {
  it('ends what was not run, and none of it is sent', async () => {
    await using hotel = await createSetHotel(database)
    await using other = await createSetHotel(database)
    const set = await hotel.create({ ...SET, ids: await hotel.ids(CONFIRMED) })
    await hotel.look(set)
    const { credentials, settings } = other.vendor
    await hotel.services.configurations.upsert({ hotelId: hotel.hotelId, provider: 'mock', credentials, settings })
    const [ended] = await database.query('SELECT state, error_code FROM pms_change_set WHERE id = $1', [set.id])
    expect(ended).toEqual({ state: 'STOPPED', error_code: 'ACCOUNT_CHANGED' })
    const counts = await hotel.counts(set)
    expect(counts).toMatchObject({ notTried: counts.toSend, done: counts.isSo, waiting: 0 })
    expect(await database.query(`SELECT FROM pms_change WHERE set_id = $1 AND state = 'DRAFT'`, [set.id])).toEqual([])
  })
})
