import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ENTITY_TYPES, forEachType } from '../../src/records/entity-type.ts'
import { syncedEntities } from '../../src/sync/synced/synced-entities.ts'
import { slicesOf } from '../../src/sync/synced/synced-entity.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel, addSyncLog } from '../kit/rows.ts'
import { graphql } from './gql/index.ts'

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)

async function addConfiguration({ database }: TestApi, hotelId: string, more: { enabled?: boolean } = {}) {
  await database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, enabled, credentials, sync_schedule, paused_at, paused_reason)
     VALUES ($1, $2, 'mock', $3, '', '*/15 * * * *', $4, $5)`,
    [randomUUID(), hotelId, more.enabled ?? true, more.enabled === false ? ago(5) : null, 'Works'],
  )
}

const statesOf = (lines: readonly { entityType: string; state: string }[] | null | undefined) =>
  Object.fromEntries((lines ?? []).map(({ entityType, state }) => [entityType, state]))

test('freshness comes from the last proven run of each type, not from the last run', async () => {
  await using api = await startApi()
  const hotelId = await addHotel(api.database)
  await addConfiguration(api, hotelId)
  const run = (more: object) => addSyncLog(api.database, { hotelId, ...more })
  await run({ entityType: 'BOOKING', watermarkAt: ago(2), completedAt: ago(1) })
  await run({ entityType: 'BOOKING', operation: 'WEBHOOK', completedAt: ago(0) })
  await run({ entityType: 'ROOM', watermarkAt: ago(300), completedAt: ago(299) })
  for (const minutes of [20, 5]) {
    const failure = { errorCode: 'PROVIDER_UNAUTHORIZED', errorSummary: `Refused ${minutes}` }
    await run({ entityType: 'ROOM', status: 'FAILED', completedAt: ago(minutes), ...failure })
  }

  const { data, errors } = await api.query(Fleet, { filter: { hotelIds: [hotelId] } })
  expect(errors).toBeUndefined()
  const lines = data.registrations.nodes[0]?.hotel.freshness ?? []
  expect(statesOf(lines)).toEqual({ ...forEachType(() => 'NEVER'), BOOKING: 'FRESH', ROOM: 'FAILING' })
  const rooms = lines.find(({ entityType }) => entityType === 'ROOM')
  expect(rooms).toMatchObject({ failedRuns: 2, lastErrorCode: 'PROVIDER_UNAUTHORIZED', lastError: 'Refused 5' })
  expect(Date.now() - Date.parse(rooms?.trueAsOf ?? '')).toBeGreaterThan(299 * 60_000)
})

test('a run that ends well takes the alarm back', async () => {
  await using api = await startApi()
  const hotelId = await addHotel(api.database)
  await addConfiguration(api, hotelId)
  const failed = { hotelId, status: 'FAILED', completedAt: ago(5) } as const
  for (const _ of [1, 2, 3]) await addSyncLog(api.database, failed)
  await addSyncLog(api.database, { hotelId, status: 'PARTIAL', watermarkAt: ago(2), completedAt: ago(1) })
  const { data } = await api.query(Fleet, { filter: { hotelIds: [hotelId] } })
  const [booking] = data.registrations.nodes[0]?.hotel.freshness ?? []
  expect(booking).toMatchObject({ entityType: 'BOOKING', state: 'FRESH', failedRuns: 0, lastError: null })
})

test('a paused hotel says so, and why', async () => {
  await using api = await startApi()
  const hotelId = await addHotel(api.database)
  await addConfiguration(api, hotelId, { enabled: false })
  const { data } = await api.query(Paused, { hotelId })
  expect(data.configurations.nodes).toMatchObject([{ enabled: false, pausedReason: 'Works', nextRuns: [] }])
  expect(new Set(data.configurations.nodes[0]?.freshness.map(({ state }) => state))).toEqual(new Set(['PAUSED']))
})

test('a fleet of 50 hotels with all their types takes 2 statements', async () => {
  await using api = await startApi()
  for (let n = 0; n < 50; n++) {
    const hotelId = await addHotel(api.database)
    await addConfiguration(api, hotelId)
    await addSyncLog(api.database, { hotelId, watermarkAt: ago(1), completedAt: ago(1) })
  }
  api.statements.length = 0
  const { data } = await api.query(Fleet, {})
  const lines = ENTITY_TYPES.flatMap((type) => slicesOf(syncedEntities[type])).length
  expect(data.registrations.nodes.flatMap(({ hotel }) => hotel.freshness ?? [])).toHaveLength(50 * lines)
  expect(api.statements).toHaveLength(2)
})

test('a viewer is told of their own hotels and nothing of others', async () => {
  await using api = await startApi()
  const [ours, theirs] = [await addHotel(api.database), await addHotel(api.database)]
  for (const hotelId of [ours, theirs]) await addConfiguration(api, hotelId)
  const token = await api.token({ hotelIds: [ours], permissions: ['ADMIN_VIEW'], subject: 'ada' })
  const all = await api.query(Fleet, {}, token)
  expect(all.data.registrations.nodes.map(({ hotel }) => hotel.id)).toEqual([ours])
  const asked = await api.query(Fleet, { filter: { hotelIds: [theirs] } }, token)
  expect(asked.data.registrations.nodes).toEqual([])
  const { viewer } = (await api.query(WhoAmI, {}, token)).data
  expect(viewer).toMatchObject({ subject: 'ada', permissions: ['ADMIN_VIEW'], hotelIds: [ours] })
  expect(Date.parse(viewer.expiresAt)).toBeGreaterThan(Date.now())
  expect((await api.query(WhoAmI, {})).data.viewer).toMatchObject({
    permissions: ['ADMIN_VIEW', 'ADMIN_EDIT'],
    hotelIds: null,
  })
})

test('the hotels of a viewer are found by a part of their name or slug, page by page', async () => {
  await using api = await startApi()
  for (const name of ['Bela Vista', 'Alfama', 'Vista Mar']) {
    const id = await addHotel(api.database)
    await api.database.query('UPDATE pms_hotel SET name = $2 WHERE id = $1', [id, name])
  }
  const first = await api.query(Fleet, { first: 1, filter: { search: 'vISTA' } })
  expect(first.data.registrations).toMatchObject({ nodes: [{ name: 'Bela Vista' }], pageInfo: { hasNextPage: true } })
  const after = first.data.registrations.pageInfo.endCursor ?? null
  const second = await api.query(Fleet, { first: 1, after, filter: { search: 'vISTA' } })
  expect(second.data.registrations).toMatchObject({ nodes: [{ name: 'Vista Mar' }], pageInfo: { hasNextPage: false } })
})

const Fleet = graphql(`
  query Fleet($first: Int = 50, $after: String, $filter: PmsRegistrationFilter) {
    registrations(first: $first, after: $after, filter: $filter) {
      nodes {
        name
        hotel {
          id
          freshness {
            entityType
            state
            since
            trueAsOf
            lateAt
            failedRuns
            lastErrorCode
            lastError
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
const Paused = graphql(`
  query Paused($hotelId: ID!) {
    configurations(hotelId: $hotelId, first: 50) {
      nodes {
        enabled
        pausedReason
        nextRuns
        freshness {
          state
        }
      }
    }
  }
`)
const WhoAmI = graphql(`
  query WhoAmI {
    viewer {
      subject
      permissions
      hotelIds
      expiresAt
    }
  }
`)
