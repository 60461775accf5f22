import { openDatabase } from '../../src/platform/database/database.ts'
import { createRelayPubSub } from '../../src/platform/pubsub/relay-pubsub.ts'
import { createQueueBackend } from '../../src/platform/queue/queue.ts'
import { silentLog } from '../../tests/kit/services.ts'
import { startOurs } from '../peers/ours.ts'
import { answerParent } from './child.ts'

/** The server in a process of its own, so that its memory is that of its subscribers and of nothing else. */
const [databaseUrl = ''] = process.argv.slice(2)
const database = await openDatabase({ url: databaseUrl })
const backend = await createQueueBackend({ databaseUrl, log: silentLog })
const url = await startOurs(database, { pubsub: await createRelayPubSub(backend, silentLog) })

export interface ServerFigures {
  readonly url: string
  readonly rssBytes: number
  readonly cpuUs: number
}

answerParent(async (): Promise<ServerFigures> => {
  const { user, system } = process.cpuUsage()
  return { url, rssBytes: process.memoryUsage.rss(), cpuUs: user + system }
})
