import pg from 'pg'
import { PmsIntegrationError } from '../../errors.ts'
import type { Sql } from './database.ts'
import { SCOPED_ROLE } from './hotel-scope.ts'

/** Who is logged in, and whether it could do more than the service needs. */
export interface DatabaseUser {
  readonly name: string
  /** Superuser, BYPASSRLS, or owner of our tables: row-level security binds it only while it has stepped down. */
  readonly isUnbound: boolean
}

export async function databaseUser(sql: Sql): Promise<DatabaseUser> {
  const [user] = await sql.query<DatabaseUser>(
    `SELECT rolname AS name, rolsuper OR rolbypassrls OR EXISTS (
         SELECT FROM pg_tables WHERE starts_with(tablename, 'pms_') AND pg_has_role(tableowner, 'MEMBER')
       ) AS "isUnbound"
     FROM pg_roles WHERE rolname = current_user`,
  )
  if (user === undefined) throw new PmsIntegrationError('SERVICE_UNAVAILABLE', 'The database does not know its user.')
  return user
}

/**
 * Lets a user work as the service and as nothing else: it may become the role that row-level security binds, and look at
 * what is migrated.
 * @param owner connected as the owner of the schema, once that is migrated
 */
export async function admitServiceUser(owner: Sql, user: string): Promise<void> {
  const name = pg.escapeIdentifier(user)
  await owner.query(`GRANT ${SCOPED_ROLE} TO ${name}`)
  await owner.query(`GRANT SELECT ON pms_migration TO ${name}`)
  // Up to PostgreSQL 14 everybody may make tables in there. Whoever does not own the schema can only be told so.
  await owner.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC')
}
