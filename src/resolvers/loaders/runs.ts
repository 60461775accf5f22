import DataLoader from 'dataloader'
import { type Configuration, ConfigurationEntity } from '../../entities/configuration.ts'
import { selectList } from '../../entities/select.ts'
import type { SyncLog } from '../../entities/sync-log.ts'
import type { Freshness } from '../../insights/freshness.ts'
import { medianDurations, type RunKind } from '../../insights/median-durations.ts'
import type { FreshnessReader } from '../../insights/read-freshness.ts'
import type { Sql } from '../../platform/database/database.ts'
import { type ErrorReport, readErrorReports } from '../../sync/error-reports.ts'
import { type FailureGroup, failureGroupsOfRuns } from '../../sync/store/failure-groups.ts'

/** Loaders for hotels, runs and failures that were read already, and so are the viewer's. */

export function freshnessByHotel(sql: Sql, freshness: FreshnessReader) {
  return new DataLoader<string, Freshness[]>(async (hotelIds) => {
    const byHotel = Map.groupBy(await freshness.read(sql, hotelIds), ({ hotelId }) => hotelId)
    return hotelIds.map((hotelId) => byHotel.get(hotelId) ?? [])
  })
}

/** Median milliseconds of the last complete runs of a kind; null where there is none. */
export function medianDurationByKind(sql: Sql) {
  return new DataLoader<RunKind, number | null, string>((kinds) => medianDurations(sql, kinds), {
    cacheKeyFn: ({ hotelId, provider, entityType, slice, operation }) =>
      JSON.stringify([hotelId, provider, entityType, slice, operation]),
  })
}

export function errorReportByRun(sql: Sql) {
  return new DataLoader<SyncLog, ErrorReport | null>((runs) => readErrorReports(sql, runs))
}

export function failureGroupsByRun(sql: Sql) {
  return new DataLoader<string, FailureGroup[]>((runIds) => failureGroupsOfRuns(sql, runIds))
}

type Key = Pick<Configuration, 'hotelId' | 'provider'>
const keyOf = ({ hotelId, provider }: Key) => JSON.stringify([hotelId, provider])

export function configurationByKey(sql: Sql) {
  const text = `SELECT ${selectList(ConfigurationEntity)} FROM pms_configuration
    WHERE (hotel_id, provider) IN (SELECT * FROM unnest($1::text[], $2::text[]))`
  return new DataLoader<Key, Configuration | null, string>(
    async (keys) => {
      const columns = [keys.map(({ hotelId }) => hotelId), keys.map(({ provider }) => provider)]
      const byKey = new Map((await sql.query<Configuration>(text, columns)).map((row) => [keyOf(row), row]))
      return keys.map((key) => byKey.get(keyOf(key)) ?? null)
    },
    { cacheKeyFn: keyOf },
  )
}
