import { type Database, openDatabase } from './database.ts'
import { databaseUser } from './service-user.ts'

/**
 * Brings the schema up to date as its owner, and lets the service in.
 * @param database as the service is connected
 * @param migrationUrl of the owner; null: the service is that itself
 * @returns what was applied
 */
export async function migrateAsOwner(database: Database, migrationUrl: string | null): Promise<string[]> {
  if (migrationUrl === null) return database.migrate()
  await using owner = await openDatabase({ url: migrationUrl, poolSize: 2 })
  return owner.migrate((await databaseUser(database)).name)
}
