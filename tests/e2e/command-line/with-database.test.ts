import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { credentialsContext } from '../../../src/configurations/credentials.ts'
import { openDatabase } from '../../../src/platform/database/database.ts'
import { Secret } from '../../../src/platform/secret.ts'
import { mock } from '../../../src/providers/mock/index.ts'
import { createVault } from '../../../src/security/vault.ts'
import { JWT_SECRET } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { runCli } from '../../kit/service.ts'

const KEY = Buffer.alloc(32, 9)
const env = { JWT_SECRET, ENCRYPTION_KEYS: `k1:${KEY.toString('base64')}`, LOG_LEVEL: 'silent' }

describe('with a database', () => {
  it('sync runs a hotel’s sync here, tells how it goes and ends with its result', async () => {
    await using database = await createTestDatabase()
    await using simulator = await mock.simulate({
      ...{ bookings: 40, rooms: 5, guests: 9, roomTypes: 4, ratePlans: 3, roomBlocks: 2, maintenanceRequests: 7 },
    })
    const hotelId = randomUUID()
    await insertHotel(database.url, hotelId, simulator)
    const own = { ...env, DATABASE_URL: database.url }
    const { code, stdout, stderr } = await runCli(own, ['sync', '--hotel', hotelId, '--provider', 'mock'])
    expect(code).toBe(0)
    const results = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const told = results.map(({ entityType, status, created }) => [entityType, status, created])
    // Those with slices are walked once for each.
    const calendars = told.slice(8)
    expect(calendars.map(([type, status]) => [type, status])).toEqual([
      ...['RATE', 'RATE', 'AVAILABILITY', 'AVAILABILITY'].map((type) => [type, 'COMPLETED']),
    ])
    for (const [, , created] of calendars) expect(created).toBeGreaterThan(0)
    expect(told.slice(0, 8)).toEqual([
      ['BOOKING', 'COMPLETED', 40],
      ['ROOM', 'COMPLETED', 5],
      ['GUEST', 'COMPLETED', 9],
      ['ROOM_TYPE', 'COMPLETED', 4],
      ['RATE_PLAN', 'COMPLETED', 3],
      ['HOUSEKEEPING', 'COMPLETED', 5],
      ['ROOM_BLOCK', 'COMPLETED', 2],
      ['MAINTENANCE_REQUEST', 'COMPLETED', 7],
    ])
    expect(stderr).toMatch(/bookings +completed: 40 seen, 40 new/)
    simulator.setFaults({ unauthorized: true })
    const failed = await runCli(own, ['sync', '--hotel', hotelId, '--provider', 'mock', '--entity', 'rooms'])
    expect(failed.code).toBe(1)
    expect(JSON.parse(failed.stdout)).toMatchObject({ status: 'FAILED', errorCode: 'PROVIDER_UNAUTHORIZED' })
  })

  it('migrate has nothing to do on one that is up to date', async () => {
    await using database = await createTestDatabase()
    const { code, stdout } = await runCli({ ...env, DATABASE_URL: database.url }, ['migrate', '--check'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'The schema is up to date.\n' })
  })

  it('a database that is not there is said, without its password', async () => {
    const gone = { ...env, DATABASE_URL: 'postgresql://user:hunter2@127.0.0.1:1/none' }
    const { code, stdout, stderr } = await runCli(gone, ['doctor'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^FAIL +database/m)
    expect(stdout + stderr).not.toContain('hunter2')
  })
})

async function insertHotel(
  url: string,
  id: string,
  { credentials, settings }: { credentials: object; settings: object },
) {
  await using database = await openDatabase({ url })
  const vault = createVault({ keys: [{ id: 'k1', key: new Secret(KEY) }] })
  const sealed = vault.seal(JSON.stringify(credentials), credentialsContext({ hotelId: id, provider: 'mock' }))
  await database.query(
    `INSERT INTO pms_hotel (id, slug, name, time_zone, currency) VALUES ($1, $1, 'Test', 'Europe/Lisbon', 'EUR')`,
    [id],
  )
  await database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, settings) VALUES ($1, $2, 'mock', $3, $4)`,
    [randomUUID(), id, sealed, JSON.stringify(settings)],
  )
}
