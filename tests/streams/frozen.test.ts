import { expect, test } from 'vitest'
import { getProviderAdapter } from '../../src/providers/registry.ts'
import { createSocketClient } from '../../src/providers/transport/socket/socket.ts'
import { differencesOf } from '../chaos/truth.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { createTestServices } from '../kit/services.ts'
import { connectStreamHotel, fetchGaps, settleBackfill, startStreams, streamOf } from '../kit/stream-hotels.ts'
import { startTcpProxy } from '../kit/tcp-proxy.ts'

const SMALL = { bookings: 6, rooms: 3, guests: 4 }
/** In place of 5, 20 and 20 seconds. */
const TIMING = { pingMs: 100, silentMs: 1_000, connectMs: 1_000 }

test.each(['opera', 'mews'])(
  'a connection to %s that froze is found and told of, its hotel is polled, and when it is back nothing is lost',
  async (provider) => {
    await using database = await openTestDatabase()
    await using vendor = await getProviderAdapter(provider).simulate({ ...SMALL, faults: { streamLingersMs: 0 } })
    await using network = await startTcpProxy(vendor.url)
    const { openContext } = createTestServices(database)
    await using worker = startStreams(database, {
      openContext(options) {
        const client = createSocketClient({ ...options, allowPrivateNetwork: true, timing: TIMING })
        // The stream alone goes by way of the proxy: requests still reach the vendor.
        const byProxy = (url: string) => `${network.url.replace(/\/$/, '')}${url.slice(new URL(url).origin.length)}`
        const sockets = { connect: (to: { url: string }) => client.connect({ ...to, url: byProxy(to.url) }) }
        return { ...openContext(options), sockets }
      },
    })
    const { streams, inbox } = worker.services
    const hotel = await connectStreamHotel(worker.services, provider, vendor)
    await eventually(async () => expect((await streamOf(database, hotel)).state).toBe('CATCHING_UP'))
    await settleBackfill(database, hotel)
    await eventually(async () => {
      vendor.data.edit('bookings', 0)
      expect((await streamOf(database, hotel)).state).toBe('LIVE')
    })
    const differences = async () => {
      await inbox.drain(hotel.configurationId)
      return differencesOf(database, { hotelId: hotel.hotelId, simulator: vendor }, 'bookings')
    }

    network.freeze()
    vendor.data.edit('bookings', 1)
    await eventually(async () => {
      const { state, reason } = await streamOf(database, hotel)
      expect({ state, reason }).toEqual({ state: 'WAITING', reason: 'The PMS has said nothing for 1 seconds.' })
    })

    vendor.data.edit('bookings', 2)
    // Without a sign of life for half a minute, and two minutes after it last was fetched.
    await database.query(`UPDATE pms_stream SET live_at = live_at - interval '31 s'`)
    await database.query(`UPDATE pms_webhook_endpoint SET backfilled_at = backfilled_at - interval '121 s'`)
    await streams.guard()
    await fetchGaps(worker.services)
    expect(await differences(), 'by syncs, while the stream is down').toEqual([])
    expect((await streamOf(database, hotel)).state).not.toBe('LIVE')

    vendor.data.edit('bookings', 3)
    network.restore()
    // As long as what Mews cannot tell takes within its allowance.
    while ((await streamOf(database, hotel)).state !== 'LIVE') {
      await database.query('UPDATE pms_stream SET ready_at = least(ready_at, now())')
      await fetchGaps(worker.services)
    }
    expect(await streamOf(database, hotel)).toMatchObject({ failures: 0, reason: null })
    vendor.data.edit('bookings', 4)
    await eventually(async () => expect(await differences(), 'by the stream').toEqual([]))
    expect(vendor.connections?.mostOpen).toBe(1)
  },
  120_000,
)
