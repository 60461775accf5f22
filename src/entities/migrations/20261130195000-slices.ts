import { Migration } from '@mikro-orm/migrations'

const SCOPED_ROLE = 'pms_hotel_scoped'
const IN_SCOPE = `(SELECT current_setting('pms.hotel_ids', true) = '*')
  OR coalesce(array_position(
    (SELECT nullif(nullif(current_setting('pms.hotel_ids', true), ''), '*')::text[]), hotel_id), 0) <> 0`

/** Parts of an entity type that are walked, proven and due by themselves; '' is the whole of one. */
export class SlicesMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    for (const table of ['pms_sync_log', 'pms_sync_walk', 'pms_sync_age']) {
      this.addSql(`ALTER TABLE ${table} ADD COLUMN slice text NOT NULL DEFAULT ''`)
    }
    this.due()
    // Of rows that were marked, content alone tells whether they are seen at their source.
    for (const table of ['pms_room', 'pms_guest', 'pms_booking']) {
      this.addSql(`UPDATE ${table} SET content_hash = '' WHERE sync_status = 'PENDING' AND deleted_at IS NULL`)
    }
  }

  /** When slices with times of their own are due; what follows the configuration's schedule is due with that. */
  private due(): void {
    this.addSql(`CREATE TABLE pms_sync_due (
      configuration_id uuid NOT NULL REFERENCES pms_configuration (id) ON DELETE CASCADE,
      hotel_id text NOT NULL,
      provider text NOT NULL,
      entity_type text NOT NULL,
      slice text NOT NULL,
      schedule text NOT NULL,
      next_at timestamptz NOT NULL,
      retries integer NOT NULL DEFAULT 0,
      PRIMARY KEY (hotel_id, provider, entity_type, slice)
    ) WITH (fillfactor = 80)`)
    this.addSql(`CREATE INDEX pms_sync_due_by_turn ON pms_sync_due (next_at)`)
    this.addSql(`CREATE INDEX pms_sync_due_by_configuration ON pms_sync_due (configuration_id)`)
    this.addSql(`ALTER TABLE pms_sync_due ENABLE ROW LEVEL SECURITY`)
    this.addSql(`CREATE POLICY pms_within_scope ON pms_sync_due USING (${IN_SCOPE})`)
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON pms_sync_due TO ${SCOPED_ROLE}`)
  }
}
