import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { createChangeHotel } from '../kit/change-hotel.ts'
import { openTestDatabase } from '../kit/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const HOUR_MS = 3_600_000
const actor = 'ada'

describe('a worker that is gone', () => {
  it('before anything left, leaves the change to another one', async () => {
    await using hotel = await createChangeHotel(database)
    const { id } = await hotel.request('BOOKING_CHECK_IN')
    const lost = await hotel.services.changes.claim(id)
    expect(await hotel.services.changes.claim(id)).toBeNull()
    await hotel.elapse(HOUR_MS / 2)
    expect(await hotel.work(hotel.another())).toMatchObject({ state: 'APPLIED', sendings: 1 })
    // It wakes up, and sends nothing of what is not its own any more.
    if (lost !== null) await hotel.services.changes.work(lost)
    expect(hotel.vendor.desk.effects).toHaveLength(1)
  })

  it.each([
    ['after the PMS had acted', true, 1],
    ['before the PMS had it', false, 2],
  ])('%s, leaves something to find out', async (_, hasActed, sendings) => {
    await using hotel = await createChangeHotel(database)
    const { id } = await hotel.request('BOOKING_CHECK_IN')
    hotel.vendor.setFaults({ write: hasActed ? { loseAfter: 1 } : { loseBefore: 1 } })
    await hotel.work()
    hotel.vendor.setFaults({})
    await database.query(
      `UPDATE pms_change SET state = 'SENDING', lease_expires_at = now() + interval '1 min',
         ready_at = now() + interval '2 min' WHERE id = $1`,
      [id],
    )
    expect(await hotel.work()).toBeNull()
    await hotel.elapse(HOUR_MS / 2)
    expect(await hotel.work(hotel.another())).toMatchObject({ state: 'APPLIED', sendings })
    expect(hotel.vendor.desk.effects).toHaveLength(1)
  })
})

describe('a person', () => {
  it('takes back what has not left, and nothing that has', async () => {
    await using hotel = await createChangeHotel(database)
    const { changes } = hotel.services
    const { hotelId } = hotel
    const first = await hotel.request('BOOKING_CHECK_IN')
    expect(await changes.cancel({ hotelId, changeId: first.id, actor })).toMatchObject({ state: 'CANCELLED' })
    expect(await hotel.work()).toBeNull()

    hotel.vendor.setFaults({ write: { loseAfter: 1 } })
    const second = await hotel.request('BOOKING_CHECK_IN')
    await hotel.work()
    await expect(changes.cancel({ hotelId, changeId: second.id, actor })).rejects.toMatchObject({
      code: 'CHANGE_NOT_OPEN',
    })
  })

  it.each([
    ['DONE', 'APPLIED'],
    ['SEND_AGAIN', 'PENDING'],
    ['GIVE_UP', 'CANCELLED'],
  ] as const)('says %s of what cannot be told', async (outcome, state) => {
    await using hotel = await createChangeHotel(database)
    const { changes } = hotel.services
    const { hotelId } = hotel
    const { id: changeId } = await hotel.request('BOOKING_CHECK_IN')
    const word = { hotelId, changeId, actor, outcome }
    await expect(changes.settle(word)).rejects.toMatchObject({ code: 'CHANGE_NOT_OPEN' })
    await database.query(
      `UPDATE pms_change SET state = 'UNKNOWN', sent_at = now(), waiting_for = 'PERSON' WHERE id = $1`,
      [changeId],
    )
    expect(await hotel.work()).toBeNull()
    expect(await changes.settle(word)).toMatchObject({ state })
    expect((await hotel.audit()).at(-1)).toMatchObject({ actor, action: 'change.settled', details: { outcome } })
  })
})

describe('the hotel', () => {
  it('is connected to another account: nothing that was meant for this one goes there', async () => {
    await using hotel = await createChangeHotel(database)
    const { hotelId, vendor } = hotel
    const { credentials, settings } = vendor
    const { id } = await hotel.request('BOOKING_CHECK_IN')
    await hotel.services.configurations.upsert({
      hotelId,
      provider: 'mock',
      credentials,
      settings,
      externalHotelId: 'other',
    })
    expect(await hotel.work()).toBeNull()
    expect(await hotel.change(id)).toMatchObject({ state: 'CANCELLED', errorCode: 'ACCOUNT_CHANGED' })
    expect(vendor.desk.effects).toEqual([])
  })

  it('is disconnected: what has left waits for a person', async () => {
    await using hotel = await createChangeHotel(database)
    hotel.vendor.setFaults({ write: { loseAfter: 1 } })
    const { id } = await hotel.request('BOOKING_CHECK_IN')
    await hotel.work()
    await hotel.services.configurations.remove({ hotelId: hotel.hotelId, provider: 'mock' })
    expect(await hotel.change(id)).toMatchObject({
      state: 'UNKNOWN',
      waitingFor: 'PERSON',
      errorCode: 'ACCOUNT_CHANGED',
    })
  })

  it('is paused: what waits is held, says so, and expires', async () => {
    await using hotel = await createChangeHotel(database)
    const { hotelId, services } = hotel
    const { id } = await hotel.request('BOOKING_CHECK_IN')
    await services.configurations.upsert({ hotelId, provider: 'mock', enabled: false })
    expect(await hotel.work()).toBeNull()
    await services.changes.sweep()
    expect(await hotel.change(id)).toMatchObject({ state: 'PENDING', waitingFor: 'PAUSED' })
    await hotel.elapse(2 * HOUR_MS)
    await services.changes.sweep()
    expect(await hotel.change(id)).toMatchObject({ state: 'EXPIRED' })
  })
})
