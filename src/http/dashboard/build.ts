import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire, findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Logger } from '../../platform/logger.ts'

/** The repository, from the sources and from what was compiled of them. */
const ROOT = `${dirname(findPackageJSON(import.meta.url) ?? fileURLToPath(import.meta.url))}/`
const SOURCES = join(ROOT, 'dashboard')
const BUILT = join(SOURCES, 'dist')
/** What a build depends on beside its sources. */
const SHARED = ['package-lock.json', 'src/http/dashboard/build.ts']
const A_DAY_MS = 86_400_000

type Log = Pick<Logger, 'info' | 'warn'>

/**
 * The folder of the built dashboard, made first when its sources have changed: a build lies in a folder named after what
 * it was built from. An installation without the build tools serves the last one.
 * @returns null when there is none; the API works without, so that is told in the log and is no reason not to start
 */
export async function openDashboard(log: Log): Promise<string | null> {
  const wanted = join(BUILT, await fingerprint())
  if (existsSync(wanted)) return wanted
  const vite = findVite()
  if (vite === null) return (await newest()) ?? reportMissing(log)
  const startedAt = performance.now()
  try {
    await build(vite, wanted)
    log.info({ buildMs: Math.round(performance.now() - startedAt) }, 'Built the dashboard')
    return wanted
  } catch (error) {
    log.warn({ err: error }, 'The dashboard cannot be built')
    return newest()
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const path of [...(await sources()), ...SHARED]) {
    hash.update(`${path}\0`).update(await readFile(join(ROOT, path)).catch(() => ''))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Relative to the repository. */
async function sources(): Promise<string[]> {
  const entries = await readdir(SOURCES, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(BUILT) && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort()
}

function findVite(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  } catch {
    return null
  }
}

/**
 * In a process of its own, so that the service keeps none of its memory, and always for production: React for development
 * is half as large again. Two that build at once do not meet.
 */
async function build(vite: string, wanted: string): Promise<void> {
  const unfinished = join(BUILT, `.${process.pid}`)
  await mkdir(BUILT, { recursive: true })
  const args = [vite, 'build', SOURCES, '--outDir', unfinished, '--logLevel', 'warn']
  await promisify(execFile)(process.execPath, args, { env: { NODE_ENV: 'production' } })
  await rename(unfinished, wanted).catch((error: unknown) => {
    if (!existsSync(wanted)) throw error
    return rm(unfinished, { recursive: true, force: true })
  })
  for (const { path, builtAt } of await builds()) {
    if (path !== wanted && Date.now() - builtAt > A_DAY_MS) await rm(path, { recursive: true, force: true })
  }
}

/** Finished ones, the newest first. */
async function builds() {
  const names = (await readdir(BUILT).catch(() => [])).filter((name) => !name.startsWith('.'))
  const found = names.map(async (name) => {
    const path = join(BUILT, name)
    return { path, builtAt: (await stat(path)).mtimeMs }
  })
  return (await Promise.all(found)).sort((a, b) => b.builtAt - a.builtAt)
}

const newest = async () => (await builds())[0]?.path ?? null

function reportMissing(log: Log): null {
  log.warn('The dashboard is not built. Run "npm ci && npm run build" where the build tools are.')
  return null
}
