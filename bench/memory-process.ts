import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { createSharedRateBudget } from '../src/configurations/shared-rate-budget.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { createProviderContext, createProviderRuntime } from '../src/providers/context.ts'
import { mock } from '../src/providers/mock/index.ts'
import { createSyncEngine } from '../src/sync/engine.ts'
import { engineDeps, insertHotel, silentLog } from '../tests/kit/engine.ts'
import { recordingPubSub } from '../tests/kit/memory-pubsub.ts'

/** A process of its own, so that its memory is that of one sync and of nothing else. */
const job = z
  .object({ url: z.string(), bookings: z.number(), credentials: z.looseObject({}), settings: z.looseObject({}) })
  .parse(JSON.parse(process.argv[2] ?? '{}'))

await using database = await openDatabase({ url: job.url })
const hotelId = randomUUID()
await insertHotel(database, hotelId, mock.key, { ...job, externalHotelId: null })
const clock = { now: () => new Date() }
const runtime = createProviderRuntime({ clock, budget: createSharedRateBudget(database), allowPrivateNetwork: true })
const engine = createSyncEngine({
  ...engineDeps(database),
  pubsub: { ...recordingPubSub(), publish: async () => {} },
  adapters: () => mock,
  openContext: ({ connection, ...options }) =>
    createProviderContext({ ...runtime, ...connection, ...options, log: silentLog }),
})
const startedAt = performance.now()
const queued = await engine.request({ hotelId, provider: mock.key, entityType: 'BOOKING', trigger: 'MANUAL' })
const log = await engine.run(queued.id)
if (log.itemsCreated !== job.bookings) throw new Error(`${log.status}: ${log.itemsCreated} stored; ${log.errorSummary}`)
const seconds = (performance.now() - startedAt) / 1000
console.log(JSON.stringify({ peakMb: process.resourceUsage().maxRSS / 1024, seconds }))
