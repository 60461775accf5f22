import { Migration } from '@mikro-orm/migrations'

const COLUMNS = ['min_stay_arrival', 'min_stay_through', 'max_stay', 'cutoff_days']

/** Nights are a thousand at most: half the width, of what is there for every night. */
export class NarrowNightsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    const changes = COLUMNS.map((column) => `ALTER COLUMN ${column} TYPE smallint[]`)
    this.addSql(`ALTER TABLE pms_rate_month ${changes.join(', ')}`)
  }
}
