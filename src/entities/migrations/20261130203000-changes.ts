import { Migration } from '@mikro-orm/migrations'
import { isInScope, SCOPED_ROLE } from './2026-w48/20261128100000-row-level-security.ts'

const OPEN = `state IN ('PENDING', 'SENDING', 'AWAITING', 'UNKNOWN', 'CONFLICT')`

/** Changes that people want at a PMS: the outbox, and what is switched on for a hotel. */
export class ChangesMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_configuration
      ADD COLUMN write_enabled boolean NOT NULL DEFAULT false,
      ADD COLUMN actions jsonb`)
    this.addSql(`ALTER TABLE pms_webhook_event ADD COLUMN commands jsonb NOT NULL DEFAULT '[]'`)
    this.changes()
  }

  private changes(): void {
    this.addSql(`CREATE TABLE pms_change (
      id uuid PRIMARY KEY,
      hotel_id text NOT NULL,
      provider text NOT NULL,
      account text NOT NULL,
      number bigint GENERATED ALWAYS AS IDENTITY,
      entity_type text NOT NULL,
      entity_id uuid NOT NULL,
      external_id text NOT NULL,
      action text NOT NULL,
      groups jsonb NOT NULL,
      base jsonb,
      wanted jsonb,
      theirs jsonb,
      theirs_modified_at timestamptz,
      alike jsonb,
      options jsonb NOT NULL DEFAULT '{}',
      state text NOT NULL CHECK (state IN ('DRAFT', 'PENDING', 'SENDING', 'AWAITING', 'UNKNOWN', 'CONFLICT',
        'APPLIED', 'REJECTED', 'CANCELLED', 'SUPERSEDED', 'EXPIRED')),
      waiting_for text CHECK (waiting_for IN ('TURN', 'RATE', 'LOCKED', 'PMS_DOWN', 'PAUSED', 'WRITES_OFF', 'AUTH', 'PERSON')),
      ready_at timestamptz NOT NULL DEFAULT now(),
      lease_token integer NOT NULL DEFAULT 0,
      lease_expires_at timestamptz,
      sent_at timestamptz,
      sendings integer NOT NULL DEFAULT 0,
      accepted_at timestamptz,
      token text,
      step jsonb,
      attempts integer NOT NULL DEFAULT 0,
      expires_at timestamptz NOT NULL,
      requested_by text NOT NULL,
      reason text,
      error_code text,
      error text,
      undo_of uuid,
      set_id uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      ended_at timestamptz,
      CHECK (state <> 'SENDING' OR sent_at IS NOT NULL),
      CHECK ((${OPEN} OR state = 'DRAFT') = (ended_at IS NULL))
    )`)
    this.addSql(`CREATE INDEX pms_change_open ON pms_change (hotel_id, entity_type, entity_id, number) WHERE ${OPEN}`)
    this.addSql(`CREATE INDEX pms_change_by_turn ON pms_change (ready_at)
      WHERE state IN ('PENDING', 'SENDING', 'AWAITING', 'UNKNOWN')`)
    this.addSql(`CREATE INDEX pms_change_by_token ON pms_change (hotel_id, provider, token)
      WHERE state IN ('SENDING', 'AWAITING', 'UNKNOWN')`)
    this.addSql(`CREATE INDEX pms_change_by_hotel ON pms_change (hotel_id, id)`)
    this.addSql(`CREATE INDEX pms_change_by_row ON pms_change (hotel_id, entity_id, id)`)
    this.addSql(
      `CREATE INDEX pms_change_ended ON pms_change (ended_at) WHERE wanted IS NOT NULL AND ended_at IS NOT NULL`,
    )
    this.addSql(`ALTER TABLE pms_change ALTER COLUMN hotel_id SET STATISTICS 0`)
    this.addSql(`ALTER TABLE pms_change ENABLE ROW LEVEL SECURITY`)
    this.addSql(`CREATE POLICY pms_within_scope ON pms_change USING (${isInScope('hotel_id')})`)
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON pms_change TO ${SCOPED_ROLE}`)
  }
}
