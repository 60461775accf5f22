import { Migration } from '@mikro-orm/migrations'

/** Values that fell to null or to their default since they could not be read: a run that stores an item without them says so. */
export class UnreadValuesMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_sync_log
      ADD COLUMN unread_count integer NOT NULL DEFAULT 0,
      ADD COLUMN unread_values jsonb NOT NULL DEFAULT '[]'`)
  }
}
