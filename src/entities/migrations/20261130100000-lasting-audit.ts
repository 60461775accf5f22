import { Migration } from '@mikro-orm/migrations'

/** What was noted stays as it was noted: the service adds entries, and can neither change one nor take it away. */
export class LastingAuditMigration extends Migration {
  override up(): void {
    this.addSql(`REVOKE UPDATE, DELETE ON pms_audit_entry FROM pms_hotel_scoped`)
  }
}
