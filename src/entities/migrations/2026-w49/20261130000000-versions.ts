import { Migration } from '@mikro-orm/migrations'

/** Counts what people change, so that one of two who edit the same hotel or configuration learns of the other. */
export class VersionsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    for (const table of ['pms_hotel', 'pms_configuration']) {
      this.addSql(`ALTER TABLE ${table} ADD COLUMN version integer NOT NULL DEFAULT 1`)
    }
  }
}
