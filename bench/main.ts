import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openDatabase } from '../src/platform/database/database.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.ts'
import { benchAri } from './ari/ari.ts'
import { benchChanges } from './changes.ts'
import { benchFleet } from './fleet.ts'
import { benchGraphql } from './graphql.ts'
import { benchIngest } from './ingest.ts'
import { benchHeavyPages, benchMemory } from './memory.ts'
import { benchQueue } from './queue.ts'
import { benchStreams } from './streams.ts'
import { benchSubscriptions } from './subscriptions.ts'
import { benchWebhooks } from './webhooks.ts'

/** `npm run bench [name …]`: everything, or what is named. All figures of one table come from one run; compare only those. */
const BENCHES = {
  ingest: benchIngest,
  ari: benchAri,
  graphql: benchGraphql,
  memory: benchMemory,
  pages: benchHeavyPages,
  subscriptions: benchSubscriptions,
  webhooks: benchWebhooks,
  streams: benchStreams,
  changes: benchChanges,
  fleet: benchFleet,
  queue: benchQueue,
}

const asked = process.argv.slice(2)
const usage = `npm run bench [-- NAME …]: ${Object.keys(BENCHES).join(', ')}; all of them unless some are named`
if (asked.some((word) => word === '--help' || word === '-h')) {
  console.log(usage)
  process.exit()
}
const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(' or ')}.\n${usage}`)
  process.exit(1)
}

const dataDir = await mkdtemp(join(tmpdir(), 'pms-bench-'))
// The database may run as another user, who has to get in.
await chmod(dataDir, 0o755)
const log = pino({ level: 'warn' })
const server = await startEmbeddedPostgres({ dataDir, log })
try {
  await using database = await openDatabase({ url: server.url })
  await database.migrate()
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length === 0 || asked.includes(name)) await bench(database)
  }
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
