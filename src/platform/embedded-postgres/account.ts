import { execFile, type ProcessEnvOptions } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { PmsIntegrationError } from '../../errors.ts'

const NAME = 'postgres'

/** Whom the server runs as: ourselves (null), or a user of its own, since PostgreSQL refuses to run as root. */
export type Account = { readonly uid: number; readonly gid: number } | null

export interface Outcome {
  readonly ok: boolean
  /** stdout and stderr. */
  readonly output: string
}

/** Runs a program to its end, as `account` where one is given. Never throws. */
export function run(
  program: string,
  args: readonly string[],
  { account = null, ...options }: { account?: Account } & Pick<ProcessEnvOptions, 'cwd' | 'env'> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(program, args, { ...options, ...account }, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: `${stdout}${stderr}` || (error?.message ?? '') })
    })
  })
}

/**
 * The account for the cluster at `place`: null unless we are root, else the owner of what is there already, else the
 * system's `postgres` user, made when missing.
 * @throws PmsIntegrationError `CONFIGURATION_INVALID` when there is none and it cannot be made
 */
export async function databaseAccount(place: string): Promise<Account> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(place).catch(() => null)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return (await find()) ?? (await create())
}

/** Whether the account can really enter the folder: parents, mounts and access lists decide, so it is tried. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  const { ok } = await run('/bin/sh', ['-c', 'cd -- "$1" && test -r . && test -x .', 'sh', folder], {
    account,
    cwd: '/',
  })
  return ok
}

async function find(): Promise<Account> {
  const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])])
  return uid.ok && gid.ok ? { uid: Number(uid.output), gid: Number(gid.output) } : null
}

async function create(): Promise<Account> {
  await run('groupadd', ['--system', '--force', NAME])
  const { output } = await run('useradd', [
    '--system',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    '--gid',
    NAME,
    NAME,
  ])
  const account = await find() // also when another process was faster
  if (account) return account
  throw new PmsIntegrationError(
    'CONFIGURATION_INVALID',
    `PostgreSQL does not run as root, and the user "${NAME}" cannot be made (${output.trim()}). ` +
      'Create it, run as another user, or set DATABASE_URL.',
  )
}
