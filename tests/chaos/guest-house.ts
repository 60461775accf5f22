import type { PmsProviderAdapter } from '../../src/providers/provider.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { rotate } from '../e2e/webhooks/inbox-client.ts'
import { addHotel, type Client } from '../kit/client.ts'
import { startTcpProxy, type TcpProxy } from '../kit/tcp-proxy.ts'

/** A hotel whose PMS is a simulator behind a network that may fail. What the simulator has is the truth. */
export interface GuestHouse extends AsyncDisposable {
  readonly hotelId: string
  readonly adapter: PmsProviderAdapter
  readonly simulator: Simulator
  readonly network: TcpProxy
}

const SIZE = { bookings: 240, guests: 120, rooms: 40 }
const SLOW_MS = 40

export async function openGuestHouse(adapter: PmsProviderAdapter, hotelId: string, seed: number): Promise<GuestHouse> {
  const simulator = await adapter.simulate({ ...SIZE, seed, faults: { slowMs: SLOW_MS } })
  const network = await startTcpProxy(simulator.url)
  return {
    hotelId,
    adapter,
    simulator,
    network,
    async [Symbol.asyncDispose]() {
      await network[Symbol.asyncDispose]()
      await simulator[Symbol.asyncDispose]()
    },
  }
}

/** What it does when nothing is wrong with it. */
export const calm = ({ simulator, network }: GuestHouse) => {
  network.restore()
  simulator.setFaults({ slowMs: SLOW_MS })
}

/** Registers it with a sync every minute. */
export async function register(house: GuestHouse, client: Client): Promise<void> {
  const { simulator, network, adapter, hotelId } = house
  const behind = (value: object) =>
    JSON.parse(JSON.stringify(value).replaceAll(simulator.url, network.url.replace(/\/$/, ''))) as object
  const account = {
    credentials: behind(simulator.credentials),
    settings: behind(simulator.settings),
    externalHotelId: simulator.externalHotelId,
  }
  await addHotel(client, hotelId, account, adapter.key, { syncSchedule: '* * * * *' })
}

/** Its PMS tells of every change from now on. */
export async function subscribe({ hotelId, adapter, simulator }: GuestHouse, client: Client, apiUrl: string) {
  const { key, secret } = await rotate(client, hotelId)
  simulator.subscribe?.({ url: `${apiUrl}/api/pms/${adapter.key}/webhooks/${key}`, secret })
}
