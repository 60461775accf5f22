import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Change } from '../../src/entities/change.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { mews } from '../../src/providers/mews/index.ts'
import { type ChangeHotel, createChangeHotel } from '../kit/change-hotel.ts'
import { openTestDatabase } from '../kit/database.ts'

/**
 * The one window that is left: a request that leaves long after another worker has taken over, from a process that was
 * frozen between its check and its first byte. Nothing keeps it from acting; it is found.
 */

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const keep = { options: { pricing: 'KEEP' } }
const wanted = { checkOut: '2031-05-01' }

/** A request is on its way and does not arrive; another worker finds that nothing was done, and sends it. */
async function takenOver(hotel: ChangeHotel): Promise<Change> {
  hotel.vendor.setFaults({ write: { isLate: true } })
  await hotel.work()
  hotel.vendor.setFaults({})
  await hotel.elapse(600_000)
  const applied = await hotel.work(hotel.another())
  expect(applied).toMatchObject({ state: 'APPLIED', sendings: 2, repeatedAt: null })
  return applied as Change
}

async function lookBack(hotel: ChangeHotel, { id }: Change): Promise<Change> {
  await hotel.sync(['BOOKING'])
  await hotel.services.changes.lookBack()
  return hotel.change(id)
}

/** Other tests look back as well, and may have it at hand. */
const foundOf = (hotel: ChangeHotel, applied: Change) =>
  vi.waitFor(async () => {
    const change = await lookBack(hotel, applied)
    expect(change.repeatedAt).not.toBeNull()
    return change
  }, 20_000)

it('a stay that is set a second time after somebody’s newer edit is found, told in words and audited without values', async () => {
  await using hotel = await createChangeHotel(database, { adapter: mews })
  const told: unknown[] = []
  await hotel.request('BOOKING_CHANGE', wanted, keep)
  const applied = await takenOver(hotel)
  hotel.services.events.on('pms.change.applied', (event) => told.push(event))
  expect(await lookBack(hotel, applied)).toMatchObject({ repeatedAt: null })
  hotel.vendor.data.change('bookings', hotel.booking.externalId, { checkOut: '2031-05-04' })
  await vi.waitFor(
    async () => expect(await lookBack(hotel, applied)).toMatchObject({ movedOnAt: expect.any(Date), repeatedAt: null }),
    20_000,
  )
  hotel.vendor.desk.release()
  expect(hotel.theirs()).toMatchObject(wanted)
  const found = await foundOf(hotel, applied)
  expect(found).toMatchObject({ state: 'APPLIED' })
  expect(found.error).toBe(
    'The PMS has the stay of this again, after it had another. A request that was late may have done it twice: look at the PMS.',
  )
  const audited = (await hotel.audit()).filter(({ action }) => action === 'change.repeated')
  expect(audited).toMatchObject([{ actor: 'service', details: { changeId: applied.id, groups: ['STAY'] } }])
  expect(JSON.stringify(audited)).not.toContain('2031')
  expect(told).toEqual([])
  // It is found once.
  expect((await lookBack(hotel, applied)).repeatedAt).toEqual(found.repeatedAt)
})

it('what somebody asks for once more is no repetition', async () => {
  await using hotel = await createChangeHotel(database, { adapter: mews })
  await hotel.request('BOOKING_CHANGE', wanted, keep)
  const applied = await takenOver(hotel)
  hotel.vendor.data.change('bookings', hotel.booking.externalId, { checkOut: '2031-05-04' })
  await vi.waitFor(async () => expect((await lookBack(hotel, applied)).movedOnAt).not.toBeNull(), 20_000)
  await hotel.request('BOOKING_CHANGE', wanted, keep)
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED' })
  expect(await lookBack(hotel, applied)).toMatchObject({ repeatedAt: null })
})

it('a thing that is made a second time is found by the look at night', async () => {
  // Of its own: others look back at any time, and would see what is made here before its night has come.
  await using own = await openTestDatabase()
  await using hotel = await createChangeHotel(own, { adapter: mews })
  await hotel.request('BOOKING_NOTE', { note: 'Late' })
  const applied = await takenOver(hotel)
  expect(await lookBack(hotel, applied)).toMatchObject({ repeatedAt: null })
  hotel.vendor.desk.release()
  expect(await lookBack(hotel, applied)).toMatchObject({ repeatedAt: null })
  await own.query(`UPDATE pms_change SET ready_at = ready_at - interval '1 day' WHERE id = $1`, [applied.id])
  const found = await foundOf(hotel, applied)
  expect(found.error).toContain('The PMS has 2 of what was to be made once.')
  expect(found.error).not.toContain('Late')
})
