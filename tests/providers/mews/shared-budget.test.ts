import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSharedRateBudget } from '../../../src/configurations/shared-rate-budget.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { createProviderContext, createProviderRuntime } from '../../../src/providers/context.ts'
import { mews } from '../../../src/providers/mews/index.ts'
import { createSingleRequest } from '../../../src/providers/transport/single-request.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { silentLog } from '../../kit/services.ts'

/** Real time: `npm test` sees one allowance used up and nobody going on; two minutes tell how much of it is used over time. */
const SECONDS = Number(process.env.MEWS_RATE_SECONDS ?? 8)
const { requests, perMs } = mews.limits.rate

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

test(
  'two processes share one allowance: used while there is work, and not overdrawn',
  async () => {
    await using simulator = await mews.simulate({ bookings: 0, rooms: 1, guests: 0 })
    const statuses: number[] = []
    const clock = { now: () => new Date() }
    const signal = AbortSignal.timeout(SECONDS * 1_000)
    const work = async () => {
      const runtime = createProviderRuntime({
        clock,
        budget: createSharedRateBudget({ database, clock }),
        allowPrivateNetwork: true,
      })
      const singleRequest = createSingleRequest({ allowPrivateNetwork: true })
      const ctx = createProviderContext({
        ...runtime,
        adapter: mews,
        hotel: { id: 'h', externalHotelId: simulator.externalHotelId, timeZone: 'UTC', currency: 'EUR' },
        credentials: mews.credentials.parse(simulator.credentials),
        settings: mews.settings.parse(simulator.settings),
        log: silentLog,
        signal,
        maxWaitMs: perMs * 2,
        async singleRequest(...request) {
          const response = await singleRequest(...request)
          statuses.push(response.status)
          return response
        },
      })
      while (!signal.aborted) await mews.fetchOne?.guests?.(ctx, '0000000c-0000-4000-8000-000000000000').catch(() => {})
    }
    await Promise.all([work(), work()])
    const refused = statuses.filter((status) => status === 429).length
    const allowed = requests * Math.max(1, (SECONDS * 1_000) / perMs)
    expect(refused / statuses.length).toBeLessThanOrEqual(0.005)
    expect((statuses.length - refused) / allowed).toBeGreaterThanOrEqual(0.9)
  },
  SECONDS * 1_000 + 30_000,
)
