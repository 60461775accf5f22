import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/** Room → rooms that it may import from. A file directly under src/ is a room of its own. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'errors.ts': [],
  records: [],
  'config.ts': ['errors.ts', 'platform'],
  entities: ['records'],
  providers: ['records', 'errors.ts', 'platform'],
  security: ['errors.ts', 'config.ts', 'platform', 'records'],
  platform: ['errors.ts', 'config.ts', 'entities', 'security'],
  sync: ['providers', 'entities', 'records', 'security', 'platform', 'errors.ts', 'config.ts'],
  jobs: ['sync', 'providers', 'entities', 'records', 'platform', 'errors.ts', 'config.ts'],
  schema: ['entities', 'records', 'providers', 'sync', 'errors.ts', 'platform'],
  resolvers: ['schema', 'sync', 'providers', 'entities', 'records', 'security', 'platform', 'errors.ts', 'config.ts'],
  http: [
    'resolvers',
    'schema',
    'sync',
    'providers',
    'security',
    'platform',
    'errors.ts',
    'config.ts',
    'entities',
    'records',
  ],
  'app.ts': ['http', 'jobs', 'resolvers', 'sync', 'providers', 'security', 'platform', 'config.ts', 'errors.ts'],
  'demo.ts': ['app.ts', 'sync', 'providers', 'records', 'platform'],
  cli: [
    'app.ts',
    'demo.ts',
    'sync',
    'jobs',
    'providers',
    'entities',
    'records',
    'security',
    'platform',
    'config.ts',
    'errors.ts',
  ],
  'main.ts': ['cli', 'config.ts', 'errors.ts'],
}

/** What the dashboard is made of. */
const BROWSER_PACKAGES =
  /^(@apollo\/client|@graphql-typed-document-node\/core|@mantine|@tanstack\/react-router|@tanstack\/react-virtual|cronstrue|graphql|graphql-ws|react-hook-form|react|react-dom)($|\/)/

interface Import {
  file: string
  from: string
  to: string
  /** Inside the same vendor's folder, or of what vendors share. */
  target: string
}

const roomOf = (path: string) => path.split('/')[0] ?? path

async function readSources(): Promise<Map<string, string>> {
  const sources = new Map<string, string>()
  for await (const path of glob('**/*.ts', { cwd: 'src' })) sources.set(path, readFileSync(join('src', path), 'utf8'))
  return sources
}

async function imports(): Promise<Import[]> {
  const found: Import[] = []
  for (const [file, text] of await readSources()) {
    for (const [, specifier = ''] of text.matchAll(/(?:from|import) '(\.[^']+)'/g)) {
      const target = normalize(join(dirname(file), specifier))
      found.push({ file, target, from: roomOf(file), to: roomOf(target) })
    }
  }
  return found
}

it('imports flow one way', async () => {
  const against = (await imports()).filter(({ from, to }) => from !== to && !MAY_IMPORT[from]?.includes(to))
  expect(against.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
})

it('every room is on the map', async () => {
  const rooms = new Set([...(await readSources()).keys()].map(roomOf))
  expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([])
})

it('a provider knows nothing of another one, nor of the database', async () => {
  const vendorOf = (path: string) => /^providers\/([^/]+)\//.exec(path)?.[1]
  const shared = new Set(['transport', 'simulator-kit', 'conformance', undefined])
  const against = (await imports()).filter(({ file, target }) => {
    const [own, other] = [vendorOf(file), vendorOf(target)]
    const isForeign = !shared.has(own) && !shared.has(other) && own !== other
    return isForeign || (file.startsWith('providers/') && /^platform\/database/.test(target))
  })
  expect(against.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
})

it('the dashboard imports its own files and packages of a browser', async () => {
  const against: string[] = []
  for await (const path of glob('src/**/*.{ts,tsx}', { cwd: 'dashboard' })) {
    const text = readFileSync(join('dashboard', path), 'utf8')
    for (const [, specifier = ''] of text.matchAll(/(?:from |import |import\()'([^']+)'/g)) {
      const isOwn = specifier.startsWith('.') && normalize(join(dirname(path), specifier)).startsWith('src/')
      if (!isOwn && !BROWSER_PACKAGES.test(specifier)) against.push(`${path} → ${specifier}`)
    }
  }
  expect(against).toEqual([])
})

it('only config.ts reads the environment, only main.ts ends the process', async () => {
  const sources = [...(await readSources())]
  const readers = sources
    .filter(([file, text]) => file !== 'config.ts' && text.includes('process.env'))
    .map(([file]) => file)
  const enders = sources
    .filter(([file, text]) => file !== 'main.ts' && /process\.exit\(/.test(text))
    .map(([file]) => file)
  expect({ readers, enders }).toEqual({ readers: [], enders: [] })
})

it('no file is longer than 400 lines', async () => {
  const long = [...(await readSources())].filter(([, text]) => text.split('\n').length > 400).map(([file]) => file)
  expect(long).toEqual([])
})
