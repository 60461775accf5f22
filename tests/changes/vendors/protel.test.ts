import { afterAll, beforeAll, expect, it } from 'vitest'
import { giveAnswers } from '../../../src/changes/answers.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { protel } from '../../../src/providers/protel/index.ts'
import type { CommandOutcome } from '../../../src/records/changes/command-outcome.ts'
import { type ChangeHotel, createChangeHotel } from '../../kit/change-hotel.ts'
import { openTestDatabase } from '../../kit/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Lisbon', dateStyle: 'short' }).format(new Date())

async function open(): Promise<ChangeHotel> {
  const hotel = await createChangeHotel(database, { adapter: protel })
  hotel.vendor.data.change('bookings', hotel.booking.externalId, { checkIn: TODAY, checkOut: '2099-01-02' })
  return hotel
}

const answer = (hotel: ChangeHotel, outcome: CommandOutcome) =>
  hotel.services.database.transaction((tx) =>
    giveAnswers(tx, { hotelId: hotel.hotelId, provider: 'protel' }, [outcome]),
  )

it('a check-in waits for its outcome, which a message brings, and is applied once it is seen', async () => {
  await using hotel = await open()
  hotel.vendor.setFaults({ write: { isSlow: true } })
  const { id } = await hotel.request('BOOKING_CHECK_IN')
  const accepted = await hotel.work()
  expect(accepted).toMatchObject({ state: 'AWAITING', token: expect.any(String) })
  hotel.vendor.desk.release()
  await answer(hotel, { token: accepted?.token ?? '', state: 'DONE', errors: [] })
  expect(await hotel.work()).toMatchObject({ id, state: 'APPLIED', sendings: 1 })
  expect(hotel.theirs()).toMatchObject({ status: 'CHECKED_IN' })
})

it('an outcome that is a no ends it, in the words of the PMS', async () => {
  await using hotel = await open()
  hotel.vendor.setFaults({ write: { refuse: 1 } })
  const { id } = await hotel.request('BOOKING_CHECK_IN')
  const { token } = (await hotel.work()) ?? {}
  await answer(hotel, { token: token ?? '', state: 'REFUSED', errors: ['Invoice not balanced'] })
  expect(await hotel.change(id)).toMatchObject({ state: 'REJECTED', error: 'Invoice not balanced' })
})

it('an outcome that never comes is looked for, and the command goes once more with the same key: one effect', async () => {
  await using hotel = await open()
  hotel.vendor.setFaults({ write: { loseAfter: 1, isUnanswered: true } })
  const { id } = await hotel.request('BOOKING_CHECK_IN')
  expect(await hotel.work()).toMatchObject({ state: 'UNKNOWN' })
  hotel.vendor.setFaults({ write: { isUnanswered: true } })
  await hotel.elapse(120_000)
  expect(await hotel.work()).toMatchObject({ id, state: 'APPLIED', sendings: 1 })
  expect(hotel.vendor.desk.effects).toHaveLength(1)
})
