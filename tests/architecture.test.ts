import { readdirSync, readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/** Each may import from what stands before it, never from its own line; `errors.ts` is for all. */
const ORDER = [
  ['records'],
  ['entities'],
  ['platform'],
  ['security', 'providers'],
  ['hotels'],
  ['configurations'],
  ['sync'],
  ['webhooks', 'streams', 'insights', 'changes', 'calendar'],
  ['distribution'],
  ['jobs', 'schema'],
  ['resolvers'],
  ['http'],
  ['services.ts'],
  ['app.ts'],
  ['demo.ts'],
  ['cli'],
  ['main.ts'],
]

/** The same inside a room, where it has rooms of its own; `.` are the files that lie in it directly. */
const SUB_ORDER: Record<string, readonly (readonly string[])[]> = {
  platform: [['.'], ['embedded-postgres'], ['database'], ['queue'], ['pubsub', 'tracing']],
  sync: [['events'], ['synced'], ['store'], ['run'], ['.']],
  webhooks: [['endpoints'], ['inbox'], ['.']],
  changes: [['parts'], ['asking'], ['conflicts'], ['sending'], ['sets'], ['.']],
  schema: [['common'], ['synced'], ['.'], ['insights'], ['inputs'], ['changes']],
  resolvers: [
    ['paging'],
    ['lists'],
    ['loaders'],
    ['access'],
    ['streams'],
    ['insights', 'webhooks', 'synced', 'calendar', 'changes'],
    ['.'],
  ],
}

/** Files that may lie side by side in one folder before it needs rooms of its own. */
const MAX_FILES = 20
/** A vendor's folder is read as a whole, migrations one by one, and generated code is read by nobody. */
const UNCOUNTED =
  /^(src\/providers\/(?!transport|simulator-kit|testing)\w+|src\/entities\/migrations|dashboard\/src\/gql)(\/|$)/

/** Folders beside those of the vendors. */
const SHARED_BY_VENDORS = new Set(['transport', 'simulator-kit', 'testing'])

/** What the dashboard is made of. */
const BROWSER_PACKAGES =
  /^(@apollo\/client|@graphql-typed-document-node\/core|@mantine|@tanstack\/react-router|@tanstack\/react-virtual|cronstrue|graphql|graphql-ws|react-hook-form|react|react-dom)($|\/)/

interface Import {
  file: string
  from: string
  to: string
  /** Inside the same vendor's folder, or of what vendors share. */
  target: string
  /** Gone at run time. */
  isType: boolean
}

const roomOf = (path: string) => path.split('/')[0] ?? path
const subRoomOf = (path: string) => (path.split('/').length > 2 ? (path.split('/')[1] ?? '.') : '.')

function mayImport(order: readonly (readonly string[])[], from: string, to: string): boolean {
  const place = (room: string) => order.findIndex((rooms) => rooms.includes(room))
  return place(to) < place(from)
}

async function readSources(): Promise<Map<string, string>> {
  const sources = new Map<string, string>()
  for await (const path of glob('**/*.ts', { cwd: 'src' })) sources.set(path, readFileSync(join('src', path), 'utf8'))
  return sources
}

async function imports(): Promise<Import[]> {
  const found: Import[] = []
  for (const [file, text] of await readSources()) {
    for (const [statement, specifier = ''] of text.matchAll(/^(?:import|export)\b[^;']*?'(\.[^'\n]+)'$/gm)) {
      const target = normalize(join(dirname(file), specifier))
      const isType = /^(import|export) type /.test(statement) || /^import \{(\s*type [^,}]+,?)+\s*\}/.test(statement)
      found.push({ file, target, isType, from: roomOf(file), to: roomOf(target) })
    }
  }
  return found
}

it('imports flow one way', async () => {
  const against = (await imports()).filter(
    ({ from, to }) => from !== to && to !== 'errors.ts' && !mayImport(ORDER, from, to),
  )
  expect(against.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
})

it('imports flow one way inside a room', async () => {
  const against = (await imports()).filter(({ file, target, from, to }) => {
    const order = SUB_ORDER[from]
    const [own, other] = [subRoomOf(file), subRoomOf(target)]
    return order !== undefined && from === to && own !== other && !mayImport(order, own, other)
  })
  expect(against.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
})

it('every room is on the map', async () => {
  const files = [...(await readSources()).keys()]
  const known = new Set([...ORDER.flat(), 'errors.ts'])
  const unknown = new Set(files.map(roomOf).filter((room) => !known.has(room)))
  for (const [room, order] of Object.entries(SUB_ORDER)) {
    const inside = files.filter((file) => roomOf(file) === room).map(subRoomOf)
    for (const sub of inside) if (!order.flat().includes(sub)) unknown.add(`${room}/${sub}`)
  }
  expect([...unknown]).toEqual([])
})

it('no file needs itself by way of others', async () => {
  const uses = Map.groupBy(
    (await imports()).filter(({ isType }) => !isType),
    ({ file }) => file,
  )
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file)
    if (start >= 0) cycles.push([...path.slice(start), file].join(' → '))
    if (start >= 0 || done.has(file)) return
    for (const { target } of uses.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of uses.keys()) visit(file, [])
  expect(cycles).toEqual([])
})

it('a provider knows nothing of another one, nor of the database', async () => {
  const vendorOf = (path: string) => /^providers\/([^/]+)\//.exec(path)?.[1]
  const against = (await imports()).filter(({ file, target }) => {
    const [own, other] = [vendorOf(file), vendorOf(target)]
    const isForeign = own && other && !SHARED_BY_VENDORS.has(own) && !SHARED_BY_VENDORS.has(other) && own !== other
    return isForeign || (file.startsWith('providers/') && /^platform\/database\//.test(target))
  })
  expect(against.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
})

/** What every vendor's folder has, and what it may have: see docs/adding-a-provider.md. */
const VENDOR_FILES =
  'README.md index.ts settings.ts limits.ts client.ts check.ts bookings.ts rooms.ts wire.ts ids.ts status.ts'
const VENDOR_EXTRAS = [
  'guests.ts room-types.ts rate-plans.ts housekeeping.ts room-blocks.ts maintenance-requests.ts rates.ts availability.ts',
  'webhook.ts stream.ts refusals.ts token.ts catalog.ts',
  'rates.ts availability.ts',
].join(' ')
const VENDOR_ROOMS = 'normalize simulator'

it('every provider has the same files, so that a reader of one can read them all', () => {
  const own = (folder: string) => readdirSync(join('src/providers', folder), { withFileTypes: true })
  const vendors = own('.').filter((one) => one.isDirectory() && !SHARED_BY_VENDORS.has(one.name))
  const [needed, rooms] = [VENDOR_FILES.split(' '), VENDOR_ROOMS.split(' ')]
  const odd = vendors.flatMap(({ name: vendor }) => {
    const names = new Set(own(vendor).map(({ name }) => name))
    const files = own(vendor).filter((one) => one.isFile())
    const known = new Set([...needed, ...VENDOR_EXTRAS.split(' ')])
    const missing = [...needed, ...rooms].filter((name) => !names.has(name)).map((name) => `${vendor} has no ${name}`)
    return [...missing, ...files.filter(({ name }) => !known.has(name)).map(({ name }) => `${vendor}/${name}`)]
  })
  expect(vendors.length).toBeGreaterThan(4)
  expect(odd).toEqual([])
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

it('only platform/config.ts reads the environment, only main.ts ends the process', async () => {
  const sources = [...(await readSources())]
  const readers = sources
    .filter(([file, text]) => file !== 'platform/config.ts' && text.includes('process.env'))
    .map(([file]) => file)
  const enders = sources
    .filter(([file, text]) => file !== 'main.ts' && /process\.exit\(/.test(text))
    .map(([file]) => file)
  expect({ readers, enders }).toEqual({ readers: [], enders: [] })
})

/** Who asks the machine what time it is, and why that decides nothing that is stored. */
const HOST_TIME: Record<string, string> = {
  'platform/clock.ts': 'tells how far the machine is off',
  'platform/embedded-postgres/file-lock.ts': 'compares with times of files on this machine',
  'platform/tracing/open-telemetry.ts': 'spans of all services are dated by their hosts',
  'http/dashboard/build.ts': 'compares with times of files on this machine',
  'security/viewer.ts': 'tokens are dated by whoever issues them',
  'sync/events/progress.ts': 'is shown beside a message that is gone the next moment',
  'providers/simulator-kit/simulator.ts': 'plays a vendor, who has a clock of its own',
  'providers/simulator-kit/deliveries.ts': 'plays a vendor, who has a clock of its own',
  'distribution/channex/simulator.ts': 'plays a channel, who has a clock of its own',
}

it('the time is the database’s: nobody else asks the machine for it', async () => {
  const askers = [...(await readSources())].filter(([, text]) => /\bDate\.now\b|new Date\(\)/.test(text))
  expect(askers.map(([file]) => file).sort()).toEqual(Object.keys(HOST_TIME).sort())
})

it('no room has more files than fit in one look', async () => {
  const counts = new Map<string, number>()
  for await (const path of glob(['src/**/*.{ts,tsx}', 'dashboard/src/**/*.{ts,tsx}'])) {
    const room = dirname(path)
    if (!UNCOUNTED.test(room)) counts.set(room, (counts.get(room) ?? 0) + 1)
  }
  const crowded = [...counts].filter(([, count]) => count > MAX_FILES)
  expect(crowded.map(([room, count]) => `${room}: ${count}`)).toEqual([])
})

it('no file is longer than 400 lines', async () => {
  const long = [...(await readSources())].filter(([, text]) => text.split('\n').length > 400).map(([file]) => file)
  expect(long).toEqual([])
})
