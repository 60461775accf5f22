import type { Config } from '../config.ts'
import { startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres.ts'
import type { Logger } from '../logger.ts'

/** Where the database is. Disposing stops the embedded one, unless another process of ours still uses it. */
export interface DatabaseServer extends AsyncDisposable {
  readonly url: string
}

/** The server of `DATABASE_URL`, else an embedded PostgreSQL under `DATA_DIR`. */
export async function openDatabaseServer(
  config: Pick<Config, 'database' | 'dataDir'>,
  log: Logger,
): Promise<DatabaseServer> {
  if (config.database.kind === 'embedded') return startEmbeddedPostgres({ dataDir: config.dataDir, log })
  return { url: config.database.url.reveal(), [Symbol.asyncDispose]: async () => {} }
}
