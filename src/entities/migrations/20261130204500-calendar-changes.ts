import { Migration } from '@mikro-orm/migrations'
import { isInScope, SCOPED_ROLE } from './2026-w48/20261128100000-row-level-security.ts'

/**
 * What changed in calendars, a row a range of days, in the order of their commits: positions are given under the lock of the
 * hotel's counter, so that a reader who has come to one has missed none before it.
 */
export class CalendarChangesMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`CREATE TABLE pms_calendar_position (
      hotel_id text PRIMARY KEY,
      position bigint NOT NULL
    )`)
    this.addSql(`CREATE TABLE pms_calendar_change (
      hotel_id text NOT NULL,
      position bigint NOT NULL,
      provider text NOT NULL,
      entity_type text NOT NULL,
      rate_plan_external_id text,
      room_type_external_id text NOT NULL,
      currency text,
      from_day date NOT NULL,
      to_day date NOT NULL CHECK (to_day >= from_day),
      before jsonb NOT NULL,
      after jsonb NOT NULL,
      seen_at timestamptz NOT NULL,
      seen_after timestamptz,
      sync_log_id uuid NOT NULL,
      change_id uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (hotel_id, position)
    )`)
    this.addSql('CREATE INDEX pms_calendar_change_by_time ON pms_calendar_change (created_at)')
    for (const table of ['pms_calendar_position', 'pms_calendar_change']) {
      this.addSql(`ALTER TABLE ${table} ALTER COLUMN hotel_id SET STATISTICS 0`)
      this.addSql(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
      this.addSql(`CREATE POLICY pms_within_scope ON ${table} USING (${isInScope('hotel_id')})`)
      this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${SCOPED_ROLE}`)
    }
  }
}
