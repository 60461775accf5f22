import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { type Stage, setStage } from '../kit/engine.ts'
import { aBooking, bookings } from '../kit/scripted-provider.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const goneOf = async (stage: Stage) =>
  (await stage.rows('external_id, deleted_at')).filter((row) => row.deleted_at !== null).map((row) => row.external_id)

describe('a complete full walk', () => {
  it('marks what it no longer saw, and takes the mark back when it returns', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(30)
    await stage.sync()
    const [lost] = stage.vendor.items.bookings.splice(4, 1)
    expect(await stage.sync({ full: true })).toMatchObject({ status: 'COMPLETED', itemsDeleted: 1 })
    expect(await goneOf(stage)).toEqual(['b-00004'])
    if (lost) stage.vendor.items.bookings.push(lost)
    expect(await stage.sync({ full: true })).toMatchObject({ itemsUpdated: 1, itemsUnchanged: 29 })
    expect(await goneOf(stage)).toEqual([])
  })

  it('counts an item that it could not map as seen', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(3)
    await stage.sync()
    stage.vendor.items.bookings[1] = aBooking('b-00001', { adults: 'two' })
    expect(await stage.sync({ full: true })).toMatchObject({ status: 'PARTIAL', itemsDeleted: 0 })
    expect(await goneOf(stage)).toEqual([])
  })

  it('with an item that cannot be told apart marks nothing: it may be any of those missing', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(3)
    await stage.sync()
    stage.vendor.items.bookings[1] = { wreck: true } as never
    const log = await stage.sync({ full: true })
    expect(log).toMatchObject({ itemsDeleted: 0, metadata: { tombstones: { kind: 'UNPROVEN' } } })
    expect(await goneOf(stage)).toEqual([])
  })

  it('leaves a row alone that was written while it was walking', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(3)
    await stage.sync()
    stage.vendor.items.bookings.pop()
    stage.vendor.beforePage = async () => {
      await database.query(
        `UPDATE pms_booking SET last_synced_at = now() + interval '1 s' WHERE hotel_id = $1 AND external_id = 'b-00002'`,
        [stage.hotelId],
      )
    }
    expect(await stage.sync({ full: true })).toMatchObject({ itemsDeleted: 0 })
  })
})

describe('the safety brake', () => {
  it('holds when more than 5 % and more than 20 rows would go, and says what to do', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(100)
    await stage.sync()
    stage.vendor.items.bookings.splice(0, 21)
    const log = await stage.sync({ full: true })
    expect(log).toMatchObject({
      status: 'PARTIAL',
      itemsDeleted: 0,
      metadata: { tombstones: { kind: 'NEEDS_REVIEW', candidates: 21, allowed: 20 } },
    })
    expect(log.errorSummary).toContain('acceptDeletions')
    expect(await goneOf(stage)).toEqual([])
  })

  it('lets 20 rows of a small hotel go', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(100)
    await stage.sync()
    stage.vendor.items.bookings.splice(0, 20)
    expect(await stage.sync({ full: true })).toMatchObject({ status: 'COMPLETED', itemsDeleted: 20 })
  })

  it('gives way to a person’s word', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(100)
    await stage.sync()
    stage.vendor.items.bookings = []
    expect(await stage.sync({ full: true, acceptDeletions: true })).toMatchObject({ itemsDeleted: 100 })
  })
})

describe('a walk that is not complete or not full', () => {
  it.for([
    ['an incremental one', {}],
    ['a limited one', { full: true, limit: 5 }],
  ] as const)('%s marks nothing', async ([, asked]) => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(12)
    await stage.sync()
    stage.vendor.items.bookings.splice(0, 1)
    await stage.sync(asked)
    expect(await goneOf(stage)).toEqual([])
  })

  it('one that was cut off and resumed by another run marks nothing', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(30)
    stage.vendor.beforePage = ({ number }) => {
      if (number === 1) throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'gone')
    }
    await stage.sync()
    stage.vendor.beforePage = () => {}
    expect(await stage.sync()).toMatchObject({ operation: 'FULL', metadata: { tombstones: { kind: 'UNPROVEN' } } })
  })

  it('never hides rows before it commits', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(40)
    await stage.sync()
    stage.vendor.items.bookings.splice(0, 10)
    const seen: number[] = []
    stage.vendor.beforePage = async () => {
      seen.push((await stage.rows()).filter((row) => row.deleted_at === null).length)
    }
    await stage.sync({ full: true })
    expect(new Set(seen)).toEqual(new Set([40]))
  })
})
