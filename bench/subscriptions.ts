import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { selectList } from '../src/entities/select.ts'
import { type SyncLog, SyncLogEntity } from '../src/entities/sync-log.ts'
import type { Database } from '../src/platform/database/database.ts'
import { createRelayPubSub } from '../src/platform/pubsub/relay-pubsub.ts'
import { createQueueBackend } from '../src/platform/queue/queue.ts'
import { progressOf, progressTopic } from '../src/sync/events/progress.ts'
import { addSyncLog } from '../tests/kit/rows.ts'
import { silentLog } from '../tests/kit/services.ts'
import { insertHotel } from '../tests/kit/test-hotel.ts'
import { percentile, report } from './measure.ts'
import { authorize } from './peers/ours.ts'
import { startChild } from './subscriptions/child.ts'
import type { ClientsTask } from './subscriptions/clients.ts'
import type { ServerFigures } from './subscriptions/server.ts'

const SUBSCRIBERS = 1_000
const WARM_UP = 20
const ROUNDS = 3
const EVENTS = 100
const PACE_MS = 100

/**
 * Subscribers over WebSocket, each a viewer of its own, all at one process. Events come from another process, as a worker's
 * do, and are received in a third. A subscriber costs what the server has grown by, when all events were told.
 */
export async function benchSubscriptions(database: Database): Promise<void> {
  const prepared = await prepareRun(database)
  await using backend = await createQueueBackend({ databaseUrl: database.url, log: silentLog })
  await using pubsub = await createRelayPubSub(backend, silentLog)
  await using server = startChild('bench/subscriptions/server.ts', [database.url])
  await using clients = startChild('bench/subscriptions/clients.ts')
  const figures = () => server.ask<ServerFigures>({})
  const tell = (task: ClientsTask) => clients.ask<number[]>(task)

  const { url } = await figures()
  const round = async (subscribers: number) => {
    for (let n = 0; n < EVENTS; n++) {
      await pubsub.publish(
        progressTopic(prepared.run),
        progressOf(prepared.run, { step: prepared.step++, phase: 'FETCHING' }),
      )
      await delay(PACE_MS)
    }
    return tell({ receive: EVENTS * subscribers })
  }
  await tell({ connect: { url, query: prepared.query, authorizations: prepared.authorizations.slice(0, WARM_UP) } })
  await round(WARM_UP)
  const before = await figures()
  await tell({ connect: { url, query: prepared.query, authorizations: prepared.authorizations.slice(WARM_UP) } })
  const connected = await figures()
  const ages: number[][] = []
  for (let n = 0; n < ROUNDS; n++) ages.push(await round(SUBSCRIBERS))
  const after = await figures()
  const perSubscriber = (bytes: number) => bytes / 1024 / (SUBSCRIBERS - WARM_UP)
  report(`subscriptions: ${SUBSCRIBERS} at one process, an event each ${PACE_MS} ms`, {
    'event to client: p50, ms': ages.map((each) => percentile(each, 0.5)),
    'event to client: p95, ms (goal ≤ 250)': ages.map((each) => percentile(each, 0.95)),
    'event to client: slowest, ms': ages.map((each) => percentile(each, 1)),
    'server CPU, µs an event and subscriber': [(after.cpuUs - connected.cpuUs) / (ROUNDS * EVENTS * SUBSCRIBERS)],
    'server RSS, KB a subscriber (goal ≤ 60)': [perSubscriber(after.rssBytes - before.rssBytes)],
    'the same before the events': [perSubscriber(connected.rssBytes - before.rssBytes)],
  })
}

/** A running sync of a hotel, and viewers of it. */
async function prepareRun(database: Database) {
  const hotelId = `bench-${randomUUID()}`
  await insertHotel(database, hotelId, 'mock')
  const { id } = await addSyncLog(database, { hotelId, status: 'RUNNING' })
  const [run] = await database.query<SyncLog>(`SELECT ${selectList(SyncLogEntity)} FROM pms_sync_log WHERE id = $1`, [
    id,
  ])
  if (run === undefined) throw new Error('The run is gone')
  const authorizations = await Promise.all(
    Array.from({ length: SUBSCRIBERS }, (_, n) => authorize(hotelId, `viewer-${n}`)),
  )
  const query = `subscription { syncProgress(hotelId: "${hotelId}") {
    syncLogId status phase sequence processed created updated failed total rate etaMs message at } }`
  return { run, authorizations, query, step: 1 }
}
