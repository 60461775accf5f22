import { Migration } from '@mikro-orm/migrations'

/** What a run left as it was although the PMS sent something else, and what it was sent twice. Both are among the unchanged. */
export class HeldBackMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_sync_log
      ADD COLUMN items_held_back integer NOT NULL DEFAULT 0,
      ADD COLUMN items_duplicate integer NOT NULL DEFAULT 0`)
  }
}
