import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { openDatabase } from '../src/platform/database/database.ts'
import { mock } from '../src/providers/mock/index.ts'
import { silentPubSub } from '../tests/kit/memory-pubsub.ts'
import { createTestServices } from '../tests/kit/services.ts'
import { insertHotel } from '../tests/kit/test-hotel.ts'

/** A process of its own, so that its memory is that of one sync and of nothing else. */
const job = z
  .object({ url: z.string(), bookings: z.number(), credentials: z.looseObject({}), settings: z.looseObject({}) })
  .parse(JSON.parse(process.argv[2] ?? '{}'))

await using database = await openDatabase({ url: job.url })
const hotelId = randomUUID()
await insertHotel(database, hotelId, mock.key, { ...job, externalHotelId: null })
const { engine } = createTestServices(database, { pubsub: silentPubSub() })
const startedAt = performance.now()
const queued = await engine.request({ hotelId, provider: mock.key, entityType: 'BOOKING', trigger: 'MANUAL' })
const log = await engine.run(queued.id)
if (log.itemsCreated !== job.bookings) throw new Error(`${log.status}: ${log.itemsCreated} stored; ${log.errorSummary}`)
const seconds = (performance.now() - startedAt) / 1000
console.log(JSON.stringify({ peakMb: process.resourceUsage().maxRSS / 1024, seconds }))
