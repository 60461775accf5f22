import { Migration } from '@mikro-orm/migrations'

/** A credential's allowances at all hosts, to see and lift their pauses. The expression as it is asked for. */
export class PausesByCredentialMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`CREATE INDEX pms_rate_budget_by_credential ON pms_rate_budget (split_part(key, '@', 1))`)
  }
}
