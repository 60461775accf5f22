import type { Sql } from '../platform/database/database.ts'
import type { Measure } from '../platform/metrics.ts'
import { STREAM_GAUGES } from './stream-gauges.ts'
import type { TableGauge } from './table-gauge.ts'

/** The least UUIDv7 of an hour ago: ids begin with their time, so the primary key finds what is newer. */
const HOUR_AGO = `(lpad(to_hex((extract(epoch FROM now() - interval '1 hour') * 1000)::bigint), 12, '0')
  || '70008000000000000000')::uuid`

const GAUGES: readonly TableGauge[] = [
  {
    name: 'pms_sync_runs',
    meaning: 'Sync runs of the last hour, and older ones that have not ended, by status.',
    sql: `SELECT status, count(*) AS value FROM pms_sync_log
          WHERE id >= ${HOUR_AGO} OR status IN ('QUEUED', 'RUNNING') GROUP BY status`,
  },
  {
    name: 'pms_queue_depth',
    meaning: 'Sync runs that wait for a worker, and webhook events that are to be processed.',
    sql: `SELECT 'sync' AS queue, count(*) AS value FROM pms_sync_log WHERE status = 'QUEUED'
          UNION ALL SELECT 'webhook', count(*) FROM pms_webhook_event WHERE next_attempt_at IS NOT NULL`,
  },
  {
    name: 'pms_sync_queue_oldest_seconds',
    meaning: 'For how long the sync that waits longest has been due without a worker.',
    sql: `SELECT coalesce(max(extract(epoch FROM now() - ready_at)), 0)::float8 AS value FROM pms_sync_log
          WHERE status IN ('QUEUED', 'RUNNING') AND ready_at <= now()
            AND (lease_expires_at IS NULL OR lease_expires_at < now())`,
  },
  {
    name: 'pms_schedules_overdue',
    meaning: 'Schedules whose time came more than a minute ago and that no worker has started.',
    sql: `SELECT (SELECT count(*) FROM pms_configuration WHERE enabled AND next_sync_at < now() - interval '1 minute')
          + (SELECT count(*) FROM pms_sync_due due JOIN pms_configuration c ON c.id = due.configuration_id
             WHERE due.next_at < now() - interval '1 minute' AND c.enabled AND c.sync_schedule IS NOT NULL) AS value`,
  },
  {
    name: 'pms_sync_at_work',
    meaning: 'Sync runs that a worker holds.',
    sql: `SELECT provider, count(*) AS value FROM pms_sync_log
          WHERE status = 'RUNNING' AND lease_expires_at > now() GROUP BY provider`,
  },
  {
    name: 'pms_sync_parked',
    meaning: 'Sync runs that wait for their vendor and hold no place.',
    sql: `SELECT provider, wait_reason AS reason, count(*) AS value FROM pms_sync_log
          WHERE status IN ('QUEUED', 'RUNNING') AND wait_reason IS NOT NULL GROUP BY provider, wait_reason`,
  },
  {
    name: 'pms_sync_failures_open',
    meaning: 'Items that could not be stored and are not settled.',
    sql: `SELECT provider, entity_type AS entity, count(*) AS value FROM pms_sync_failure
          WHERE resolved_at IS NULL GROUP BY provider, entity_type`,
  },
  {
    name: 'pms_hotels_failing',
    meaning: 'Enabled hotels whose last sync of a type failed, by its error code.',
    sql: `SELECT provider, entity_type AS entity, slice, last_error_code AS code, count(*) AS value
          FROM pms_configuration JOIN pms_sync_walk USING (hotel_id, provider)
          WHERE enabled AND failed_runs > 0 GROUP BY provider, entity_type, slice, last_error_code`,
  },
  {
    name: 'pms_provider_circuits_open',
    meaning: 'Credentials whose vendor failed so often that it is left alone for a while.',
    sql: `SELECT provider, count(*) AS value FROM pms_provider_health WHERE open_until > now() GROUP BY provider`,
  },
  {
    name: 'pms_provider_failing_seconds',
    meaning: 'For how long the vendor has not answered well, of the credential where it is longest.',
    sql: `SELECT provider, max(extract(epoch FROM now() - failing_since))::float8 AS value
          FROM pms_provider_health WHERE failures > 0 GROUP BY provider`,
  },
  {
    name: 'pms_inbox_oldest_unprocessed_seconds',
    meaning: 'Age of the oldest webhook event that is not settled.',
    sql: `SELECT coalesce(extract(epoch FROM now() - min(received_at)), 0)::float8 AS value
          FROM pms_webhook_event WHERE next_attempt_at IS NOT NULL`,
  },
  {
    name: 'pms_webhook_dead_letters',
    meaning: 'Webhook events that wait for a person.',
    sql: `SELECT count(*) AS value FROM pms_webhook_event WHERE status = 'DEAD'`,
  },
  {
    name: 'pms_freshness_age_seconds',
    meaning:
      'Time since the start of the last complete run, of the enabled hotel where it is longest; none before the first.',
    sql: `SELECT provider, entity_type AS entity, slice,
            max(extract(epoch FROM now() - true_as_of))::float8 AS value
          FROM pms_configuration JOIN pms_sync_walk USING (hotel_id, provider)
          WHERE enabled AND true_as_of IS NOT NULL GROUP BY provider, entity_type, slice`,
  },
  ...STREAM_GAUGES,
  {
    name: 'pms_channels',
    meaning: 'Connections of hotels to channels, by state.',
    sql: 'SELECT channel, state, count(*) AS value FROM pms_channel WHERE enabled GROUP BY channel, state',
  },
  {
    name: 'pms_channel_lag_seconds',
    meaning: 'For how long a change that was read has not been sent, of the hotel where it is longest.',
    sql: `SELECT c.channel, coalesce(max(extract(epoch FROM now() - oldest.at)), 0)::float8 AS value FROM pms_channel c
          LEFT JOIN LATERAL (SELECT created_at AS at FROM pms_calendar_change x
            WHERE x.hotel_id = c.hotel_id AND x.position > c.position ORDER BY x.position LIMIT 1) AS oldest ON true
          WHERE c.enabled GROUP BY c.channel`,
  },
  {
    name: 'pms_channel_refused',
    meaning: 'Runs of days that channels did not take, and that are closed there.',
    sql: `SELECT channel, sum(jsonb_array_length(refused))::integer AS value FROM pms_channel
          WHERE enabled GROUP BY channel`,
  },
]

/** Reads every gauge that is kept in tables. */
export async function readTableGauges(
  sql: Sql,
): Promise<{ name: string; meaning: string; measures: readonly Measure[] }[]> {
  return Promise.all(
    GAUGES.map(async ({ name, meaning, sql: text }) => {
      const rows = await sql.query<{ value: number } & Record<string, string | number>>(text)
      const measures = rows.map(({ value, ...labels }) => ({ value, labels: withoutEmpty(labels) }))
      return { name, meaning, measures }
    }),
  )
}

/** A label without a value is none: types that are one have no slice. */
const withoutEmpty = (labels: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== '')) as Record<string, string>
