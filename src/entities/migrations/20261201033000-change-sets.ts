import { Migration } from '@mikro-orm/migrations'
import { isInScope, SCOPED_ROLE } from './2026-w48/20261128100000-row-level-security.ts'
import { ConcurrentIndexMigration } from './concurrent-index.ts'

/** Changes of many things at once, and the lines that they were made of. */
export class ChangeSetsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.sets()
    this.items()
    for (const table of ['pms_change_set', 'pms_change_set_item']) {
      this.addSql(`ALTER TABLE ${table} ALTER COLUMN hotel_id SET STATISTICS 0`)
      this.addSql(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
      this.addSql(`CREATE POLICY pms_within_scope ON ${table} USING (${isInScope('hotel_id')})`)
      this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${SCOPED_ROLE}`)
    }
  }

  private sets(): void {
    this.addSql(`CREATE TABLE pms_change_set (
      id uuid PRIMARY KEY,
      hotel_id text NOT NULL,
      provider text NOT NULL,
      account text NOT NULL,
      action text NOT NULL,
      source text NOT NULL CHECK (source IN ('FILTER', 'SELECTION', 'CSV', 'UNDO')),
      state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'PREVIEWED', 'RUNNING', 'PAUSED', 'DONE', 'PARTIAL', 'STOPPED')),
      options jsonb NOT NULL DEFAULT '{}',
      reason text,
      requested_by text NOT NULL,
      canary integer NOT NULL CHECK (canary >= 0),
      stop_percent integer NOT NULL CHECK (stop_percent BETWEEN 0 AND 100),
      total integer NOT NULL,
      looked_line integer NOT NULL DEFAULT 0,
      preview_hash text,
      previewed_at timestamptz,
      waiting_for text CHECK (waiting_for IN ('TURN', 'RATE', 'LOCKED', 'PMS_DOWN', 'PAUSED', 'WRITES_OFF', 'AUTH', 'PERSON')),
      error_code text,
      error text,
      undo_of uuid,
      ready_at timestamptz NOT NULL DEFAULT now(),
      lease_token integer NOT NULL DEFAULT 0,
      lease_expires_at timestamptz,
      attempts integer NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      started_at timestamptz,
      ended_at timestamptz,
      CHECK ((state IN ('DONE', 'PARTIAL', 'STOPPED')) = (ended_at IS NOT NULL)),
      CHECK (state NOT IN ('PREVIEWED', 'RUNNING', 'PAUSED') OR preview_hash IS NOT NULL)
    )`)
    this.addSql(`CREATE INDEX pms_change_set_by_turn ON pms_change_set (ready_at) WHERE state IN ('DRAFT', 'RUNNING')`)
    this.addSql(`CREATE INDEX pms_change_set_by_hotel ON pms_change_set (hotel_id, id)`)
    // One at a time is sent to a PMS.
    this.addSql(`CREATE UNIQUE INDEX pms_change_set_under_way ON pms_change_set (hotel_id, provider)
      WHERE state IN ('RUNNING', 'PAUSED')`)
  }

  private items(): void {
    this.addSql(`CREATE TABLE pms_change_set_item (
      id uuid PRIMARY KEY,
      hotel_id text NOT NULL,
      set_id uuid NOT NULL,
      line integer NOT NULL,
      change_id uuid,
      given text,
      outcome text CHECK (outcome IN ('SEND', 'IS_SO', 'CONFLICT', 'REFUSED')),
      error_code text,
      error text,
      field text,
      UNIQUE (hotel_id, set_id, line),
      CHECK (change_id IS NOT NULL OR outcome = 'REFUSED')
    )`)
  }
}

export class ChangesOfSetsMigration extends ConcurrentIndexMigration {
  override up(): void {
    this.buildIndex('pms_change_of_set', 'ON pms_change (hotel_id, set_id) WHERE set_id IS NOT NULL')
  }
}
