import { Migration } from '@mikro-orm/migrations'

const SCOPED_ROLE = 'pms_hotel_scoped'
const IN_SCOPE = `(SELECT current_setting('pms.hotel_ids', true) = '*')
  OR coalesce(array_position(
    (SELECT nullif(nullif(current_setting('pms.hotel_ids', true), ''), '*')::text[]), hotel_id), 0) <> 0`

/** A UUIDv7: begins with its time, so that entries sort and expire by their key. */
const NEW_ID = `(lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0')
  || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid`

/** What fields of rows were before; which ones, the declaration of the entity type says. */
export class HistoryMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`CREATE TABLE pms_history (
      id uuid NOT NULL DEFAULT ${NEW_ID},
      hotel_id text NOT NULL,
      provider text NOT NULL,
      entity_type text NOT NULL,
      row_id uuid NOT NULL,
      field text NOT NULL,
      before text,
      after text,
      seen_at timestamptz NOT NULL,
      sync_log_id uuid NOT NULL,
      change_id uuid,
      PRIMARY KEY (hotel_id, row_id, id)
    )`)
    this.addSql(`CREATE INDEX pms_history_by_time ON pms_history (id)`)
    this.addSql(`ALTER TABLE pms_history ENABLE ROW LEVEL SECURITY`)
    this.addSql(`CREATE POLICY pms_within_scope ON pms_history USING (${IN_SCOPE})`)
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON pms_history TO ${SCOPED_ROLE}`)
  }
}
