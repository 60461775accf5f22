import { Migration } from '@mikro-orm/migrations'

/** What set a run or a message off, for the lines and the trace of whoever works on it. */
export class OriginsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql('ALTER TABLE pms_sync_log ADD COLUMN origin jsonb')
    this.addSql('ALTER TABLE pms_webhook_event ADD COLUMN origin jsonb')
  }
}
