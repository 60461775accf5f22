import { Migration } from '@mikro-orm/migrations'

export class FailuresOfAnItemMigration extends Migration {
  /** Everything that went wrong with one booking, room or guest. */
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`CREATE INDEX pms_sync_failure_by_item ON pms_sync_failure (hotel_id, external_id, id)
      WHERE external_id IS NOT NULL`)
  }
}
