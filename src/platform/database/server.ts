import type { Config } from '../config.ts'
import { startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres.ts'
import type { Logger } from '../logger.ts'

/** Where the database is. Disposing stops the embedded one, unless another process of ours still uses it. */
export interface DatabaseServer extends AsyncDisposable {
  /** Of the service. */
  readonly url: string
  /** Of the owner of the schema; null: the service is that itself, or somebody else migrates. */
  readonly migrationUrl: string | null
}

/** The server of `DATABASE_URL`, else an embedded PostgreSQL under `DATA_DIR`. */
export async function openDatabaseServer(
  config: Pick<Config, 'database' | 'dataDir'>,
  log: Logger,
): Promise<DatabaseServer> {
  if (config.database.kind === 'embedded') {
    const { url, serviceUrl, stop } = await startEmbeddedPostgres({ dataDir: config.dataDir, log })
    return { url: serviceUrl, migrationUrl: url, [Symbol.asyncDispose]: stop }
  }
  const { url, migrationUrl } = config.database
  return { url: url.reveal(), migrationUrl: migrationUrl?.reveal() ?? null, [Symbol.asyncDispose]: async () => {} }
}
