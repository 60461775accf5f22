import { Migration } from '@mikro-orm/migrations'

/** What a hotel's property allows to be changed at its PMS. */
export class OfferedActionsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_configuration ADD COLUMN offered_actions jsonb`)
  }
}
