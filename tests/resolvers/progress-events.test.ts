import { expect, test } from 'vitest'
import { createReadShares } from '../../src/platform/database/shares.ts'
import { createMessageBuffer } from '../../src/platform/pubsub/message-buffer.ts'
import type { PubSub } from '../../src/platform/pubsub/pubsub.ts'
import { NO_TRACING } from '../../src/platform/tracing/tracing.ts'
import { createContext } from '../../src/resolvers/access/context.ts'
import { createCursorCodec } from '../../src/resolvers/paging/cursor.ts'
import { progressEvents } from '../../src/resolvers/streams/progress-events.ts'
import { createRateLimit } from '../../src/security/rate-limit.ts'
import { openTestDatabase } from '../kit/database.ts'
import { addHotel, addSyncLog } from '../kit/rows.ts'
import { silentLog } from '../kit/services.ts'

test('a subscriber learns how a run ended even when every message is lost', async () => {
  await using database = await openTestDatabase()
  const hotelId = await addHotel(database)
  const { id } = await addSyncLog(database, { hotelId, status: 'RUNNING' })
  const deaf: PubSub = {
    publish: async () => {},
    subscribe: async <T>() => createMessageBuffer<T>(1, () => {}).messages,
    [Symbol.asyncDispose]: async () => {},
  }
  const services = {
    shares: createReadShares(),
    database,
    pubsub: deaf,
    cursors: createCursorCodec('x'),
    log: silentLog,
    tracing: NO_TRACING,
    clock: { now: () => new Date() },
    connectionTests: createRateLimit(10),
    listProviders: () => [],
  }
  const viewer = { subject: 'v', permissions: new Set<never>(), hotelIds: '*' as const, expiresAt: new Date() }
  const context = createContext(
    {
      ...services,
      engine: undefined as never,
      freshness: undefined as never,
      configurations: undefined as never,
      inbox: undefined as never,
      changes: undefined as never,
      distribution: undefined as never,
      isSchemaPublic: true,
      publicUrl: () => '',
    },
    {
      viewer,
      requestId: 'r',
      signal: () => new AbortController().signal,
    },
  )
  const events = await progressEvents(context, { hotelId, syncLogId: id }, 5)
  expect((await events.next()).value).toMatchObject({ status: 'RUNNING' })
  const next = events.next()
  await database.query(`UPDATE pms_sync_log SET status = 'COMPLETED', sequence = sequence + 1 WHERE id = $1`, [id])
  expect((await next).value).toMatchObject({ status: 'COMPLETED', phase: 'ENDED' })
  expect((await events.next()).done).toBe(true)
})
