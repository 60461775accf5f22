import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { openDatabase } from '../src/platform/database/database.ts'
import { mock } from '../src/providers/mock/index.ts'
import { silentPubSub } from '../tests/kit/memory-pubsub.ts'
import { createTestServices } from '../tests/kit/services.ts'
import { insertHotel } from '../tests/kit/test-hotel.ts'

/** A process of its own, so that its memory is that of these syncs and of nothing else. */
const job = z
  .object({
    url: z.string(),
    hotels: z.number(),
    bookings: z.number(),
    credentials: z.looseObject({}),
    settings: z.looseObject({}),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'))

await using database = await openDatabase({ url: job.url })
const { engine } = createTestServices(database, { pubsub: silentPubSub() })
const startedAt = performance.now()
await Promise.all(Array.from({ length: job.hotels }, syncOne))
const seconds = (performance.now() - startedAt) / 1000
console.log(JSON.stringify({ peakMb: process.resourceUsage().maxRSS / 1024, seconds }))

async function syncOne() {
  const hotelId = randomUUID()
  await insertHotel(database, hotelId, mock.key, { ...job, externalHotelId: null })
  const queued = await engine.request({ hotelId, provider: mock.key, entityType: 'BOOKING', trigger: 'MANUAL' })
  let log = await engine.run(queued.id)
  // A machine that is busy with four such hotels may be too slow for a lease; then the run goes on as it would elsewhere.
  while (log.completedAt === null) log = await engine.run(queued.id)
  if (log.itemsCreated !== job.bookings)
    throw new Error(`${log.status}: ${log.itemsCreated} stored; ${log.errorSummary}`)
}
