import type { TableGauge } from './table-gauge.ts'

/** Of channels that prices and availability are sent to, those that are switched off aside. */
export const CHANNEL_GAUGES: readonly TableGauge[] = [
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
