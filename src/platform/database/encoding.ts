import { PmsIntegrationError } from '../../errors.ts'
import type { Sql } from './database.ts'

/** @throws PmsIntegrationError CONFIGURATION_INVALID that says how to make a database that holds every guest's name */
export async function checkEncoding(sql: Sql): Promise<void> {
  const problem = await encodingProblem(sql)
  if (problem !== null) throw new PmsIntegrationError('CONFIGURATION_INVALID', problem)
}

/** Why the database cannot hold all text, and what to do about it; null: it can. An encoding is chosen once, when it is made. */
export async function encodingProblem(sql: Sql): Promise<string | null> {
  const [row] = await sql.query<{ encoding: string; name: string }>(
    `SELECT current_setting('server_encoding') AS encoding, current_database() AS name`,
  )
  if (row === undefined || row.encoding === 'UTF8') return null
  return `The database ${row.name} is encoded as ${row.encoding} and cannot hold every guest's name. Make another one (CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8') and name it in DATABASE_URL.`
}
