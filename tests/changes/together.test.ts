import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { mock } from '../../src/providers/mock/index.ts'
import { write } from '../../src/providers/mock/write/actions.ts'
import type { PmsProviderAdapter } from '../../src/providers/provider.ts'
import type { WriteAction } from '../../src/providers/write.ts'
import { openTestDatabase } from '../kit/database.ts'
import { openItems } from './items.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const cancel = write.BOOKING_CANCEL as WriteAction

/** The mock PMS where cancellations are done otherwise. */
const otherwise = (how: Partial<WriteAction>): PmsProviderAdapter => ({
  ...mock,
  write: { ...write, BOOKING_CANCEL: { ...cancel, ...how } },
})

const withAdapter = (adapter: PmsProviderAdapter) => ({
  parts: { adapters: () => adapter, listProviders: () => [adapter] },
})

describe('changes of a set', () => {
  it('go in one request, after one look and before another', async () => {
    await using set = await openItems(database, 8)
    const before = set.hotel.vendor.requestCount
    expect(await set.hotel.send()).toEqual([8])
    expect(await set.states()).toEqual({ APPLIED: 8 })
    expect(set.hotel.vendor.requestCount - before).toBe(3)
    expect(set.hotel.vendor.desk.effects).toHaveLength(8)
    const [stored] = await database.query<{ gone: number; runs: number }>(
      `SELECT (SELECT count(*)::integer FROM pms_booking WHERE hotel_id = $1 AND id = ANY ($2) AND status = 'CANCELLED') AS gone,
         (SELECT count(*)::integer FROM pms_sync_log WHERE hotel_id = $1 AND triggered_by = 'change') AS runs`,
      [set.hotel.hotelId, set.items.map(({ entityId }) => entityId)],
    )
    expect(stored).toEqual({ gone: 8, runs: 1 })
  })

  it('each tell of one effect by one event, and none has a line in the audit', async () => {
    await using set = await openItems(database, 3)
    const told: unknown[] = []
    set.hotel.own.events.on('pms.booking.synced', ({ changeId }) => told.push(changeId))
    set.hotel.own.events.on('pms.change.applied', ({ changeId }) => told.push(changeId))
    await set.hotel.send()
    const ids = set.items.map(({ id }) => id)
    expect(told.toSorted()).toEqual([...ids, ...ids].toSorted())
    expect(JSON.stringify(await set.hotel.audit())).not.toContain('change.ended')
  })

  it('each end by what the PMS has of it, and by its own answer', async () => {
    await using set = await openItems(database, 5)
    const { data, desk } = set.hotel.vendor
    const [over, gone, there, locked, fine] = set.items.map(({ externalId }) => externalId) as [string, ...string[]]
    data.change('bookings', over, { status: 'CHECKED_OUT' })
    data.change('bookings', there as string, { status: 'CANCELLED' })
    data.remove(
      'bookings',
      data.facts('bookings').findIndex(({ externalId }) => externalId === gone),
    )
    desk.lock(locked as string)
    await set.hotel.send()
    const ends = await Promise.all(set.items.map(({ id }) => set.hotel.change(id)))
    expect(ends).toMatchObject([
      { state: 'REJECTED', errorCode: 'OVERTAKEN', sendings: 0 },
      { state: 'REJECTED', errorCode: 'TARGET_GONE', sendings: 0 },
      { state: 'APPLIED', sendings: 0 },
      { state: 'PENDING', waitingFor: 'LOCKED' },
      { state: 'APPLIED', sendings: 1 },
    ])
    expect(desk.effects.map(({ externalId }) => externalId)).toEqual([fine])
    desk.unlock(locked as string)
    await set.hotel.elapse(60_000)
    await set.hotel.send()
    expect(await set.states()).toEqual({ REJECTED: 2, APPLIED: 3 })
  })

  it('are unknown each when the answer of all is lost, and none is done twice', async () => {
    for (const fault of ['loseAfter', 'loseBefore'] as const) {
      await using set = await openItems(database, 6)
      set.hotel.vendor.setFaults({ write: { [fault]: 0.3 } })
      await set.hotel.send()
      expect(await set.states()).toEqual({ UNKNOWN: 6 })
      set.hotel.vendor.setFaults({})
      await set.hotel.elapse(10_000)
      await set.hotel.send()
      await set.hotel.send()
      expect(await set.states()).toEqual({ APPLIED: 6 })
      const done = set.hotel.vendor.desk.effects.map(({ externalId }) => externalId)
      expect(done.toSorted()).toEqual(set.items.map(({ externalId }) => externalId).toSorted())
    }
  })

  it('that were on their way when their worker died are looked for, each', async () => {
    await using set = await openItems(database, 4)
    const dying = otherwise({
      async send(ctx, changes) {
        await cancel.send(ctx, changes)
        return new Promise(() => {})
      },
    })
    const hand = await set.hotel.claim()
    void set.hotel.another(withAdapter(dying).parts).changes.workAll(hand)
    await expect.poll(() => set.hotel.vendor.desk.effects.length).toBe(4)
    await expect.poll(() => set.states()).toEqual({ SENDING: 4 })
    expect(await set.hotel.claim()).toEqual([])
    await set.hotel.elapse(200_000)
    await set.hotel.send()
    expect(await set.states()).toEqual({ APPLIED: 4 })
    expect(set.hotel.vendor.desk.effects).toHaveLength(4)
  })

  it('leave without one that a person has cancelled in the last moment', async () => {
    await using set = await openItems(database, 4)
    const { changes } = set.hotel.services
    const hand = await set.hotel.claim()
    const [first] = set.items
    await changes.cancel({ hotelId: set.hotel.hotelId, changeId: first?.id ?? '', actor: 'tester' })
    await changes.workAll(hand)
    expect(set.hotel.vendor.desk.effects).toEqual([])
    expect(await set.hotel.send()).toEqual([3])
    expect(await set.states()).toEqual({ APPLIED: 3, CANCELLED: 1 })
    expect(set.hotel.vendor.desk.effects).toHaveLength(3)
  })

  it('wait all together while the PMS is down, has no time, or knows nobody', async () => {
    await using set = await openItems(database, 3)
    for (const [faults, waitingFor] of [
      [{ serverError: 1 }, 'PMS_DOWN'],
      [{ rateLimited: 1 }, 'RATE'],
      [{ unauthorized: true }, 'AUTH'],
    ] as const) {
      set.hotel.vendor.setFaults(faults)
      await set.hotel.elapse(600_000)
      await set.hotel.send()
      const held = await Promise.all(set.items.map(({ id }) => set.hotel.change(id)))
      for (const change of held) expect(change).toMatchObject({ state: 'PENDING', waitingFor, goesAlone: false })
      expect(set.hotel.vendor.desk.effects).toEqual([])
    }
  })

  it.each(['read', 'send'] as const)('go one by one where one of them spoils the %s of all', async (what) => {
    const broken = new PmsIntegrationError('PROVIDER_REJECTED', 'One of these is not for you.', { sent: false })
    const spoilt = otherwise({
      [what]: (ctx: never, several: readonly { externalId: string }[]) =>
        several.some(({ externalId }) => externalId === bad)
          ? Promise.reject(broken)
          : cancel[what](ctx, several as never),
    })
    let bad = ''
    await using set = await openItems(database, 5, withAdapter(spoilt))
    bad = set.items[2]?.externalId ?? ''
    expect(await set.hotel.send()).toEqual([5, 1, 1, 1, 1, 1])
    expect(await set.states()).toEqual({ APPLIED: 4, REJECTED: 1 })
  })

  it('of which a refusal does not tell are looked at, and what is not done goes by itself', async () => {
    const vague = otherwise({
      async send(ctx, changes) {
        if (changes.length === 1) return cancel.send(ctx, changes)
        await cancel.send(ctx, changes.slice(0, 2))
        return new Map(changes.map(({ id }) => [id, { kind: 'ALONE' }]))
      },
    })
    await using set = await openItems(database, 4, withAdapter(vague))
    await set.hotel.send()
    expect(await set.states()).toEqual({ APPLIED: 4 })
    expect(set.hotel.vendor.desk.effects).toHaveLength(4)
  })

  it('are not taken with those of other options, nor as single ones', async () => {
    await using set = await openItems(database, 5)
    const [other, third] = set.items.map(({ id }) => id)
    await database.query(`UPDATE pms_change SET options = '{"notifyGuest": true}' WHERE id = $1`, [other])
    await database.query('UPDATE pms_change SET goes_alone = true WHERE id = $1', [third])
    expect(await set.hotel.own.changes.claim()).toBeNull()
    expect((await set.hotel.send()).toSorted()).toEqual([1, 1, 3])
    expect(await set.states()).toEqual({ APPLIED: 5 })
  })

  it('of a connection of which there are enough in hand are left to others', async () => {
    await using set = await openItems(database, 2)
    expect(await set.hotel.claim([`${set.hotel.hotelId} mock`])).toEqual([])
    expect(await set.hotel.claim(['another mock'])).toHaveLength(2)
  })
})
