import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { syncedTables } from '../../src/entities/all.ts'
import { columnName } from '../../src/entities/select.ts'
import { mews } from '../../src/providers/mews/index.ts'
import { mock } from '../../src/providers/mock/index.ts'
import type { PmsProviderAdapter } from '../../src/providers/provider.ts'
import { ROW_TYPES, recordTypes } from '../../src/records/entity-type.ts'
import { rowField } from '../../src/records/record-type.ts'
import { policyOf } from '../../src/resolvers/access/policy.ts'
import { createSubgraph } from '../../src/resolvers/subgraph.ts'
import { personalMaskOf } from '../../src/schema/common/personal.ts'
import { MASKS } from '../../src/security/mask.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { fillTables } from '../kit/fill-tables.ts'
import { operationOf, rootFields, type Values } from '../kit/operations.ts'
import { addSyncLog } from '../kit/rows.ts'

/** Generated from the schema: every field of every type that a query leads to, as each kind of viewer sees it. */

/** `Type.field` → what was answered for it, row by row. */
type Seen = Map<string, unknown[]>

const schema = createSubgraph()
const queries = rootFields(schema).filter(({ kind }) => kind === 'query')
const ofHotels = queries.filter(({ field }) => policyOf(field)?.hotel !== 'NONE')

let api: TestApi
let values: Values
let ids: Record<string, string>
beforeAll(async () => {
  api = await startApi()
  // The mock has no stream of its own.
  api.adapters.set('mock', { ...mock, stream: mews.stream } as PmsProviderAdapter)
  values = await fillHotel()
})
afterAll(() => api[Symbol.asyncDispose]())

const COMPLETE = [
  `UPDATE pms_booking SET guest_external_id = 'g', room_external_id = 'r', room_type_external_id = 't',
     rate_plan_external_id = 'p', notes = 'x', guest_email = 'a@b.example'`,
  `UPDATE pms_guest SET external_id = 'g', phone = '+351 1', date_of_birth = '1990-01-01', preferences = '{"a":1}'`,
  `UPDATE pms_room SET external_id = 'r'`,
  ...Object.values(syncedTables).map(({ meta }) => `UPDATE ${meta.tableName} SET metadata = '{"a":1}'`),
  `UPDATE pms_sync_log SET started_at = now() - interval '2 hours', completed_at = now() - interval '1 hour', duration = 1, watermark_at = now(),
    items_processed = 1, items_failed = 1, items_created = 0, items_updated = 0, items_unchanged = 0,
    unread_values = '[{"path":"adults","found":"text","used":"null","count":1,"externalId":"b"}]'`,
  `UPDATE pms_configuration SET settings = '{"baseUrl":"http://127.0.0.1:9"}'`,
  // The day that the kit asks for.
  `UPDATE pms_rate_month SET month = '2026-06-01', closed = array_fill(true, ARRAY[30])`,
  `UPDATE pms_availability_month SET month = '2026-06-01', available = array_fill(1, ARRAY[30])`,
  `UPDATE pms_change SET base = '{"note":"x"}', wanted = '{"note":"x"}', theirs = '{"note":"x"}', reason = 'x',
     contested = '["NOTE"]', conflict_at = now(), resolution = 'OURS'`,
  `UPDATE pms_change SET state = 'CONFLICT' WHERE set_id IS NULL`,
  `UPDATE pms_configuration SET conflict_defaults = '{"STAY":"OURS"}'`,
  `UPDATE pms_channel SET refused =
     '[{"kind":"RATE","channelId":"p","from":"2026-06-01","to":"2026-06-02","reason":"x","isClosed":true}]'`,
  `UPDATE pms_webhook_event SET subjects = '[{"entityType":"BOOKING","externalId":"x"}]'`,
]

/** A hotel with a row of everything and nothing left empty that somebody may not see. */
async function fillHotel(): Promise<Values> {
  const { database } = api
  const hotelId = await fillTables(database)
  await addSyncLog(database, { hotelId, status: 'FAILED', errorCode: 'PROVIDER_TIMEOUT' })
  for (const statement of COMPLETE) await database.query(statement)
  const synced = ROW_TYPES.map((type) => [rowField(recordTypes[type].words), syncedTables[type].meta.tableName])
  const others = ['syncLog', 'syncFailure', 'webhookEvent', 'configuration', 'change', 'changeSet'].map((noun) => [
    noun,
    `pms_${columnName(noun)}`,
  ])
  const nouns = [...synced, ...others]
  const rows = nouns.map(async ([noun, table]) => [noun, (await database.query(`SELECT id FROM ${table}`))[0]?.id])
  ids = Object.fromEntries(await Promise.all(rows))
  return { hotelId, key: 'mock', provider: 'mock', syncSchedule: '@daily' }
}

async function lookAround(token: string | null, fields = queries) {
  const seen: Seen = new Map()
  const codes: string[] = []
  for (const { kind, field } of fields) {
    const { data, errors } = await api.send(operationOf(kind, field, { ...values, id: ids[field.name] }), token)
    codes.push(...(errors ?? []).map(({ extensions }) => extensions.code))
    note(seen, getNamedType(field.type) as GraphQLObjectType, data?.[field.name])
  }
  return { seen, codes }
}

function note(seen: Seen, type: GraphQLObjectType, data: unknown): void {
  if (Array.isArray(data)) for (const each of data) note(seen, type, each)
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return
  for (const [name, value] of Object.entries(data)) {
    const key = `${type.name}.${name}`
    seen.set(key, [...(seen.get(key) ?? []), value])
    const inner = getNamedType(type.getFields()[name]?.type)
    if (isObjectType(inner)) note(seen, inner, value)
  }
}

/** What no query leads to, or only with an argument that has to be made up. */
const NOT_ASKED =
  /^(Query|Mutation|Subscription|_\w+|Pms\w+Payload|PmsChangePreview|PmsError|PmsTestStep|PmsSyncProgress)\.|\.nextRuns$|^Hotel\.(rates|availability)$/

const every = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) => Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const))
  .filter(([key]) => !NOT_ASKED.test(key))

/** What only lies within something that is withheld. */
const withheld = new Set(
  every.flatMap(([, field]) => (isForEditors(field) ? [...typesWithin(getNamedType(field.type))] : [])),
)

function isForEditors(field: Parameters<typeof policyOf>[0]): boolean {
  return policyOf(field)?.permission === 'ADMIN_EDIT'
}

function* typesWithin(type: unknown): Generator<string> {
  if (!isObjectType(type)) return
  yield type.name
  for (const field of Object.values(type.getFields())) yield* typesWithin(getNamedType(field.type))
}

type View = Awaited<ReturnType<typeof lookAround>>
let views: Record<'nobody' | 'viewer' | 'editor' | 'stranger', View>
beforeAll(async () => {
  const [viewer, editor] = await Promise.all([
    api.token({ permissions: ['ADMIN_VIEW'] }),
    api.token({ permissions: ['ADMIN_EDIT'] }),
  ])
  const stranger = await api.token({ hotelIds: ['another'], permissions: ['ADMIN_EDIT'] })
  views = {
    nobody: await lookAround(null),
    viewer: await lookAround(viewer),
    editor: await lookAround(editor),
    stranger: await lookAround(stranger, ofHotels),
  }
})

test('without a token there is nothing, and every query says why', () => {
  expect([...views.nobody.seen.keys()]).toEqual([])
  expect(views.nobody.codes).toEqual(queries.map(() => 'UNAUTHENTICATED'))
})

test('a token of another hotel sees lists without rows, at most', () => {
  const rows = [...views.stranger.seen].filter(([key]) => !/Connection\.|^PageInfo\.|^PmsFleetStateCount\./.test(key))
  expect(rows).toEqual([])
  for (const [key, lists] of views.stranger.seen) if (/\.(nodes|edges)$/.test(key)) expect(lists.flat()).toEqual([])
  expect(new Set(views.stranger.codes)).toEqual(new Set(['NOT_FOUND']))
})

test.each(every)('%s is for whom it is declared to be', (key, field) => {
  const [viewer, editor] = [views.viewer.seen.get(key) ?? [], views.editor.seen.get(key) ?? []]
  expect(editor.length, 'nobody ever looked at it: give the hotel of this test such a row').toBeGreaterThan(0)
  if (withheld.has(key.split('.')[0] ?? '')) return expect(viewer).toEqual([])
  const mask = personalMaskOf(field)
  const isWithheld = isForEditors(field)
  if (mask === undefined && !isWithheld) return expect(viewer.map(isNull)).toEqual(editor.map(isNull))
  expect(editor.some((value) => value !== null)).toBe(true)
  const hide = (value: unknown) =>
    isWithheld || value === null || mask === undefined ? null : MASKS[mask](String(value))
  expect(viewer).toEqual(editor.map(hide))
})

const isNull = (value: unknown) => value === null

test('what a PMS or a person wrote freely is withheld, masked or known to be harmless', () => {
  const free = every.filter(([, field]) => getNamedType(field.type).name === 'JSONObject')
  const open = free.filter(([, field]) => policyOf(field) === undefined && personalMaskOf(field) === undefined)
  expect(open.map(([key]) => key).sort()).toEqual([
    // Masked value by value: see below.
    'PmsChange.base',
    // Switches.
    'PmsChange.options',
    'PmsChange.theirs',
    'PmsChange.wanted',
    'PmsChangeSet.options',
    'PmsChangeSetItem.base',
    'PmsChangeSetItem.theirs',
    'PmsChangeSetItem.wanted',
    'PmsConfiguration.settings',
    'PmsConflict.base',
    'PmsConflict.ours',
    'PmsConflict.theirs',
    'PmsFailureMapping.normalized',
    'PmsProvider.credentialSchema',
    'PmsProvider.settingsSchema',
    'PmsSyncLog.metadata',
  ])
})

test.each([
  ...['PmsChange.base', 'PmsChange.wanted', 'PmsChange.theirs'],
  ...['PmsChangeSetItem.base', 'PmsChangeSetItem.wanted', 'PmsChangeSetItem.theirs'],
  ...['PmsConflict.base', 'PmsConflict.ours', 'PmsConflict.theirs'],
])('what %s of a change says is masked as it is in the row', (field) => {
  const seenBy = ({ seen }: View) => seen.get(field)
  const [byViewer, byEditor] = [seenBy(views.viewer) ?? [], seenBy(views.editor) ?? []]
  expect(byEditor.length).toBeGreaterThan(0)
  // A line of a set that is no change has none.
  expect(byEditor.filter((seen) => seen !== null)).toEqual(byEditor.flatMap((seen) => (seen ? [{ note: 'x' }] : [])))
  expect(byViewer).toEqual(byEditor.map((seen) => seen && { note: null }))
})
