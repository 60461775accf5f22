import { Migration } from '@mikro-orm/migrations'
import { ConcurrentIndexMigration } from './concurrent-index.ts'

/** What both sides have moved, and who gives way by default. */
export class ConflictsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_change
      ADD COLUMN contested jsonb,
      ADD COLUMN round integer NOT NULL DEFAULT 0,
      ADD COLUMN conflict_at timestamptz,
      ADD COLUMN resolution text CHECK (resolution IN ('OURS', 'THEIRS', 'CUSTOM', 'SAME'))`)
    this.addSql(`ALTER TABLE pms_configuration ADD COLUMN conflict_defaults jsonb NOT NULL DEFAULT '{}'`)
  }
}

export class ConflictIndexesMigration extends ConcurrentIndexMigration {
  override up(): void {
    this.buildIndex('pms_change_in_conflict', `ON pms_change (hotel_id, id) WHERE state = 'CONFLICT'`)
    this.buildIndex(
      'pms_change_after_conflict',
      `ON pms_change (hotel_id, provider, conflict_at) WHERE conflict_at IS NOT NULL`,
    )
    this.buildIndex('pms_change_rejected', `ON pms_change (hotel_id, entity_id) WHERE state = 'REJECTED'`)
  }
}
