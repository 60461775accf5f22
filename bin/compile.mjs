import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

// Plain JavaScript: it runs before anything is compiled, on whatever Node is there.

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const BUILT = join(ROOT, 'dist')
const A_DAY_MS = 86_400_000

/**
 * The folder of the compiled service. It is named after what it was compiled from and made when it is not there yet, so that
 * a start always runs the sources as they are, and several processes may start at once. An installation without the
 * compiler or the sources runs the newest one.
 * @returns {Promise<string>}
 */
export async function compile() {
  const wanted = join(BUILT, await fingerprint())
  if (existsSync(join(wanted, 'main.js'))) return wanted
  const compiler = findCompiler()
  if (compiler !== null && existsSync(join(ROOT, 'src'))) {
    await emit(compiler, wanted)
    return wanted
  }
  const [newest] = await builds()
  if (newest) return newest.path
  throw new Error('The service is not compiled. Run "npm ci && npm run build" where the compiler is installed.')
}

async function fingerprint() {
  const hash = createHash('sha256')
  for (const path of [...(await sources()), 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']) {
    hash.update(`${path}\0`).update(await readFile(join(ROOT, path)).catch(() => ''))
  }
  return hash.digest('hex').slice(0, 16)
}

async function sources() {
  const entries = await readdir(join(ROOT, 'src'), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1))
    .sort()
}

function findCompiler() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  } catch {
    return null
  }
}

/** Under another name first: a process that dies here leaves nothing that looks done. */
async function emit(compiler, wanted) {
  const unfinished = join(BUILT, `.${process.pid}`)
  await mkdir(BUILT, { recursive: true })
  await promisify(execFile)(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', unfinished], {
    cwd: ROOT,
  })
  await rename(unfinished, wanted).catch((error) => {
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
