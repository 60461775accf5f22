import { createHash, randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PmsIntegrationError } from '../../errors.ts'
import { type Account, canEnter, run } from './account.ts'
import type { Binaries } from './binaries.ts'
import { sharedFolder } from './places.ts'

/** One PostgreSQL cluster on disk and what belongs to it. */
export interface Cluster {
  /** Real path; holds the following. */
  readonly folder: string
  readonly data: string
  readonly logFile: string
  readonly usersFolder: string
  readonly password: string
}

export interface ClusterOptions {
  dataDir: string
  account: Account
  binaries: Binaries
  durable: boolean
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void }
}

/**
 * Opens the cluster of a data directory, and makes it at the first start. It is `postgres` in there, or a link of that
 * name to a shared folder where the account cannot enter the data directory. Call it under the lock.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { dataDir, account, log } = options
  const place = join(dataDir, 'postgres')
  const existing = await realpath(place).catch(() => null)
  if (existing) return readCluster(existing, account)
  if ((await readdir(dataDir)).includes('postgres')) {
    log.warn({ link: place }, 'The database that this link names is gone; a new one is made')
    await rm(place)
  }
  if (await canEnter(account, dataDir)) return makeCluster(place, 'postgres', options)
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const target = join(await sharedFolder(account), `${name}-${randomBytes(4).toString('hex')}`)
  const cluster = await makeCluster(target, name, options)
  await symlink(cluster.folder, place)
  log.info({ dataDir, database: target }, `The database user cannot enter ${dataDir}: the database lives in ${target}`)
  return cluster
}

async function readCluster(folder: string, account: Account): Promise<Cluster> {
  if (!(await canEnter(account, folder))) {
    const reason = account ? `The database user cannot enter ${folder}` : `${folder} belongs to another user`
    throw new PmsIntegrationError('CONFIGURATION_INVALID', `${reason}. Change that, or set another DATA_DIR.`)
  }
  return describe(folder, (await readPassword(folder)).trim())
}

function readPassword(folder: string): Promise<string> {
  return readFile(join(folder, 'password'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    const ways = 'Put it back whole, or stop whatever still uses it and remove it to begin with an empty one'
    throw new PmsIntegrationError('CONFIGURATION_INVALID', `Of the database in ${folder} a part is missing. ${ways}.`)
  })
}

function describe(folder: string, password: string): Cluster {
  return {
    folder,
    data: join(folder, 'data'),
    logFile: join(folder, 'server.log'),
    usersFolder: join(folder, 'users'),
    password,
  }
}

/** Prepares a folder beside the final place and renames it: killed in the middle, it leaves nothing that looks done. */
async function makeCluster(target: string, name: string, options: ClusterOptions): Promise<Cluster> {
  const parent = join(target, '..')
  await removeDrafts(parent, `${name}.draft-`)
  const draft = join(parent, `${name}.draft-${randomBytes(4).toString('hex')}`)
  const password = randomBytes(24).toString('base64url')
  await layOut(describe(draft, password), options.account)
  await initialise(draft, options)
  await rename(draft, target)
  return describe(await realpath(target), password)
}

async function removeDrafts(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    // The initdb of a killed start may still be writing there; what cannot be removed now goes next time.
    if (name.startsWith(prefix)) await rm(join(parent, name), { recursive: true, force: true }).catch(() => {})
  }
}

async function layOut({ folder, usersFolder, logFile, password }: Cluster, account: Account): Promise<void> {
  const passwordFile = join(folder, 'password')
  await mkdir(folder, { mode: 0o700 })
  await mkdir(usersFolder)
  await writeFile(logFile, '', { mode: 0o600 })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account === null) return
  for (const path of [folder, usersFolder, logFile, passwordFile]) await chown(path, account.uid, account.gid)
}

async function initialise(folder: string, { binaries, account, durable }: ClusterOptions): Promise<void> {
  const args = [
    ...['--pgdata', join(folder, 'data'), '--username', 'postgres', '--pwfile', join(folder, 'password')],
    // Neither the environment nor the locales installed on this machine decide about the encoding.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--auth=scram-sha-256', '--no-instructions'],
    ...(durable ? [] : ['--no-sync']),
  ]
  const { ok, output } = await run(binaries.initdb, args, { account, cwd: folder, env: { LC_ALL: 'C', TZ: 'UTC' } })
  if (ok) return
  await rm(folder, { recursive: true, force: true })
  const message = `The embedded PostgreSQL could not be set up in ${basename(folder)}:\n${output.trim()}`
  throw new PmsIntegrationError('CONFIGURATION_INVALID', message)
}
