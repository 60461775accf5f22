import { randomBytes } from 'node:crypto'
import type { PmsProviderAdapter } from '../../src/providers/provider.ts'
import { createTestClient, JWT_SECRET } from '../kit/client.ts'
import { type OwnPostgres, startOwnPostgres } from '../kit/own-postgres.ts'
import { type OwnRedis, startOwnRedis } from '../kit/own-redis.ts'
import { freePort } from '../kit/server.ts'
import { startTcpProxy, type TcpProxy } from '../kit/tcp-proxy.ts'
import { type GuestHouse, openGuestHouse, register, subscribe } from './guest-house.ts'
import { type Member, startMember } from './member.ts'
import type { Part } from './scenario.ts'

/** Everything that can break, and where it is. */
export interface World extends AsyncDisposable {
  readonly postgres: OwnPostgres
  /** Between the service and its database. */
  readonly databaseNetwork: TcpProxy
  readonly redis: OwnRedis | null
  readonly api: Member
  readonly workers: readonly Member[]
  readonly houses: readonly GuestHouse[]
  /** Where the API is, whether it is up or not. */
  readonly apiUrl: string
  readonly parts: Readonly<Record<Part, number>>
}

export interface WorldOptions {
  readonly workers: number
  /** One hotel each; the first is told to send webhooks. */
  readonly providers: readonly PmsProviderAdapter[]
  readonly isWithRedis: boolean
  readonly seed: number
}

export async function openWorld({ workers: count, providers, isWithRedis, seed }: WorldOptions): Promise<World> {
  await using parts = new AsyncDisposableStack()
  const postgres = parts.use(await startOwnPostgres())
  const databaseNetwork = parts.use(await startTcpProxy(postgres.url))
  const redis = isWithRedis ? await startOwnRedis() : null
  if (redis !== null) parts.use(redis)
  const houses: GuestHouse[] = []
  for (const [index, adapter] of providers.entries())
    houses.push(parts.use(await openGuestHouse(adapter, `house-${index}-${adapter.key}`, seed + index)))
  const env = {
    JWT_SECRET,
    DATABASE_URL: databaseNetwork.url,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    ...(redis === null ? {} : { REDIS_URL: redis.url }),
  }
  const port = await freePort()
  const api = parts.use(await startMember({ name: 'api', role: 'api', env, port }))
  const workers = await Promise.all(Array.from({ length: count }, (_, index) => startWorker(index, env)))
  for (const worker of workers) parts.use(worker)
  const apiUrl = `http://127.0.0.1:${port}`
  const client = await createTestClient(apiUrl)
  for (const house of houses) await register(house, client)
  if (houses[0] !== undefined) await subscribe(houses[0], client, apiUrl)
  await client.close()
  const all = parts.move()
  return {
    ...{ postgres, databaseNetwork, redis, api, workers, houses, apiUrl },
    parts: {
      ...{ api: 1, worker: count, process: count + 1, postgres: 1, vendor: houses.length },
      redis: redis === null ? 0 : 1,
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  }
}

const startWorker = async (index: number, env: Record<string, string>) =>
  startMember({ name: `worker-${index}`, role: 'worker', env, port: await freePort() })
