import { Migration } from '@mikro-orm/migrations'

const SCOPED_ROLE = 'pms_hotel_scoped'

/** What lets old rows be found, and audit entries be deleted when they are old and only then. */
export class RetentionMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    for (const table of ['pms_room', 'pms_guest', 'pms_booking']) {
      this.addSql(`CREATE INDEX ${table}_deleted ON ${table} (deleted_at) WHERE deleted_at IS NOT NULL`)
    }
    this.addSql(`CREATE INDEX pms_sync_log_unchanged
      ON pms_sync_log (hotel_id, provider, entity_type, operation, id)
      WHERE status = 'COMPLETED' AND items_unchanged = items_processed AND items_deleted = 0 AND items_held_back = 0`)
    this.expireAudit()
  }

  /** As the owner: the service itself may have no right to delete what it once noted. */
  private expireAudit(): void {
    const signature = 'pms_expire_audit_entries(timestamptz, integer)'
    this.addSql(`CREATE FUNCTION pms_expire_audit_entries(older_than timestamptz, batch integer) RETURNS bigint
      LANGUAGE sql SECURITY DEFINER AS $expire$
        WITH gone AS (
          DELETE FROM pms_audit_entry WHERE id IN (
            SELECT id FROM pms_audit_entry
            WHERE created_at < least(older_than, now() - interval '30 days') ORDER BY id LIMIT batch
          ) RETURNING 1
        ) SELECT count(*) FROM gone
      $expire$`)
    this.addSql(`DO $$ BEGIN
      EXECUTE format('ALTER FUNCTION ${signature} SET search_path = %I, pg_temp', current_schema());
    END $$`)
    this.addSql(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`)
    this.addSql(`GRANT EXECUTE ON FUNCTION ${signature} TO ${SCOPED_ROLE}`)
  }
}
