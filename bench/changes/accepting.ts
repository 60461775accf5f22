import Fastify from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { createChangeQueue } from '../../src/jobs/change.ts'
import { type Database, openDatabase } from '../../src/platform/database/database.ts'
import { createRelayPubSub } from '../../src/platform/pubsub/relay-pubsub.ts'
import { createQueueBackend } from '../../src/platform/queue/queue.ts'
import { silentLog } from '../../tests/kit/services.ts'
import { startOurs } from '../peers/ours.ts'

/** A server in a process of its own; prints where it listens. */
const SERVERS = { ours: startAll, bare: startBare }

/** As in production: whoever waits for the change is woken by the queue, and who watches hears of it. */
async function startAll(database: Database): Promise<string> {
  const backend = await createQueueBackend({ databaseUrl: database.url, log: silentLog })
  const [queue, pubsub] = [
    await createChangeQueue({ backend, log: silentLog }),
    await createRelayPubSub(backend, silentLog),
  ]
  return startOurs(database, { pubsub, enqueueChange: queue.enqueue })
}

/** Keeps what it was sent, and asks nothing. */
async function startBare(database: Database): Promise<string> {
  await database.query(`CREATE TABLE IF NOT EXISTS bench_change (id uuid PRIMARY KEY, hotel_id text NOT NULL,
    entity_id uuid NOT NULL, wanted jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now())`)
  const fastify = Fastify()
  fastify.post<{ Body: { hotelId: string; id: string; values: object } }>(
    '/api/pms/changes',
    async ({ body }, reply) => {
      const id = uuidv7()
      await database.query('INSERT INTO bench_change (id, hotel_id, entity_id, wanted) VALUES ($1, $2, $3, $4)', [
        id,
        body.hotelId,
        body.id,
        JSON.stringify(body.values),
      ])
      return reply.code(202).send({ success: true, changeId: id })
    },
  )
  return fastify.listen({ host: '127.0.0.1', port: 0 })
}

const [name = '', url = ''] = process.argv.slice(2)
console.log(await SERVERS[name as keyof typeof SERVERS](await openDatabase({ url })))
process.on('disconnect', () => process.exit())
