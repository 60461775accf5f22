import { randomUUID } from 'node:crypto'
import { expect, inject, it, vi } from 'vitest'
import { openDatabase } from '../../../src/platform/database/database.ts'
import { mock } from '../../../src/providers/mock/index.ts'
import { addHotel, createTestClient, JWT_SECRET } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { startService } from '../../kit/service.ts'

const PATIENT = { timeout: 60_000, interval: 20 }

it('kill -9 of a worker before, during and after the request: another one finishes it, and the PMS has acted once', async () => {
  await using created = await createTestDatabase()
  await using simulator = await mock.simulate({ bookings: 10, rooms: 8, guests: 2 })
  const redisUrl = inject('redisUrl')
  const env = {
    JWT_SECRET,
    DATABASE_URL: created.url,
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  }
  await using api = await startService(env, ['--role', 'api'])
  await using database = await openDatabase({ url: created.url })
  const client = await createTestClient(api.url ?? '')
  const hotelId = randomUUID()
  await addHotel(client, hotelId, simulator)
  await client.send(
    `mutation ($input: PmsConfigurationInput!) { upsertConfiguration(input: $input) { errors { code } } }`,
    { input: { hotelId, provider: 'mock', writeEnabled: true } },
  )
  const [bookingId] = await bookingsOf(client, env, hotelId)
  const stateOf = async (id: string) =>
    (
      await database.query<{ state: string; held: boolean }>(
        'SELECT state, lease_expires_at IS NOT NULL AS held FROM pms_change WHERE id = $1',
        [id],
      )
    )[0]

  // Each answer takes a while, so that the worker can be met in the middle of its request.
  for (const boundary of ['PENDING', 'SENDING', 'AWAITING']) {
    simulator.setFaults({ slowMs: 1_500 })
    const worker = await startService(env, ['--role', 'worker'])
    const { addBookingNote } = await client.send<{ addBookingNote: { change: { id: string } } }>(
      `mutation ($input: PmsBookingNoteInput!) { addBookingNote(input: $input) { change { id } } }`,
      { input: { hotelId, bookingId, note: `Killed at ${boundary}` } },
    )
    const { id } = addBookingNote.change
    await vi.waitFor(async () => expect(await stateOf(id)).toEqual({ state: boundary, held: true }), PATIENT)
    await worker.end('SIGKILL')
    simulator.setFaults({})
    const before = simulator.desk.effects.length
    await database.query(
      `UPDATE pms_change SET ready_at = now(), lease_expires_at = now() WHERE id = $1 AND ended_at IS NULL`,
      [id],
    )
    await using _heir = await startService(env, ['--role', 'worker'])
    await vi.waitFor(async () => expect((await stateOf(id))?.state).toBe('APPLIED'), PATIENT)
    expect(simulator.desk.effects.length - before).toBeLessThanOrEqual(1)
  }
  expect(simulator.desk.effects.map(({ action }) => action)).toEqual(Array.from({ length: 3 }, () => 'BOOKING_NOTE'))
  await client.close()
}, 200_000)

async function bookingsOf(
  client: Awaited<ReturnType<typeof createTestClient>>,
  env: Record<string, string>,
  hotelId: string,
): Promise<string[]> {
  await using _worker = await startService(env, ['--role', 'worker'])
  await client.send(`mutation ($input: PmsSyncInput!) { syncBookings(input: $input) { errors { code } } }`, {
    input: { hotelId, provider: 'mock', wait: true },
  })
  const { bookings } = await client.send<{ bookings: { nodes: { id: string }[] } }>(
    'query ($hotelId: ID!) { bookings(hotelId: $hotelId, first: 1) { nodes { id } } }',
    { hotelId },
  )
  return bookings.nodes.map(({ id }) => id)
}
