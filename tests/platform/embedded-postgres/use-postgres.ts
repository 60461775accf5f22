// A process that uses the embedded PostgreSQL of the given data directory until it is told to stop.
import { once } from 'node:events'
import { startEmbeddedPostgres } from '../../../src/platform/embedded-postgres/embedded-postgres.ts'

const log = { info() {}, warn() {} }
const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', log, durable: false })
process.stdout.write(`${JSON.stringify({ url: server.url, adopted: server.adopted })}\n`)
await once(process.stdin, 'data')
await server.stop()
process.stdin.destroy()
