import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { type ChangeHotel, createChangeHotel } from '../kit/change-hotel.ts'
import { openTestDatabase } from '../kit/database.ts'
import '../kit/property-seed.ts'
import { STEPS, type Step, type VendorClass, World } from './world.ts'

/** Long enough for a change to be sent, lost, found, contradicted and sent again. */
const schedules = (steps: readonly Step[]) => fc.array(fc.constantFrom(...steps), { minLength: 5, maxLength: 40 })
const WITHOUT_FREEZE = STEPS.filter((step) => step !== 'FREEZE' && step !== 'THAW')
const RUNS = 1_000

function run(vendor: VendorClass, schedule: readonly Step[]): World {
  const world = new World(vendor)
  for (const step of schedule) world.take(step)
  world.quiesce()
  return world
}

describe.each([
  ['knows requests by a key', { repeat: 'KEY', hasTimes: true }],
  ['says when something was modified', { repeat: 'SET', hasTimes: true }],
  ['says nothing of the kind', { repeat: 'SET', hasTimes: false }],
] as const)('at a vendor that %s', (_, vendor) => {
  it('whoever comes next, each wish has at most one effect, all of them end, and both sides show the same', () => {
    let applied = 0
    fc.assert(
      fc.property(schedules(WITHOUT_FREEZE), (schedule) => {
        const world = run(vendor, schedule)
        expect([...world.effects.values()].filter((times) => times > 1)).toEqual([])
        expect(world.open).toEqual([])
        expect(world.mirror).toEqual(world.vendor)
        expect(world.illegal).toBe(0)
        for (const { id, state, sendings, round } of world.changes) {
          if (state === 'APPLIED') applied += 1
          const isUnsent = sendings === 0 && round === 0
          if (isUnsent) expect(world.effects.has(`${id}:0`)).toBe(false)
        }
      }),
      { numRuns: RUNS },
    )
    expect(applied).toBeGreaterThan(RUNS / 4)
  })
})

it('a process that is frozen between its check and its first byte, beyond lease, time-out and settling, repeats a SET', () => {
  const twice = (vendor: VendorClass) =>
    fc.sample(schedules(STEPS), RUNS).filter((schedule) => {
      return [...run(vendor, [...FROZEN, ...schedule]).effects.values()].some((times) => times > 1)
    }).length
  expect(twice({ repeat: 'SET', hasTimes: true })).toBeGreaterThan(0)
  // A key holds even then.
  expect(twice({ repeat: 'KEY', hasTimes: true })).toBe(0)
})

/** Ours is about to leave; another worker takes it over, finds that it was not done, and sends it. */
const FROZEN: readonly Step[] = [
  ...(['EDIT', 'CLAIM', 'STEP', 'FREEZE', 'WAIT', 'WAIT', 'WAIT', 'CLAIM', 'STEP', 'CLAIM', 'STEP'] as const),
  ...(['CLAIM', 'STEP', 'STEP', 'STEP', 'PMS_EDIT', 'THAW'] as const),
]

/** The same on the database and over HTTP, where few schedules have to do. */
const REAL = [
  'EDIT',
  'PMS_EDIT',
  'POLL',
  'SEND',
  'LOSE_ANSWER',
  'LOSE_REQUEST',
  'BE_LATE',
  'LAND',
  'GONE',
  'WAIT',
] as const

describe('with real services', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(() => database[Symbol.asyncDispose]())
  const drawn = fc.sample(fc.array(fc.constantFrom(...REAL), { minLength: 6, maxLength: 14 }), 10)

  it.each(drawn.map((schedule) => [schedule.join(' '), schedule] as const))('%s', async (_, schedule) => {
    await using hotel = await createChangeHotel(database)
    const { vendor, booking, hotelId, services } = hotel
    const at = (days: number) => new Date(Date.parse(booking.checkOut) + days * 86_400_000).toISOString().slice(0, 10)
    const faults = { LOSE_ANSWER: { loseAfter: 1 }, LOSE_REQUEST: { loseBefore: 1 }, BE_LATE: { isLate: true } }
    let days = 0
    for (const step of schedule) {
      if (step === 'EDIT')
        await hotel.request('BOOKING_CHANGE', { checkOut: at(++days) }, { options: { pricing: 'KEEP' } })
      if (step === 'PMS_EDIT') vendor.data.change('bookings', booking.externalId, { checkOut: at(++days + 20) })
      if (step === 'POLL') await hotel.sync(['BOOKING'])
      if (step === 'SEND') await hotel.work()
      if (step in faults) vendor.setFaults({ write: faults[step as keyof typeof faults] })
      if (step === 'LAND') vendor.desk.release()
      // Claimed by a worker that is never heard of again.
      if (step === 'GONE') for (const { id } of await openOf(hotel)) await services.changes.claim(id)
      if (step === 'WAIT') await hotel.elapse(180_000)
    }
    vendor.setFaults({})
    vendor.desk.release()
    for (let turn = 0; turn < 6 && (await openOf(hotel)).length > 0; turn++) {
      await hotel.elapse(180_000)
      await hotel.work()
      for (const { id: changeId, state, waitingFor } of await openOf(hotel)) {
        const word = { hotelId, changeId, actor: 'ada' }
        if (state === 'CONFLICT') await services.changes.cancel(word)
        if (waitingFor === 'PERSON') await services.changes.settle({ ...word, outcome: 'GIVE_UP' })
      }
    }
    await hotel.sync(['BOOKING'])
    expect(await openOf(hotel)).toEqual([])
    expect((await hotel.row()).checkOut).toBe(hotel.theirs().checkOut)
    const sent = await database.query('SELECT 1 FROM pms_change WHERE hotel_id = $1 AND sendings > 0', [hotelId])
    expect(vendor.desk.effects.length).toBeLessThanOrEqual(sent.length)
    expect(vendor.desk.effects.flatMap(({ sideEffects }) => sideEffects)).toEqual([])
  })
})

const openOf = ({ services, hotelId }: ChangeHotel) =>
  services.database.query<{ id: string; state: string; waitingFor: string | null }>(
    `SELECT id, state, waiting_for AS "waitingFor" FROM pms_change WHERE hotel_id = $1 AND ended_at IS NULL`,
    [hotelId],
  )
