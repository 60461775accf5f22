import { Migration } from '@mikro-orm/migrations'

const SCOPED_ROLE = 'pms_hotel_scoped'
const SLOTS = Array.from({ length: 32 }, (_, n) => `d${n}`)

/**
 * What the runs of all hotels add up to, by hour and by day that is over: the charts of a fleet read a row for each of them,
 * and not one for each hotel. For whoever may see every hotel; it tells nothing of a single one.
 */
export class FleetFiguresMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`CREATE TABLE pms_fleet_figure (
      bucket text NOT NULL CHECK (bucket IN ('HOUR', 'DAY')),
      at timestamptz NOT NULL,
      provider text NOT NULL,
      outcome text NOT NULL,
      shortest_ms integer,
      longest_ms integer,
      runs integer NOT NULL,
      items_processed bigint NOT NULL,
      items_created bigint NOT NULL,
      items_updated bigint NOT NULL,
      items_deleted bigint NOT NULL,
      ${SLOTS.map((slot) => `${slot} integer NOT NULL`).join(', ')},
      PRIMARY KEY (bucket, at, provider, outcome)
    )`)
    this.addSql(`ALTER TABLE pms_fleet_figure ENABLE ROW LEVEL SECURITY`)
    this.addSql(`CREATE POLICY pms_within_scope ON pms_fleet_figure
      USING ((SELECT current_setting('pms.hotel_ids', true) = '*'))`)
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON pms_fleet_figure TO ${SCOPED_ROLE}`)
  }
}
