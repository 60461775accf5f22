import { Migration } from '@mikro-orm/migrations'

export class FreshnessMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.pauses()
    this.runs()
    this.addSql(`CREATE INDEX pms_hotel_by_name ON pms_hotel (name, id)`)
  }

  private pauses(): void {
    this.addSql(`ALTER TABLE pms_configuration
      ADD COLUMN paused_at timestamptz, ADD COLUMN paused_by text, ADD COLUMN paused_reason text`)
    this.addSql(`UPDATE pms_configuration SET paused_at = updated_at WHERE NOT enabled`)
  }

  /** The last run of each outcome, for freshness and medians; the runs of a span, for charts; the history by start. */
  private runs(): void {
    this.addSql(`CREATE INDEX pms_sync_log_by_outcome ON pms_sync_log (hotel_id, provider, entity_type, status, id)`)
    this.addSql(`CREATE INDEX pms_sync_log_by_end ON pms_sync_log (hotel_id, completed_at)`)
    this.addSql(`CREATE INDEX pms_sync_log_by_start ON pms_sync_log (hotel_id, started_at, id)`)
  }
}
