import { STREAM_IS_DOWN, STREAM_STATE, WANTED_STREAMS } from './streams.ts'
import type { TableGauge } from './table-gauge.ts'

/** Of connections that hotels want, each counted once however many hotels share it. */
export const STREAM_GAUGES: readonly TableGauge[] = [
  {
    name: 'pms_streams',
    meaning: 'Streams that hotels have switched on, by state.',
    sql: `SELECT provider, ${STREAM_STATE} AS state, count(*) AS value FROM ${WANTED_STREAMS} GROUP BY 1, 2`,
  },
  {
    name: 'pms_streams_down',
    meaning: 'Streams without a sign of life for a minute; their hotels are polled.',
    sql: `SELECT provider, count(*) FILTER (WHERE ${STREAM_IS_DOWN}) AS value FROM ${WANTED_STREAMS} GROUP BY provider`,
  },
  {
    name: 'pms_stream_lag_seconds',
    meaning: 'How long after it happened the newest event was stored, of the stream where it is longest.',
    sql: `SELECT provider, max(s.lag_ms)::float8 / 1000 AS value FROM ${WANTED_STREAMS} AND s.lag_ms IS NOT NULL
          GROUP BY provider`,
  },
  {
    name: 'pms_stream_last_message_age_seconds',
    meaning: 'Time since the last message, of the stream where it is longest; none before the first.',
    sql: `SELECT provider, max(extract(epoch FROM now() - s.last_message_at))::float8 AS value
          FROM ${WANTED_STREAMS} AND s.last_message_at IS NOT NULL GROUP BY provider`,
  },
  {
    name: 'pms_stream_reconnects',
    meaning: 'Connections after the first one of each stream, since it was switched on.',
    sql: `SELECT provider, sum(greatest(s.connections - 1, 0))::integer AS value FROM ${WANTED_STREAMS} GROUP BY provider`,
  },
]
