import { expect, inject, it, vi } from 'vitest'
import { Secret } from '../../../src/platform/secret.ts'
import { createVault } from '../../../src/security/vault.ts'
import { openChannelHotel, PLAN } from '../../kit/channel-hotel.ts'
import { JWT_SECRET } from '../../kit/client.ts'
import { startService } from '../../kit/service.ts'

const KEY = Buffer.alloc(32, 7)

it('kill -9 with a price on its way to a channel: the next worker sends what holds by then, and all of it arrives', async () => {
  const vault = createVault({ keys: [{ id: 'k1', key: new Secret(KEY) }] })
  await using hotel = await openChannelHotel({}, { perMinute: 1_000, vault })
  const { channel, database, day } = hotel
  const redisUrl = inject('redisUrl')
  const env = {
    ...{ JWT_SECRET, DATABASE_URL: database.url, ENCRYPTION_KEYS: `k1:${KEY.toString('base64')}` },
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  }
  const prices = (...ahead: number[]) => ahead.map((n) => channel.rate(PLAN, day(n))?.rate)
  const inTime = { timeout: 60_000, interval: 100 }

  const doomed = await startService(env, ['--role', 'worker'])
  await vi.waitFor(() => expect(prices(0, 364)).toEqual([10_000, 10_000]), inTime)
  // The rooms follow the prices in a message of their own.
  await vi.waitFor(async () => expect((await hotel.status()).state).toBe('LIVE'), inTime)
  channel.setFaults({ isHung: true })
  await hotel.price({ from: day(3), days: 1, price: 20_000 })
  await vi.waitFor(() => expect(prices(3)).toEqual([20_000]), inTime)
  await doomed.end('SIGKILL')
  expect((await hotel.status()).pending, 'nobody has heard that it arrived').toBe(1)

  channel.setFaults({})
  await hotel.price({ from: day(3), days: 2, price: 21_000 })
  // As if its time had passed: half a minute.
  await database.query('UPDATE pms_channel SET lease_expires_at = now()')
  await using _heir = await startService(env, ['--role', 'worker'])
  await vi.waitFor(() => expect(prices(2, 3, 4, 5)).toEqual([10_000, 21_000, 21_000, 10_000]), inTime)
  await vi.waitFor(async () => expect(await hotel.status()).toMatchObject({ state: 'LIVE', pending: 0 }), inTime)
}, 180_000)
