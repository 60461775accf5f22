import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { ScopedDatabase } from '../../src/platform/database/database.ts'
import { mews } from '../../src/providers/mews/index.ts'
import { subscriptionRefused } from '../../src/providers/opera/stream/frames.ts'
import type { ProviderContext } from '../../src/providers/provider.ts'
import { getProviderAdapter } from '../../src/providers/registry.ts'
import type { StreamStart } from '../../src/providers/stream.ts'
import { createStreams } from '../../src/streams/streams.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { createTestServices } from '../kit/services.ts'
import { connectStreamHotel, settleBackfill, startStreams, streamOf } from '../kit/stream-hotels.ts'
import { streamVendor } from '../kit/stream-vendor.ts'
import { addStreamed } from './hotels.ts'

const SMALL = { bookings: 6, rooms: 3, guests: 4 }

test('in two hours a vendor that says 4409 is called as often as the back-off says, whichever worker it is', async () => {
  await using database = await openTestDatabase()
  await using vendor = await getProviderAdapter('opera').simulate({ ...SMALL, faults: { streamLockedOut: true } })
  const workers = [1, 2, 3].map(() => createTestServices(database, { adapters: getProviderAdapter }))
  const [first = workers[0]] = workers
  if (first === undefined) throw new Error('There is a first')
  await connectStreamHotel(first, 'opera', vendor)
  const calledAtSeconds: number[] = []
  const stepSeconds = 10
  for (let seconds = 0; seconds <= 7_200; seconds += stepSeconds) {
    const { streams } = workers[(seconds / stepSeconds) % workers.length] ?? first
    const lease = await streams.claim()
    if (lease !== null) {
      calledAtSeconds.push(seconds)
      await streams.work(lease)
    }
    await database.query(`UPDATE pms_stream SET ready_at = ready_at - $1 * interval '1 s'`, [stepSeconds])
  }
  const waits = calledAtSeconds.slice(1).map((at, index) => at - (calledAtSeconds[index] ?? 0))
  expect(waits.slice(0, 5)).toEqual([60, 120, 240, 480, 900])
  expect(new Set(waits.slice(5))).toEqual(new Set([900]))
  expect(vendor.connections?.opened).toBe(calledAtSeconds.length)
}, 60_000)

test('another consumer that comes and goes: who is locked out goes on where it was, and begins anew to count', async () => {
  await using database = await openTestDatabase()
  await using vendor = await getProviderAdapter('opera').simulate(SMALL)
  await using worker = startStreams(database)
  const hotel = await connectStreamHotel(worker.services, 'opera', vendor)
  await eventually(async () => expect((await streamOf(database, hotel)).state).toBe('CATCHING_UP'))
  await settleBackfill(database, hotel)
  vendor.data.edit('bookings', 0)
  await eventually(async () => {
    expect(await streamOf(database, hotel)).toMatchObject({ state: 'LIVE', offset: '17000' })
  })
  // It comes with the next word, and takes the place.
  vendor.setFaults({ streamCut: 1 })
  vendor.data.edit('bookings', 1)
  await eventually(async () => expect((await streamOf(database, hotel)).failures).toBe(1))
  vendor.setFaults({ streamLockedOut: true })
  vendor.data.edit('bookings', 2)
  const due = () => database.query('UPDATE pms_stream SET ready_at = now()')
  await due()
  await eventually(async () => {
    expect(await streamOf(database, hotel)).toMatchObject({ state: 'LOCKED_OUT', failures: 2 })
  })
  vendor.setFaults({})
  await eventually(async () => {
    await due()
    expect(await streamOf(database, hotel)).toMatchObject({ state: 'LIVE', failures: 0, offset: '17002' })
  })
  const events = await database.query<{ id: string }>('SELECT event_id AS id FROM pms_webhook_event ORDER BY event_id')
  expect(events.map(({ id }) => id)).toEqual([17_000, 17_001, 17_002].map((at) => `event-${at}`))
}, 60_000)

test('a worker whose database does not answer any more leaves the connection to whoever has one', async () => {
  await using database = await openTestDatabase()
  const vendor = streamVendor()
  await addStreamed(database)
  let isAway = false
  const mute = <T>() => new Promise<T>(() => {})
  const cutOff = (whole: ScopedDatabase): ScopedDatabase => ({
    ...whole,
    query: (...args) => (isAway ? mute() : whole.query(...args)),
    transaction: (work) => (isAway ? mute() : whole.transaction(work)),
    within: (hotelIds) => cutOff(whole.within(hotelIds)),
  })
  const services = createTestServices(database, {
    adapters: () => vendor.adapter,
    database: cutOff(database.within('*')),
  })
  const deps = { ...services, inbox: services.inbox.streamed }
  const streams = createStreams(deps, { leaseMs: 6_000, heartbeatMs: 100, doubtMs: 2_000 })
  await streams.guard()
  const lease = await streams.claim()
  if (lease === null) throw new Error('It is due')
  void streams.work(lease)
  await eventually(() => expect(vendor.open).toBe(1))
  isAway = true
  vendor.tell()
  await eventually(() => expect(vendor.open, 'the one that is stuck has let go').toBe(0))
  await using heir = startStreams(database, { adapters: () => vendor.adapter })
  await eventually(() => expect(vendor.open).toBe(1))
  expect(vendor.mostOpen).toBe(1)
  expect(heir.services).toBeDefined()
})

test('a worker that dies before the first message owes a sync for what came meanwhile, and again each time', async () => {
  await using database = await openTestDatabase()
  const vendor = streamVendor()
  await addStreamed(database)
  const owedSince = async () => {
    const rows = await database.query<{ at: Date | null }>('SELECT backfill_owed_since AS at FROM pms_webhook_endpoint')
    return rows[0]?.at ?? null
  }
  for (const round of [1, 2]) {
    await using worker = startStreams(database, { adapters: () => vendor.adapter })
    await worker.services.streams.guard()
    await eventually(async () => expect(vendor.open, `connected, round ${round}`).toBe(1))
    await eventually(async () => expect(await owedSince(), `owed, round ${round}`).not.toBeNull())
    // A machine that is busy may have it connect more than once.
    expect(vendor.starts.length).toBeGreaterThanOrEqual(round)
    expect(vendor.starts.every((offset) => offset === null)).toBe(true)
    await database.query('UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL')
    await worker.end()
    vendor.tell()
    await database.query('UPDATE pms_stream SET ready_at = now()')
  }
})

test('a position that its vendor refuses is given up, and what came before is fetched', async () => {
  await using database = await openTestDatabase()
  const vendor = streamVendor()
  const { stream } = vendor.adapter
  if (stream === undefined) throw new Error('It has one')
  async function* forgetful(ctx: ProviderContext, start: StreamStart) {
    if (start.offset !== null) throw subscriptionRefused(4400)
    yield* stream?.open(ctx, start) ?? []
  }
  const adapter = { ...vendor.adapter, stream: { ...stream, open: forgetful } }
  await addStreamed(database)
  const isOwed = async () =>
    (await database.query('SELECT FROM pms_webhook_endpoint WHERE backfill_owed_since IS NOT NULL')).length === 1
  const start = () => startStreams(database, { adapters: () => adapter })
  const first = start()
  await first.services.streams.guard()
  await eventually(async () => expect(await isOwed()).toBe(true))
  vendor.tell()
  await eventually(async () =>
    expect(await database.query('SELECT stream_offset AS at FROM pms_stream')).toEqual([{ at: '1' }]),
  )
  await first.end()
  await database.query('UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL')
  await using second = start()
  await eventually(async () => {
    await database.query('UPDATE pms_stream SET ready_at = now()')
    expect(vendor.open).toBe(1)
    expect(await isOwed()).toBe(true)
  })
  expect(second.services).toBeDefined()
})

test('a stream that is never quiet is live as soon as nothing is owed, where the vendor keeps nothing that could be late', async () => {
  await using database = await openTestDatabase()
  await using vendor = await getProviderAdapter('mews').simulate(SMALL)
  await using worker = startStreams(database)
  const hotel = await connectStreamHotel(worker.services, 'mews', vendor)
  await eventually(async () => expect((await streamOf(database, hotel)).state).toBe('CATCHING_UP'))
  await settleBackfill(database, hotel)
  const begun = performance.now()
  const busy = setInterval(() => vendor.data.edit('bookings', 0), 100)
  try {
    await eventually(async () => expect((await streamOf(database, hotel)).state).toBe('LIVE'))
    expect(performance.now() - begun, 'before it was quiet for long enough').toBeLessThan(60_000)
  } finally {
    clearInterval(busy)
  }
  expect(mews.stream?.keepsMs).toBeNull()
})

test('between many messages at a time a stream rests longer than they took, and between a few it does not', async () => {
  const storeMs = 100
  /** The shortest time from one batch to the next, of so many messages each. */
  const shortestGap = async (batch: number) => {
    await using database = await openTestDatabase()
    const vendor = streamVendor({ batch })
    await addStreamed(database)
    const within: typeof database.within = (scope) => {
      const scoped = database.within(scope)
      const transaction: typeof scoped.transaction = async (work) => {
        await delay(storeMs)
        return scoped.transaction(work)
      }
      return { ...scoped, transaction }
    }
    await using worker = startStreams({ ...database, within }, { adapters: () => vendor.adapter })
    await worker.services.streams.guard()
    await eventually(() => expect(vendor.open).toBe(1))
    const handedOver: number[] = []
    vendor.beforeBatch = () => void handedOver.push(performance.now())
    for (let i = 0; i < 5 * batch; i++) vendor.tell()
    await eventually(() => expect(handedOver.length).toBeGreaterThanOrEqual(5))
    return Math.min(...handedOver.slice(1).map((at, i) => at - (handedOver[i] ?? 0)))
  }
  const [many, few] = await Promise.all([shortestGap(50), shortestGap(20)])
  expect(many).toBeGreaterThan(4 * storeMs - 5)
  expect(few).toBeLessThan(4 * storeMs)
})
