import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, inject, it, vi } from 'vitest'
import { CHANGE_TIMING } from '../../../src/changes/parts/deps.ts'
import { openDatabase } from '../../../src/platform/database/database.ts'
import { mews } from '../../../src/providers/mews/index.ts'
import { addHotel, createTestClient, JWT_SECRET } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { startService } from '../../kit/service.ts'
import { startTcpProxy } from '../../kit/tcp-proxy.ts'

const PATIENT = { timeout: 60_000, interval: 20 }

/** A hotel at a vendor that knows no keys: what arrives twice is there twice. */
async function hotelAtVendor() {
  await using parts = new AsyncDisposableStack()
  const created = parts.use(await createTestDatabase())
  const network = parts.use(await startTcpProxy(created.url))
  const simulator = parts.use(await mews.simulate({ bookings: 10, rooms: 8, guests: 2 }))
  const redisUrl = inject('redisUrl')
  const env = {
    JWT_SECRET,
    DATABASE_URL: created.url,
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  }
  const api = parts.use(await startService(env, ['--role', 'api']))
  const database = parts.use(await openDatabase({ url: created.url }))
  const client = await createTestClient(api.url ?? '')
  parts.defer(() => client.close())
  const hotelId = randomUUID()
  await addHotel(client, hotelId, simulator, 'mews')
  await client.send(
    `mutation ($input: PmsConfigurationInput!) { upsertConfiguration(input: $input) { errors { code } } }`,
    { input: { hotelId, provider: 'mews', writeEnabled: true } },
  )
  const startWorker = (url = created.url) => startService({ ...env, DATABASE_URL: url }, ['--role', 'worker'])
  /** All that a worker could write of a change, and which transaction wrote it last. */
  const written = async (id: string) => ({
    change: await database.query('SELECT xmin::text, c.* FROM pms_change c WHERE id = $1', [id]),
    bookings: await database.query('SELECT xmin::text, external_id FROM pms_booking ORDER BY external_id'),
    audit: await database.query(`SELECT action, details FROM pms_audit_entry WHERE details ->> 'changeId' = $1`, [id]),
  })
  const all = parts.move()
  return {
    ...{ client, database, hotelId, network, simulator, startWorker, written },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  }
}
type Hotel = Awaited<ReturnType<typeof hotelAtVendor>>

async function aBooking({ client, hotelId, startWorker }: Hotel): Promise<string | undefined> {
  await using _worker = await startWorker()
  await client.send(`mutation ($input: PmsSyncInput!) { syncBookings(input: $input) { errors { code } } }`, {
    input: { hotelId, provider: 'mews', wait: true },
  })
  const { bookings } = await client.send<{ bookings: { nodes: { id: string }[] } }>(
    'query ($hotelId: ID!) { bookings(hotelId: $hotelId, first: 1) { nodes { id } } }',
    { hotelId },
  )
  return bookings.nodes[0]?.id
}

const countOf = (text: string, word: string) => text.split(word).length - 1

it('a worker that is frozen (SIGSTOP) before or after its request loses the change, and neither sends nor writes when it wakes', async () => {
  await using hotel = await hotelAtVendor()
  const { client, database, hotelId, network, simulator, startWorker, written } = hotel
  const { effects } = simulator.desk
  const bookingId = await aBooking(hotel)

  for (const place of ['BEFORE_ITS_REQUEST', 'BEFORE_THE_ANSWER'] as const) {
    const [before, isBefore] = [effects.length, place === 'BEFORE_ITS_REQUEST']
    const frozen = await startWorker(network.url)
    // One that is frozen hears nothing milder.
    await using ending = new AsyncDisposableStack()
    ending.defer(async () => void (await frozen.end('SIGKILL')))
    let frozenAtMs = 0
    const freeze = () => {
      if (frozenAtMs === 0) process.kill(frozen.pid, 'SIGSTOP')
      frozenAtMs ||= performance.now()
    }
    // It hears nothing any more of the transaction that notes its intent, which is committed all the same.
    if (isBefore)
      void network.hold((data, last) => {
        if (data.includes('COMMIT') && `${last}${data}`.includes('sendings = c.sendings + 1')) freeze()
        return false
      })
    else simulator.setFaults({ slowMs: 1_500 })
    const { addBookingNote } = await client.send<{ addBookingNote: { change: { id: string } } }>(
      `mutation ($input: PmsBookingNoteInput!) { addBookingNote(input: $input) { change { id } } }`,
      { input: { hotelId, bookingId, note: `Frozen ${place}` } },
    )
    const { id } = addBookingNote.change
    const change = async () =>
      (
        await database.query<{ state: string; sendings: number }>(
          'SELECT state, sendings FROM pms_change WHERE id = $1',
          [id],
        )
      )[0]
    if (!isBefore) await vi.waitFor(() => expect(effects.length).toBe(before + 1), PATIENT)
    if (!isBefore) freeze()
    await vi.waitFor(() => expect(frozenAtMs).toBeGreaterThan(0), PATIENT)
    await vi.waitFor(async () => expect(await change()).toEqual({ state: 'SENDING', sendings: 1 }), PATIENT)
    expect(effects.length - before).toBe(isBefore ? 0 : 1)

    // Lease, time-out and settling are over.
    simulator.setFaults({})
    await database.query('UPDATE pms_change SET ready_at = now(), lease_expires_at = now() WHERE id = $1', [id])
    await using heir = await startWorker()
    await vi.waitFor(
      async () => expect(await change()).toEqual({ state: 'APPLIED', sendings: isBefore ? 2 : 1 }),
      PATIENT,
    )
    expect(effects.length - before).toBe(1)
    const left = await written(id)

    await sleep(Math.max(0, frozenAtMs + CHANGE_TIMING.leaveWithinMs + 500 - performance.now()))
    process.kill(frozen.pid, 'SIGCONT')
    // It ends once it is through with what it had in hand.
    expect(await frozen.end('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(effects.slice(before)).toMatchObject([{ action: 'BOOKING_NOTE' }])
    expect(await written(id)).toEqual(left)
    expect(left.audit.map(({ action }) => action)).toEqual(['change.requested', 'change.ended'])
    expect(countOf(frozen.output() + heir.output(), 'pms.change.applied')).toBe(1)
  }
}, 200_000)
