import { expect, it, vi } from 'vitest'
import { createTestClient, JWT_SECRET, syncBookings } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { startService } from '../../kit/service.ts'

it('a second start on the same data joins the demo of the first one, and takes it over when that has ended', async () => {
  await using database = await createTestDatabase()
  const env = {
    JWT_SECRET,
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    DEMO: 'true',
  }
  await using first = await startService(env)
  await using second = await startService(env)
  expect(first.output()).not.toContain('joined it')
  expect(second.output()).toContain('Another process of this database runs the demo hotel; joined it')

  const [one, other] = [await createTestClient(first.url ?? ''), await createTestClient(second.url ?? '')]
  const sync = (client: typeof one) => syncBookings(client, { hotelId: 'demo', full: true, wait: true })
  await vi.waitFor(async () => expect(await sync(one)).toMatchObject({ status: 'COMPLETED' }), 20_000)
  await second.end('SIGKILL')
  expect(await sync(one)).toMatchObject({ status: 'COMPLETED', itemsFailed: 0 })

  await using third = await startService(env)
  await first.end('SIGKILL')
  const heir = await createTestClient(third.url ?? '')
  await vi.waitFor(async () => expect(await sync(heir)).toMatchObject({ status: 'COMPLETED' }), 30_000)
  for (const client of [one, other, heir]) await client.close()
}, 120_000)
