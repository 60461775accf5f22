import { randomUUID } from 'node:crypto'
import { expect, inject, it, vi } from 'vitest'
import { openDatabase } from '../../../src/platform/database/database.ts'
import { mock } from '../../../src/providers/mock/index.ts'
import { addHotel, createTestClient, JWT_SECRET } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { startService } from '../../kit/service.ts'

/** The promise is for 10,000, which takes some minutes. */
const ITEMS = Number(process.env.SET_ITEMS ?? 1_000)
const PATIENT = { timeout: 90 * ITEMS, interval: 50 }
vi.setConfig({ testTimeout: 240 * ITEMS })

const SET = `id state previewHash stoppedBecause { code } counts { total toSend done failed notTried waiting }`

interface Shown {
  readonly id: string
  readonly state: string
  readonly previewHash: string
  readonly counts: Readonly<Record<'total' | 'toSend' | 'done' | 'failed' | 'notTried' | 'waiting', number>>
}

it('a thousand changes, one in twenty refused, a storm of 429 and a kill -9: all are accounted for, none is done twice', async () => {
  await using created = await createTestDatabase()
  await using simulator = await mock.simulate({ bookings: 2.4 * ITEMS, rooms: 0.06 * ITEMS, guests: 2 })
  const redisUrl = inject('redisUrl')
  const env = {
    JWT_SECRET,
    DATABASE_URL: created.url,
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  }
  await using api = await startService(env, ['--role', 'api'])
  const victim = await startService(env, ['--role', 'worker'])
  await using database = await openDatabase({ url: created.url })
  const client = await createTestClient(api.url ?? '')
  const hotelId = randomUUID()
  await addHotel(client, hotelId, simulator)
  await client.send(
    `mutation ($input: PmsConfigurationInput!) { upsertConfiguration(input: $input) { errors { code } } }`,
    { input: { hotelId, provider: 'mock', writeEnabled: true } },
  )
  await client.send(`mutation ($input: PmsSyncInput!) { syncBookings(input: $input) { errors { code } } }`, {
    input: { hotelId, provider: 'mock', wait: true },
  })
  const bookings = await database.query<{ id: string }>(
    `SELECT id FROM pms_booking WHERE hotel_id = $1 AND status IN ('CONFIRMED', 'CHECKED_IN') LIMIT ${ITEMS}`,
    [hotelId],
  )
  expect(bookings).toHaveLength(ITEMS)
  const shown = async (id: string) =>
    (await client.send<{ changeSet: Shown }>(`query ($id: ID!) { changeSet(id: $id) { ${SET} } }`, { id })).changeSet

  const { createChangeSet } = await client.send<{ createChangeSet: { changeSet: Shown } }>(
    `mutation ($input: PmsCreateChangeSetInput!) { createChangeSet(input: $input) { changeSet { ${SET} } errors { code } } }`,
    {
      input: {
        ...{ hotelId, action: 'BOOKING_CHANGE', values: { adults: 9 }, stopPercent: 100 },
        ids: bookings.map(({ id }) => id),
      },
    },
  )
  const { id } = createChangeSet.changeSet
  await vi.waitFor(async () => expect((await shown(id)).state).toBe('PREVIEWED'), PATIENT)
  const preview = await shown(id)
  expect(preview.counts).toMatchObject({ total: ITEMS, toSend: ITEMS })

  simulator.setFaults({ slowMs: 150, write: { refuse: 0.05 } })
  await client.send(
    `mutation ($input: PmsRunChangeSetInput!) { runChangeSet(input: $input) { changeSet { id } errors { code } } }`,
    { input: { changeSetId: id, previewHash: preview.previewHash } },
  )
  // A part of it is on its way, and a part is over.
  const sending = () => database.query(`SELECT 1 FROM pms_change WHERE set_id = $1 AND state = 'SENDING' LIMIT 1`, [id])
  await vi.waitFor(async () => {
    expect((await shown(id)).counts.done).toBeGreaterThan(ITEMS / 10)
    expect(await sending()).toHaveLength(1)
  }, PATIENT)
  await victim.end('SIGKILL')
  simulator.setFaults({ rateLimited: 0.3, write: { refuse: 0.05 } })
  const left = await database.query<{ state: string }>(
    `UPDATE pms_change SET ready_at = now(), lease_expires_at = now() WHERE set_id = $1 AND lease_expires_at > now()
     RETURNING state`,
    [id],
  )
  expect(left.length).toBeGreaterThan(0)
  await using _heir = await startService(env, ['--role', 'worker'])
  await vi.waitFor(async () => expect((await shown(id)).counts.waiting).toBeLessThan(ITEMS / 3), PATIENT)
  simulator.setFaults({ write: { refuse: 0.05 } })
  await vi.waitFor(async () => expect((await shown(id)).state).toBe('PARTIAL'), PATIENT)

  const { counts } = await shown(id)
  const effects = simulator.desk.effects.map(({ externalId }) => externalId)
  expect(new Set(effects).size).toBe(effects.length)
  expect(effects).toHaveLength(counts.done)
  expect(counts).toMatchObject({ total: ITEMS, notTried: 0, waiting: 0, done: ITEMS - counts.failed })
  expect(counts.failed).toBeGreaterThan(0)
  const failed = await database.query<{ errorCode: string; count: number }>(
    `SELECT error_code AS "errorCode", count(*)::integer AS count FROM pms_change WHERE set_id = $1 AND state <> 'APPLIED'
     GROUP BY 1`,
    [id],
  )
  expect(failed).toEqual([{ errorCode: 'PROVIDER_REJECTED', count: counts.failed }])
  const rows = await database.query('SELECT 1 FROM pms_booking WHERE hotel_id = $1 AND adults = 9', [hotelId])
  expect(rows).toHaveLength(counts.done)
  await client.close()
})
