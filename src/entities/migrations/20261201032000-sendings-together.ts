import { Migration } from '@mikro-orm/migrations'

/** What goes in a request alone, and what of an allowance items of sets have taken. */
export class SendingsTogetherMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_change ADD COLUMN goes_alone boolean NOT NULL DEFAULT false`)
    this.addSql(`ALTER TABLE pms_rate_budget ADD COLUMN of_sets_at timestamptz[] NOT NULL DEFAULT '{}'`)
  }
}
