import { Command } from 'commander'
import { loadConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database/database.ts'
import { migrateAsOwner } from '../platform/database/migrate.ts'
import { openDatabaseServer } from '../platform/database/server.ts'
import { createLogger } from '../platform/logger.ts'

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database schema up to date')
    .option('--check', 'change nothing; exit with 1 when migrations are pending')
    .action(async ({ check }) => {
      const config = loadConfig()
      const log = createLogger(config.log, process.stderr)
      await using server = await openDatabaseServer(config, log)
      await using database = await openDatabase({ url: server.url })
      if (check) return reportPending(await database.pendingMigrations())
      const applied = await migrateAsOwner(database, server.migrationUrl)
      process.stdout.write(applied.length === 0 ? 'Nothing to do.\n' : `Applied ${applied.join(', ')}.\n`)
    })
}

function reportPending(names: readonly string[]): void {
  process.stdout.write(names.length === 0 ? 'The schema is up to date.\n' : `Pending: ${names.join(', ')}.\n`)
  process.exitCode = names.length === 0 ? 0 : 1
}
