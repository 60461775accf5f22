import type { EntitySchema } from '@mikro-orm/core'
import DataLoader from 'dataloader'
import { countItems, type SetCounts } from '../../changes/sets/result.ts'
import { type SyncedRows, syncedTables } from '../../entities/all.ts'
import { type Change, ChangeEntity } from '../../entities/change.ts'
import { type ChangeSet, ChangeSetEntity } from '../../entities/change-set.ts'
import { type Configuration, ConfigurationEntity } from '../../entities/configuration.ts'
import { type Hotel, HotelEntity } from '../../entities/hotel.ts'
import { selectList } from '../../entities/select.ts'
import { type SyncFailure, SyncFailureEntity } from '../../entities/sync-failure.ts'
import { type SyncLog, SyncLogEntity } from '../../entities/sync-log.ts'
import { type WebhookEndpoint, WebhookEndpointEntity } from '../../entities/webhook-endpoint.ts'
import { type WebhookEventSummary, WebhookEventSummaryEntity } from '../../entities/webhook-event.ts'
import type { FreshnessReader } from '../../insights/read-freshness.ts'
import type { ScopedDatabase, Sql } from '../../platform/database/database.ts'
import { forEachRowType, type RowType } from '../../records/entity-type.ts'
import type { Viewer } from '../../security/viewer.ts'
import { createConnectionLoader } from '../paging/connection-loader.ts'
import type { CursorCodec } from '../paging/cursor.ts'
import { changesByRow, openChangesByConfiguration, openChangesByRow } from './changes.ts'
import { arrivalsTodayByHotel, fleetOnce, hotelsBySearch, openFailuresOnce, undecidedChangesOnce } from './fleet.ts'
import { lazyGetters } from './lazy-getters.ts'
import { blocksOverBooking, bookingsOfBlock, stayByHousekeeping } from './room-day.ts'
import {
  configurationByKey,
  errorReportByRun,
  failureGroupsByRun,
  freshnessByHotel,
  medianDurationByKind,
} from './runs.ts'
import { streamByConfiguration, streamsDownOnce } from './streams.ts'
import { isUuid } from './uuid.ts'
import { webhookPayloadById } from './webhook-payload.ts'

/** What a PMS calls a thing of a hotel. */
export interface ExternalKey {
  hotelId: string
  provider: string
  externalId: string
}

export interface LoaderServices {
  /** Within the viewer's hotels. */
  readonly database: ScopedDatabase
  readonly cursors: CursorCodec
  readonly freshness: FreshnessReader
}

interface LoaderSource extends LoaderServices {
  /** Null: all. */
  readonly hotelIds: readonly string[] | null
}

export type Loaders = ReturnType<typeof createLoaders>

/** Batched reads of one operation. By id they find only what lies within the viewer's hotels; anything else is null. */
export function createLoaders({ database, cursors, freshness }: LoaderServices, viewer: Viewer | null) {
  const hotelIds = viewer === null ? [] : viewer.hotelIds === '*' ? null : [...viewer.hotelIds]
  return openLoaders({ database, cursors, freshness, hotelIds })
}

/** An operation uses few of them. */
const openLoaders = lazyGetters<LoaderSource>()({
  rows: (source) => openRows(source),
  syncLog: (source) => rowById<SyncLog>(source, 'pms_sync_log', SyncLogEntity),
  syncFailure: (source) => rowById<SyncFailure>(source, 'pms_sync_failure', SyncFailureEntity),
  change: (source) => rowById<Change>(source, 'pms_change', ChangeEntity),
  changeSet: (source) => rowById<ChangeSet>(source, 'pms_change_set', ChangeSetEntity),
  changeSetCounts: ({ database }) => countsBySet(database),
  openChanges: ({ database }) => openChangesByRow(database),
  rowChanges: ({ database }) => changesByRow(database),
  openChangesOf: ({ database }) => openChangesByConfiguration(database),
  configuration: (source) => rowById<Configuration>(source, 'pms_configuration', ConfigurationEntity),
  webhookEvent: (source) => rowById<WebhookEventSummary>(source, 'pms_webhook_event', WebhookEventSummaryEntity),
  webhookEndpoint: ({ database }) => endpointByConfiguration(database),
  streamStatus: ({ database }) => streamByConfiguration(database),
  webhookPayload: ({ database }) => webhookPayloadById(database),
  hotel: (source) => hotelById(source),
  rowsByExternalId: (source) => openRowsByExternalId(source),
  configurationOf: ({ database }) => configurationByKey(database),
  freshness: ({ database, freshness }) => freshnessByHotel(database, freshness),
  errorReport: ({ database }) => errorReportByRun(database),
  failureGroups: ({ database }) => failureGroupsByRun(database),
  fleet: ({ database, freshness, hotelIds }) => fleetOnce(database, freshness, hotelIds),
  openFailures: ({ database, hotelIds }) => openFailuresOnce(database, hotelIds),
  undecidedChanges: ({ database, hotelIds }) => undecidedChangesOnce(database, hotelIds),
  streamsDown: ({ database, hotelIds }) => streamsDownOnce(database, hotelIds),
  hotelsBySearch: ({ database }) => hotelsBySearch(database),
  arrivalsToday: ({ database }) => arrivalsTodayByHotel(database),
  medianDuration: ({ database }) => medianDurationByKind(database),
  stay: ({ database }) => stayByHousekeeping(database),
  bookingsOfBlock: ({ database }) => bookingsOfBlock(database),
  blocksOverBooking: ({ database }) => blocksOverBooking(database),
  connections: ({ database, cursors }) => createConnectionLoader(database, cursors),
})

/** Of each entity type, by our id. */
const openRows = lazyGetters<LoaderSource>()<{
  readonly [Type in RowType]: DataLoader<string, SyncedRows[Type] | null>
}>(
  forEachRowType(
    (type) => (source: LoaderSource) => rowById(source, syncedTables[type].meta.tableName, syncedTables[type]),
  ) as never,
)

/** Of each entity type, by what the PMS calls it. */
const openRowsByExternalId = lazyGetters<LoaderSource>()<{
  readonly [Type in RowType]: DataLoader<ExternalKey, SyncedRows[Type] | null, string>
}>(
  forEachRowType(
    (type) =>
      ({ database }: LoaderSource) =>
        rowByExternalId(database, syncedTables[type].meta.tableName, syncedTables[type]),
  ) as never,
)

function rowById<R extends { id: string }>({ database, hotelIds }: LoaderSource, table: string, entity: EntitySchema) {
  const text = `SELECT ${selectList(entity, 't')} FROM ${table} t
    WHERE t.id = ANY($1::uuid[]) AND ($2::text[] IS NULL OR t.hotel_id = ANY($2))`
  return new DataLoader<string, R | null>(async (ids) => {
    const rows = await database.query<R>(text, [ids.filter(isUuid), hotelIds])
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null)
  })
}

const NO_ITEMS: SetCounts = {
  ...{ total: 0, looked: 0, toSend: 0, isSo: 0, conflicts: 0, refused: 0 },
  ...{ waiting: 0, done: 0, failed: 0, notTried: 0 },
}

/** For sets that were read already. */
function countsBySet(sql: Sql) {
  return new DataLoader<string, SetCounts>(async (ids) => {
    const counts = await countItems(sql, ids)
    return ids.map((id) => counts.get(id) ?? NO_ITEMS)
  })
}

/** For configurations that were read already. */
function endpointByConfiguration(sql: Sql) {
  const text = `SELECT ${selectList(WebhookEndpointEntity)} FROM pms_webhook_endpoint WHERE configuration_id = ANY($1::uuid[])`
  return new DataLoader<string, WebhookEndpoint | null>(async (ids) => {
    const rows = await sql.query<WebhookEndpoint>(text, [ids])
    const byId = new Map(rows.map((row) => [row.configurationId, row]))
    return ids.map((id) => byId.get(id) ?? null)
  })
}

function hotelById({ database, hotelIds }: LoaderSource) {
  const text = `SELECT ${selectList(HotelEntity, 't')} FROM pms_hotel t
    WHERE t.id = ANY($1::text[]) AND ($2::text[] IS NULL OR t.id = ANY($2))`
  return new DataLoader<string, Hotel | null>(async (ids) => {
    // PostgreSQL refuses to look for a NUL, and one such id must not take the others with it.
    const rows = await database.query<Hotel>(text, [ids.filter((id) => !id.includes('\0')), hotelIds])
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => byId.get(id) ?? null)
  })
}

function rowByExternalId<R extends ExternalKey>(sql: Sql, table: string, entity: EntitySchema) {
  // One look into the unique index a key; see docs/decisions/0003.
  const text = `SELECT k.n AS "#n", ${selectList(entity, 't')}
    FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS k (hotel_id, provider, external_id, n)
    CROSS JOIN LATERAL (
      SELECT * FROM ${table}
      WHERE hotel_id = k.hotel_id AND provider = k.provider AND external_id = k.external_id LIMIT 1
    ) AS t`
  const columns = (keys: readonly ExternalKey[]) => [
    keys.map(({ hotelId }) => hotelId),
    keys.map(({ provider }) => provider),
    keys.map(({ externalId }) => externalId),
  ]
  return new DataLoader<ExternalKey, R | null, string>(
    async (keys) => {
      const rows = await sql.query<R & { '#n': number }>(text, columns(keys))
      const byKey = new Map(rows.map((row) => [row['#n'], row]))
      return keys.map((_, index) => byKey.get(index + 1) ?? null)
    },
    { cacheKeyFn: ({ hotelId, provider, externalId }) => JSON.stringify([hotelId, provider, externalId]) },
  )
}
