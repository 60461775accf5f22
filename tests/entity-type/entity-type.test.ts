import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PmsProviderAdapter } from '../../src/providers/provider.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { ENTITY_TYPES } from '../../src/records/entity-type.ts'
import { syncedEntities } from '../../src/sync/synced/synced-entities.ts'
import { createTestDatabase } from '../kit/database.ts'
import { ASKED, GENERATED, MIGRATION, NAME, PROVIDER } from './lines.ts'
import { copySource, type SourceCopy } from './source-copy.ts'
import { FIND, READ, REPLAY, SYNC } from './surfaces.ts'

/** Long enough for the compiler, and for what runs beside it, on a machine that does other things. */
const PATIENT_MS = 180_000

/**
 * Another entity type, entered into a copy of the source as a developer would: new files, and a line in each of a few maps.
 * Nothing of the copy knows of it otherwise, so what is seen here every entity type has.
 */
let source: SourceCopy
let missing: string[]
let api: Awaited<ReturnType<typeof import('../kit/api.ts')['startApi']>>
let mock: PmsProviderAdapter
let vendor: Simulator
beforeAll(async () => {
  source = await copySource()
  await source.enter([NAME])
  missing = await compile('src')
  await source.enter([...ASKED, MIGRATION, ...PROVIDER])
  // The template is the repository's own, without the new table.
  await (await createTestDatabase())[Symbol.asyncDispose]()
  const { startApi } = await source.load<typeof import('../kit/api.ts')>('tests/kit/api.ts')
  ;({ mock } = await source.load<typeof import('../../src/providers/mock/index.ts')>('src/providers/mock/index.ts'))
  api = await startApi()
  await api.database.migrate()
  vendor = await simulate()
}, PATIENT_MS)
afterAll(async () => {
  await api?.[Symbol.asyncDispose]()
  await vendor?.[Symbol.asyncDispose]()
  await source?.[Symbol.asyncDispose]()
})

/** Files in which the compiler misses something. */
async function compile(part: 'src' | 'dashboard/src', base = '../../../tsconfig.json'): Promise<string[]> {
  const config = join(source.folder, `${part.replace('/', '-')}.json`)
  await writeFile(config, JSON.stringify({ extends: base, include: [part], exclude: [] }))
  const { promise, resolve } = Promise.withResolvers<string>()
  const known = ['--incremental', '--tsBuildInfoFile', `${config}.known`]
  execFile('node_modules/.bin/tsc', ['-p', config, '--pretty', 'false', ...known], (_, stdout) => resolve(stdout))
  const files = (await promise).matchAll(/^.*?\/\.copy-[^/]+\/([^(]+)\(\d+,\d+\): error/gm)
  return [...new Set([...files].map(([, file = '']) => file))].sort()
}

// The copy's simulators know of more kinds than the types here.
const simulate = () => mock.simulate({ ['lostItems' as 'rooms']: 12 })

async function addHotel(account = vendor): Promise<string> {
  const { insertHotel } = await source.load<typeof import('../kit/test-hotel.ts')>('tests/kit/test-hotel.ts')
  const id = `hotel-${randomUUID()}`
  await insertHotel(api.database, id, 'mock', account)
  return id
}

async function send(query: string, variables: object): Promise<Record<string, unknown>> {
  const { data, errors } = await api.send({ query, variables })
  expect(errors).toBeUndefined()
  return data ?? {}
}

const sync = (hotel: string) => send(SYNC, { input: { hotelId: hotel, provider: 'mock', wait: true } })

test(
  'the compiler asks for every place once the type has a name, and for nothing else',
  async () => {
    expect(missing).toEqual(expect.arrayContaining(ASKED.map(({ file }) => file)))
    expect(await compile('src')).toEqual([])
  },
  PATIENT_MS,
)

test(
  'the dashboard asks for one entry',
  async () => {
    await source.enter([GENERATED])
    expect(await compile('dashboard/src', '../../../dashboard/tsconfig.json')).toEqual([
      'dashboard/src/entities/registry.ts',
    ])
  },
  PATIENT_MS,
)

test('it is synced, read, counted and known to be fresh', async () => {
  const hotelId = await addHotel()
  expect(await sync(hotelId)).toMatchObject({
    syncLostItems: { errors: [], syncLog: { status: 'COMPLETED', entityType: 'LOST_ITEM', itemsCreated: 12 } },
  })
  const read = await send(READ, { hotelId })
  expect(read).toMatchObject({
    lostItems: { totalCount: 6 },
    hotel: [{ lostItems: { totalCount: 12 } }],
    freshnessAges: [{ entityType: 'LOST_ITEM' }],
    syncLogs: { nodes: [{ status: 'COMPLETED' }] },
    provider: { capabilities: expect.arrayContaining(['LOST_ITEM']) },
  })
  const [hotel] = read.hotel as { freshness: object[] }[]
  expect(hotel?.freshness).toContainEqual({ entityType: 'LOST_ITEM', state: 'FRESH' })

  const { nodes } = read.lostItems as { nodes: Record<string, unknown>[] }
  const [first] = nodes
  expect(first).toMatchObject({ status: 'KEPT', foundAt: expect.stringMatching(/^2026-/), hotel: { id: hotelId } })
  expect(nodes.map(({ tags }) => tags)).toContainEqual([expect.any(String), 'a "quoted", {braced} \\ word'])
  expect(await send(FIND, { id: first?.id })).toMatchObject({
    lostItem: { id: first?.id },
    _entities: [{ id: first?.id }],
  })

  const metrics = await (await fetch(`${api.url}/metrics`)).text()
  expect(metrics).toMatch(/pms_freshness_age_seconds\{[^}]*entity="LOST_ITEM"[^}]*\} \d/)
})

test('items that could not be stored are counted for a replay', async () => {
  await using vendor = await simulate()
  const hotel = await addHotel(vendor)
  vendor.setFaults({ malformedItem: 1 })
  expect(await sync(hotel)).toMatchObject({ syncLostItems: { syncLog: { status: 'PARTIAL', itemsFailed: 1 } } })
  vendor.setFaults({})
  const input = { hotelId: hotel, provider: 'mock', entityType: 'LOST_ITEM', dryRun: true }
  expect(await send(REPLAY, { input })).toMatchObject({ replayFailures: { count: 1, errors: [] } })
})

test('an item whose mapping is mended is stored by a replay', async () => {
  const { createTestHotel } = await source.load<typeof import('../kit/test-hotel.ts')>('tests/kit/test-hotel.ts')
  const { engine, vendor, hotelId, sync } = await createTestHotel(api.database)
  const item = { externalId: 'l-1', description: 'Scarf', status: 'LOST', foundAt: '2026-03-01T00:00:00Z' }
  vendor.items['lostItems' as 'rooms'].push(item)
  expect(await sync({ entityType: 'LOST_ITEM' as 'ROOM' })).toMatchObject({ status: 'PARTIAL', itemsFailed: 1 })
  vendor.map = (raw) => ({ ...raw, status: 'KEPT' })
  const replay = await engine.requestReplay({ hotelId, provider: 'scripted', entityType: 'LOST_ITEM' as 'ROOM' })
  expect(await engine.run(replay.id)).toMatchObject({ status: 'COMPLETED', itemsCreated: 1 })
})

test('the process hears of its rows, and may ask for them', async () => {
  const { createTestHotel } = await source.load<typeof import('../kit/test-hotel.ts')>('tests/kit/test-hotel.ts')
  const { services, vendor, hotelId, sync } = await createTestHotel(api.database)
  const heard: object[] = []
  services.events.on('pms.lost-item.synced' as 'pms.room.synced', (row) => heard.push(row))
  const item = { externalId: 'l-1', description: 'Scarf', status: 'KEPT', foundAt: '2026-03-01T00:00:00Z' }
  vendor.items['lostItems' as 'rooms'].push(item)
  await sync({ entityType: 'LOST_ITEM' as 'ROOM' })
  expect(heard).toMatchObject([{ externalId: 'l-1', lostItemId: expect.stringMatching(/^[0-9a-f-]{36}$/) }])
  expect(await services.facade['syncProviderLostItems' as 'syncProviderRooms'](hotelId, 'scripted')).toMatchObject({
    entityType: 'LOST_ITEM',
    unchanged: 1,
  })
})

test('a webhook about one brings that one', async () => {
  await using vendor = await simulate()
  const hotel = await addHotel(vendor)
  const { key, secret, configuration } = await api.inbox.rotateKeys({
    hotelId: hotel,
    provider: 'mock',
    actor: 'tester',
  })
  await api.database.query('UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL WHERE configuration_id = $1', [
    configuration.id,
  ])
  vendor.subscribe?.({ url: `${api.url}/api/pms/mock/webhooks/${key}`, secret })
  const externalId = vendor.data.edit('lostItems' as 'rooms', 3)
  expect(await vendor.delivered?.()).toEqual([200])
  await api.inbox.drain(configuration.id)
  expect(await api.database.query('SELECT external_id AS id FROM pms_lost_item WHERE hotel_id = $1', [hotel])).toEqual([
    { id: externalId },
  ])
})

test('it has a path of its own for callers without GraphQL, and a word on the command line', async () => {
  const answer = await fetch(`${api.url}/api/pms/sync/lost-items`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await api.token()}` },
    body: JSON.stringify({ hotelId: await addHotel(), provider: 'mock' }),
  })
  expect(await answer.json()).toMatchObject({ success: true, summary: { processed: 12 } })
  const { syncCommand } = await source.load<typeof import('../../src/cli/sync.ts')>('src/cli/sync.ts')
  const { simulateCommand } = await source.load<typeof import('../../src/cli/simulate.ts')>('src/cli/simulate.ts')
  expect(syncCommand().helpInformation()).toContain('"lost-items"')
  expect(simulateCommand().helpInformation()).toContain('--lost-items <count>')
})

/** The others have slices, each with a due time of its own. */
const BY_SCHEDULE = ENTITY_TYPES.filter((type) => syncedEntities[type].due === 'SCHEDULE')

test('it is requested by schedules', async () => {
  const hotel = await addHotel()
  const { runDueSchedules } = await source.load<typeof import('../../src/jobs/scheduler.ts')>('src/jobs/scheduler.ts')
  await api.database.query(
    `UPDATE pms_configuration SET sync_schedule = '0 0 1 1 *', next_sync_at = now() - interval '1 s' WHERE hotel_id = $1`,
    [hotel],
  )
  const { silentLog } = await source.load<typeof import('../kit/services.ts')>('tests/kit/services.ts')
  const clock = { now: () => new Date() }
  await runDueSchedules({ database: api.database.within('*'), engine: api.engine, clock, log: silentLog })
  const runs = await api.database.query<{ type: string }>(
    `SELECT entity_type AS type FROM pms_sync_log WHERE hotel_id = $1 ORDER BY 1`,
    [hotel],
  )
  expect(runs.map(({ type }) => type)).toEqual([...BY_SCHEDULE, 'LOST_ITEM'].sort())
})

test('its rows are behind the wall between hotels, and its table is what the first ones are', async () => {
  const hotelId = await addHotel()
  await sync(hotelId)
  const seen = await Promise.all(
    [[], [hotelId]].map((scope) => api.database.within(scope).query('SELECT FROM pms_lost_item')),
  )
  expect(seen.map(({ length }) => length > 0)).toEqual([false, true])
  const [known, made] = await Promise.all(['pms_room', 'pms_lost_item'].map(describeTable))
  expect(made).toEqual(known)
})

/** Of columns that every entity type has. */
const describeTable = (table: string) =>
  api.database.query(
    `SELECT attname, atttypid::regtype::text AS type, attnotnull, attstattarget,
       pg_get_expr(adbin, adrelid) AS fallback
     FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
     WHERE attrelid = $1::regclass AND attnum > 0 AND attname = ANY($2) ORDER BY attname`,
    [table, COMMON],
  )
const COMMON = [
  ...['id', 'hotel_id', 'provider', 'external_id', 'metadata', 'external_updated_at', 'last_synced_at', 'sync_status'],
  ...['sync_error', 'content_hash', 'deleted_at', 'created_at', 'updated_at'],
]

test(
  'the walks of the provider that has it are held to it, and the documentation names it',
  async () => {
    const { walkCases } = await source.load<typeof import('../../src/providers/testing/walks.ts')>(
      'src/providers/testing/walks.ts',
    )
    for (const { run } of walkCases) await run(mock)
    const { pages } = await source.load<typeof import('../../scripts/pages.ts')>('scripts/pages.ts')
    expect(pages['docs/providers.md']?.()).toContain('lostItems')
  },
  PATIENT_MS,
)

describe('the words of a type', () => {
  test.each([
    ['room', 'rooms', 'rooms', 'rooms', 'Rooms', 'A room'],
    ['lost item', 'lost items', 'lostItems', 'lost-items', 'LostItems', 'A lost item'],
    ['offer of a day', 'offers of a day', 'offersOfADay', 'offers-of-a-day', 'OffersOfADay', 'An offer of a day'],
  ])('%s', async (one, many, camel, kebab, pascal, sentence) => {
    const words = await import('../../src/records/record-type.ts')
    expect([words.camelCase(many), words.kebabCase(many), words.pascalCase(many)]).toEqual([camel, kebab, pascal])
    expect(words.capitalize(words.withArticle(one))).toBe(sentence)
  })
})
