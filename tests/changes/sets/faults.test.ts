import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeSet } from '../../../src/entities/change-set.ts'
import { PmsIntegrationError } from '../../../src/errors.ts'
import { removeHotel } from '../../../src/hotels/remove-hotel.ts'
import { type Database, openDatabase } from '../../../src/platform/database/database.ts'
import { mock } from '../../../src/providers/mock/index.ts'
import type { PmsProviderAdapter } from '../../../src/providers/provider.ts'
import type { WriteAction } from '../../../src/providers/write.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { createTestServices } from '../../kit/services.ts'
import { createSetHotel } from '../../kit/set-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const CONFIRMED = `status = 'CONFIRMED'`
const SET = { action: 'BOOKING_CHANGE', values: { adults: 3 } } as const
const signal = new AbortController().signal

const change = mock.write?.BOOKING_CHANGE as WriteAction
const reallyRead: WriteAction['read'] = (ctx, targets) => change.read(ctx, targets)
/** The mock PMS with another look at bookings. */
const lookingBy = (read: WriteAction['read']): { parts: { adapters: () => PmsProviderAdapter } } => ({
  parts: { adapters: () => ({ ...mock, write: { ...mock.write, BOOKING_CHANGE: { ...change, read } } }) },
})

describe('a look', () => {
  it('that one item spoils is taken at the others, and the one says why', async () => {
    let spoilt = ''
    const calls: number[] = []
    await using hotel = await createSetHotel(
      database,
      lookingBy((ctx, targets) => {
        calls.push(targets.length)
        if (targets.some(({ externalId }) => externalId === spoilt))
          throw new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'It cannot be read.')
        return reallyRead(ctx, targets)
      }),
    )
    const ids = await hotel.ids(CONFIRMED)
    const set = await hotel.create({ ...SET, values: { adults: 7 }, ids })
    const [item] = await database.query<{ externalId: string }>(
      'SELECT external_id AS "externalId" FROM pms_booking WHERE id = $1',
      [ids[3]],
    )
    spoilt = String(item?.externalId)
    expect(await hotel.look(set)).toMatchObject({ state: 'PREVIEWED' })
    const items = await hotel.items(set)
    expect(items.filter(({ outcome }) => outcome === 'SEND')).toHaveLength(ids.length - 1)
    expect(items[3]).toMatchObject({ outcome: 'REFUSED', errorCode: 'PROVIDER_BAD_RESPONSE' })
    // Halves of halves, not each alone.
    expect(calls.length).toBeLessThan(2 * Math.ceil(Math.log2(ids.length)) + 3)
  })

  it('at a PMS that talks nonsense is taken again, and in the end says so of each', async () => {
    let talks = 'nonsense'
    await using hotel = await createSetHotel(
      database,
      lookingBy((ctx, targets) => {
        if (talks === 'nonsense') throw new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'It cannot be read.')
        return reallyRead(ctx, targets)
      }),
    )
    const again = async (set: ChangeSet) => {
      await database.query('UPDATE pms_change_set SET ready_at = now() WHERE id = $1', [set.id])
      return hotel.look(set)
    }
    const [one = '', ...others] = await hotel.ids(CONFIRMED)
    const set = await hotel.create({ ...SET, values: { adults: 7 }, ids: others })
    expect(await hotel.look(set)).toMatchObject({ state: 'DRAFT', waitingFor: 'PMS_DOWN' })
    expect(await hotel.counts(set)).toMatchObject({ looked: 0 })
    talks = 'sense'
    expect(await again(set)).toMatchObject({ state: 'PREVIEWED' })
    expect(await hotel.counts(set)).toMatchObject({ toSend: others.length })
    talks = 'nonsense'
    const alone = await hotel.create({ ...SET, ids: [one] })
    await hotel.look(alone)
    for (let looks = 2; looks <= 4; looks++)
      expect(await again(alone)).toMatchObject({ attempts: looks === 4 ? 0 : looks })
    expect(await hotel.items(alone)).toMatchObject([{ outcome: 'REFUSED', errorCode: 'PROVIDER_BAD_RESPONSE' }])
  })

  it('that comes to nothing is taken at fewer, until it comes to something', async () => {
    const calls: number[] = []
    await using hotel = await createSetHotel(
      database,
      lookingBy(async (ctx, targets) => {
        calls.push(targets.length)
        if (targets.length > 7) throw new PmsIntegrationError('PROVIDER_RATE_LIMITED', 'Too many.', { retryAfterMs: 0 })
        return reallyRead(ctx, targets)
      }),
    )
    const set = await hotel.create({ ...SET, ids: await hotel.ids() })
    expect(set.total).toBe(40)
    for (let looks = 0; (await hotel.look(set)).state === 'DRAFT'; looks++) expect(looks).toBeLessThan(5)
    expect(Math.max(...calls.slice(3))).toBeLessThanOrEqual(7)
    expect(await hotel.counts(set)).toMatchObject({ looked: 40 })
  })

  it('waits while the PMS refuses the credentials, and says so', async () => {
    await using hotel = await createSetHotel(database)
    const set = await hotel.create({ ...SET, ids: await hotel.ids(CONFIRMED) })
    hotel.vendor.setFaults({ unauthorized: true })
    expect(await hotel.look(set)).toMatchObject({ waitingFor: 'AUTH', errorCode: 'PROVIDER_UNAUTHORIZED' })
    hotel.vendor.setFaults({})
    await database.query('UPDATE pms_change_set SET ready_at = now() WHERE id = $1', [set.id])
    await database.query('DELETE FROM pms_provider_health')
    expect(await hotel.look(set)).toMatchObject({ state: 'PREVIEWED', waitingFor: null, errorCode: null })
  })

  it('at a hotel that is removed meanwhile leaves nothing', async () => {
    await using hotel = await createSetHotel(
      database,
      lookingBy(async (ctx, targets) => {
        const found = await reallyRead(ctx, targets)
        const [{ slug } = { slug: '' }] = await database.query<{ slug: string }>(
          'SELECT slug FROM pms_hotel WHERE id = $1',
          [hotel.hotelId],
        )
        const removal = { hotelId: hotel.hotelId, confirmation: slug, removedBy: 'tester' }
        await removeHotel(database.within('*'), removal)
        return found
      }),
    )
    const set = await hotel.create({ ...SET, ids: await hotel.ids(CONFIRMED) })
    const claimed = await hotel.services.changes.sets.claim(set.id)
    expect(await hotel.services.changes.sets.work(claimed ?? set, signal)).toMatchObject({ id: set.id })
    for (const table of ['pms_change_set', 'pms_change_set_item', 'pms_change'])
      expect(await database.query(`SELECT FROM ${table} WHERE hotel_id = $1`, [hotel.hotelId])).toEqual([])
  })
})

describe('what a set was meant for', () => {
  it('is not asked when it was made while the account was changed', async () => {
    await using hotel = await createSetHotel(database)
    const set = await hotel.create({ ...SET, ids: await hotel.ids(CONFIRMED) })
    await database.query(`UPDATE pms_change_set SET account = 'another' WHERE id = $1`, [set.id])
    const { requestCount } = hotel.vendor
    expect(await hotel.look(set)).toMatchObject({ state: 'STOPPED', errorCode: 'ACCOUNT_CHANGED' })
    expect(hotel.vendor.requestCount).toBe(requestCount)
    expect(await database.query(`SELECT FROM pms_change WHERE set_id = $1 AND state = 'DRAFT'`, [set.id])).toEqual([])
  })

  it('is gone with its connection', async () => {
    await using hotel = await createSetHotel(database)
    const { hotelId, services } = hotel
    const set = await hotel.create({ ...SET, ids: await hotel.ids(CONFIRMED) })
    await services.configurations.remove({ hotelId, provider: 'mock' })
    const [stopped] = await database.query('SELECT state, error_code FROM pms_change_set WHERE id = $1', [set.id])
    expect(stopped).toEqual({ state: 'STOPPED', error_code: 'ACCOUNT_CHANGED' })
    const anew = services.changes.sets.preview({ hotelId, id: set.id, actor: 'tester' })
    await expect(anew).rejects.toMatchObject({ code: 'ACCOUNT_CHANGED' })
    const entries = (await hotel.audit()).filter(({ action }) => action === 'change-set.stopped')
    expect(entries).toMatchObject([
      { actor: 'service', details: { changeSetId: set.id, errorCode: 'ACCOUNT_CHANGED' } },
    ])
  })
})

describe('an item', () => {
  it('cannot be cancelled by itself, and what is not run says nothing of its booking', async () => {
    await using hotel = await createSetHotel(database)
    const { hotelId, services } = hotel
    const [id = ''] = await hotel.ids(CONFIRMED)
    const set = await hotel.create({ ...SET, ids: [id] })
    const [item] = await hotel.items(set)
    const word = { hotelId, changeId: String(item?.changeId), actor: 'tester' }
    await expect(services.changes.cancel(word)).rejects.toMatchObject({ code: 'CHANGE_NOT_OPEN' })
    await services.changes.sets.cancel({ hotelId, id: set.id, actor: 'tester' })
    expect(await hotel.items(set)).toMatchObject([{ state: 'CANCELLED', result: 'NOT_TRIED' }])
  })

  it('is there for every line, once, whatever the lines are', async () => {
    await using hotel = await createSetHotel(database)
    const ids = await hotel.ids()
    const line = fc.oneof(
      fc.constantFrom(...ids),
      fc.constantFrom(...ids).map((id) => id.toUpperCase()),
      fc.uuid(),
      fc.string({ maxLength: 12 }),
    )
    const wish = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 60 }),
      adults: fc.integer({ min: 1, max: 9 }),
    })
    await fc.assert(
      fc.asyncProperty(wish, async ({ lines, adults }) => {
        const set = await hotel.create({ ...SET, values: { adults }, ids: lines })
        const items = await hotel.items(set)
        expect(items.map((item) => item.line)).toEqual(lines.map((_, at) => at + 1))
        const named = items.map(({ entityId }) => entityId)
        const first = new Set<string>()
        for (const [at, key] of lines.entries()) {
          const id = key.toLowerCase()
          const isNew = ids.includes(id) && !first.has(id)
          first.add(id)
          expect(named[at]).toBe(isNew ? id : null)
        }
        await database.query('DELETE FROM pms_change_set WHERE id = $1', [set.id])
      }),
      { numRuns: 15 },
    )
  })
})

it('ten who make and look at sets at once over two connections do not wait for each other', async () => {
  await using hotel = await createSetHotel(database)
  await using narrow = await openDatabase({ url: database.url, poolSize: 2 })
  const { hotelId } = hotel
  const { sets } = createTestServices(narrow).changes
  const [key = ''] = await hotel.ids(CONFIRMED)
  const lines = [{ line: 1, by: 'id', key, values: SET.values }] as const
  const wish = { hotelId, action: SET.action, source: 'SELECTION', lines, requestedBy: 'tester' } as const
  const made = await Promise.all(Array.from({ length: 10 }, () => sets.create(wish)))
  const anew = await Promise.all(made.map(({ id }) => sets.preview({ hotelId, id, actor: 'tester' })))
  expect(anew.map(({ state }) => state)).toEqual(made.map(() => 'DRAFT'))
})

it('sets that nobody runs do not pile up', async () => {
  await using hotel = await createSetHotel(database)
  await using neighbour = await createSetHotel(database)
  const [id = ''] = await hotel.ids(CONFIRMED)
  for (let sets = 0; sets < 50; sets++) await hotel.create({ ...SET, ids: [id] })
  await expect(hotel.create({ ...SET, ids: [id] })).rejects.toMatchObject({ code: 'TOO_MANY_SETS' })
  expect(await neighbour.create({ ...SET, ids: await neighbour.ids(CONFIRMED) })).toMatchObject({ state: 'DRAFT' })
})
