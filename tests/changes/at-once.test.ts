import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { type ChangeHotel, createChangeHotel } from '../kit/change-hotel.ts'
import { openTestDatabase } from '../kit/database.ts'

/** Wishes that come at the same time share a transaction, and nothing else. */

let database: Database
let one: ChangeHotel
let other: ChangeHotel
beforeAll(async () => {
  database = await openTestDatabase()
  one = await createChangeHotel(database)
  other = await createChangeHotel(database)
})
afterAll(async () => {
  await one[Symbol.asyncDispose]()
  await other[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})

const bookings = async ({ hotelId }: ChangeHotel) =>
  (
    await database.query<{ id: string }>(
      `SELECT id FROM pms_booking WHERE hotel_id = $1 AND status = 'CONFIRMED' ORDER BY id`,
      [hotelId],
    )
  ).map(({ id }) => id)
const note = (entityId: string, text: string, { hotelId = one.hotelId, requestedBy = 'tester' } = {}) =>
  one.services.changes.request({
    ...{ hotelId, action: 'BOOKING_NOTE', entityId, values: { note: text }, requestedBy },
  })

it('each is judged by itself, whichever hotel it is of, and refusals take no other with them', async () => {
  const [[spoilt = '', ...mine], others] = [await bookings(one), await bookings(other)]
  const settled = await Promise.allSettled([
    ...mine.map((id) => note(id, 'Late')),
    ...others.map((id) => note(id, 'Late', { hotelId: other.hotelId })),
    // Another hotel's booking, and what PostgreSQL does not take.
    note(others[0] as string, 'Late'),
    note(spoilt, 'Early', { requestedBy: 'a\0b' }),
  ])
  const kept = settled.slice(0, mine.length + others.length)
  const created = kept.map((each) => (each.status === 'fulfilled' ? each.value : null))
  expect(created.map((change) => change?.state)).toEqual(created.map(() => 'PENDING'))
  expect(new Set(created.map((change) => change?.hotelId))).toEqual(new Set([one.hotelId, other.hotelId]))
  expect(created.map((change) => change?.entityId)).toEqual([...mine, ...others])
  expect(settled.slice(kept.length)).toMatchObject([
    { status: 'rejected', reason: { code: 'NOT_FOUND' } },
    { status: 'rejected' },
  ])
  const audited = await database.query(
    `SELECT FROM pms_audit_entry WHERE hotel_id = ANY ($1) AND action = 'change.requested'`,
    [[one.hotelId, other.hotelId]],
  )
  expect(audited).toHaveLength(created.length)
})

it('share a transaction', async () => {
  await using hotel = await createChangeHotel(database)
  const { hotelId } = hotel
  const wished = await Promise.all((await bookings(hotel)).map((id) => note(id, 'Late', { hotelId })))
  expect(wished.length).toBeGreaterThan(2)
  expect(new Set(wished.map(({ createdAt }) => createdAt.getTime())).size).toBe(1)
})

it('of the same thing come one after the other: a double click is one change, and a newer wish takes the place of the first', async () => {
  await using hotel = await createChangeHotel(database)
  const cancel = () => hotel.request('BOOKING_CANCEL')
  const ids = (await Promise.all([cancel(), cancel(), cancel()])).map(({ id }) => id)
  expect(new Set(ids).size).toBe(1)
  const party = (adults: number) => hotel.request('BOOKING_CHANGE', { adults, children: 0 })
  const wished = await Promise.all([party(3), party(4), party(5)])
  const states = await Promise.all(wished.map(async ({ id }) => (await hotel.change(id)).state))
  expect(states.filter((state) => state === 'PENDING')).toHaveLength(1)
  expect(states.filter((state) => state === 'SUPERSEDED')).toHaveLength(2)
})

it('one whose thing somebody holds waits alone', async () => {
  await using hotel = await createChangeHotel(database)
  const { hotelId } = hotel
  const [held, free] = (await bookings(hotel)) as [string, string]
  const { promise, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: isHeld, resolve: hold } = Promise.withResolvers<void>()
  const holding = database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`pms_change ${hotelId} BOOKING ${held}`])
    hold()
    await promise
  })
  await isHeld
  let isAnswered = false
  const waits = note(held, 'Held', { hotelId }).finally(() => {
    isAnswered = true
  })
  expect(await note(free, 'Free', { hotelId })).toMatchObject({ state: 'PENDING' })
  expect(isAnswered).toBe(false)
  letGo()
  await holding
  expect(await waits).toMatchObject({ state: 'PENDING', entityId: held })
})
