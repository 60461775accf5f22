import { PmsIntegrationError } from '../../errors.ts'
import type { Sql } from './database.ts'
import { SCOPED_ROLE } from './hotel-scope.ts'

/**
 * Makes sure that whoever is connected can step down to the scoped role. Many databases of a server may ask for it at the
 * same time.
 * @throws PmsIntegrationError CONFIGURATION_INVALID that says what an administrator has to do
 */
export async function ensureScopedRole(sql: Sql): Promise<void> {
  const role = await findRole(sql)
  if (problemOf(role) === null) return
  try {
    if (role === null) await sql.query(`CREATE ROLE ${SCOPED_ROLE} NOLOGIN`)
    await sql.query(`GRANT ${SCOPED_ROLE} TO CURRENT_USER`)
  } catch (cause) {
    // Unless another database of the server was faster.
    const problem = problemOf(await findRole(sql))
    if (problem !== null) throw new PmsIntegrationError('CONFIGURATION_INVALID', problem, { cause })
  }
}

/** What keeps the scoped role from being used, and what to do about it; null: nothing. */
export async function scopedRoleProblem(sql: Sql): Promise<string | null> {
  return problemOf(await findRole(sql))
}

interface Role {
  isUnbound: boolean
  mayStepDown: boolean
}

async function findRole(sql: Sql): Promise<Role | null> {
  // Since PostgreSQL 16 a member of a role may not always become it.
  const [role] = await sql.query<Role>(
    `SELECT rolsuper OR rolbypassrls AS "isUnbound", pg_has_role(oid,
       CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS "mayStepDown"
     FROM pg_roles WHERE rolname = $1`,
    [SCOPED_ROLE],
  )
  return role ?? null
}

function problemOf(role: Role | null): string | null {
  if (role?.isUnbound) return `The role ${SCOPED_ROLE} must be neither a superuser nor BYPASSRLS.`
  if (role?.mayStepDown) return null
  const create = role === null ? `CREATE ROLE ${SCOPED_ROLE} NOLOGIN; ` : ''
  return `The user of DATABASE_URL may not become the role that keeps hotels apart. Its administrator has to run once: ${create}GRANT ${SCOPED_ROLE} TO that user.`
}
