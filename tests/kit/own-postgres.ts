import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseAccount } from '../../src/platform/embedded-postgres/account.ts'
import { findBinaries } from '../../src/platform/embedded-postgres/binaries.ts'
import { openCluster } from '../../src/platform/embedded-postgres/cluster.ts'
import { type Postmaster, startPostmaster, stopPostmaster } from '../../src/platform/embedded-postgres/postmaster.ts'

/** A PostgreSQL server of one's own, to take away: nobody else's tests are on it, and nothing starts it again by itself. */
export interface OwnPostgres extends AsyncDisposable {
  /** The same after every start. */
  readonly url: string
  start(): Promise<void>
  /** As an administrator does: whoever is connected is cut off. */
  stop(): Promise<void>
  /** As the machine does when it is out of memory. */
  kill(): Promise<void>
}

const log = { info() {}, warn() {} }

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pms-own-server-'))
  await chmod(dataDir, 0o755) // as root, the server runs as another user
  const account = await databaseAccount(join(dataDir, 'postgres'))
  const binaries = await findBinaries(account, log)
  // Durable: what it said it had stored has to be there after a kill.
  const cluster = await openCluster({ dataDir, account, binaries, durable: true, log })
  const launch = (port?: number) => startPostmaster(cluster, { binaries, account, durable: true, port })
  let server: Postmaster = await launch()
  const { port } = server
  return {
    url: `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/postgres`,
    async start() {
      server = await launch(port)
    },
    stop: () => stopPostmaster(server),
    async kill() {
      process.kill(Number.parseInt(server.identity, 10), 'SIGKILL')
    },
    async [Symbol.asyncDispose]() {
      await stopPostmaster(server)
      for (const folder of [cluster.folder, dataDir]) await rm(folder, { recursive: true, force: true })
    },
  }
}
