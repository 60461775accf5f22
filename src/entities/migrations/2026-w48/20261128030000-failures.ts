import { Migration } from '@mikro-orm/migrations'

export class FailuresMigration extends Migration {
  /** The failures of all runs of a hotel, newest first. */
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`CREATE INDEX pms_sync_failure_by_id ON pms_sync_failure (hotel_id, id)`)
  }
}
