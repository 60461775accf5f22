import { Migration } from '@mikro-orm/migrations'
import { ConcurrentIndexMigration } from './concurrent-index.ts'

/** How far a set is, so that nobody counts ten thousand items each time that some of them have ended. */
export class SetsUnderWayMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_change_set
      ADD COLUMN released integer NOT NULL DEFAULT 0,
      ADD COLUMN released_line integer NOT NULL DEFAULT 0`)
  }
}

export class ItemsUnderWayMigration extends ConcurrentIndexMigration {
  override up(): void {
    this.buildIndex(
      'pms_change_of_set_open',
      `ON pms_change (hotel_id, set_id) WHERE set_id IS NOT NULL AND state IN ('PENDING', 'SENDING', 'AWAITING', 'UNKNOWN')`,
    )
    this.buildIndex(
      'pms_change_of_set_by_time',
      `ON pms_change (hotel_id, set_id, updated_at) WHERE set_id IS NOT NULL AND state <> 'DRAFT'`,
    )
  }
}
