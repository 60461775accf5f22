import { Migration } from '@mikro-orm/migrations'
import { ConcurrentIndexMigration } from './concurrent-index.ts'

/** Of which changes nobody knew for a while what came of them, and which of these seem to have been done twice. */
export class RepeatedChangesMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_change
      ADD COLUMN lost_at timestamptz,
      ADD COLUMN moved_on_at timestamptz,
      ADD COLUMN repeated_at timestamptz`)
  }
}

export class RepeatedChangeIndexesMigration extends ConcurrentIndexMigration {
  override up(): void {
    this.buildIndex('pms_change_lost', `ON pms_change (lost_at) WHERE lost_at IS NOT NULL AND repeated_at IS NULL`)
    this.buildIndex('pms_change_repeated', `ON pms_change (hotel_id, id) WHERE repeated_at IS NOT NULL`)
  }
}
