import { Migration } from '@mikro-orm/migrations'

export class WebhooksMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.endpoints()
    this.events()
    this.receivers()
    this.auditEntries()
    this.gapTrigger()
  }

  /**
   * Keys are here as digests alone: a dump of the database does not hand them out. The current signing secret is
   * `pms_configuration.webhook_secret`.
   */
  private endpoints(): void {
    this.addSql(`CREATE TABLE pms_webhook_endpoint (
      configuration_id uuid PRIMARY KEY REFERENCES pms_configuration (id) ON DELETE CASCADE,
      key_digest text UNIQUE,
      key_hint text,
      previous_key_digest text UNIQUE,
      previous_secret text,
      previous_until timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      rotated_at timestamptz,
      last_event_at timestamptz,
      backfill_owed_since timestamptz,
      backfill_owed_at timestamptz,
      backfilled_at timestamptz,
      lease_token integer NOT NULL DEFAULT 0,
      lease_expires_at timestamptz
    )`)
  }

  /** The inbox: a row a message and hotel. `deliveries` counts how often the same one came. */
  private events(): void {
    this.addSql(`CREATE TABLE pms_webhook_event (
      id uuid PRIMARY KEY,
      configuration_id uuid NOT NULL,
      hotel_id text NOT NULL,
      provider text NOT NULL,
      dedupe_key text NOT NULL,
      event_id text,
      event_type text NOT NULL,
      subjects jsonb NOT NULL DEFAULT '[]',
      headers jsonb NOT NULL DEFAULT '{}',
      body bytea NOT NULL,
      occurred_at timestamptz,
      received_at timestamptz NOT NULL,
      deliveries integer NOT NULL DEFAULT 1,
      status text NOT NULL CHECK (status IN ('RECEIVED', 'PROCESSED', 'IGNORED', 'FAILED', 'DEAD')),
      attempts integer NOT NULL DEFAULT 0,
      attempted_at timestamptz,
      next_attempt_at timestamptz,
      error_code text,
      reason text,
      processed_at timestamptz,
      UNIQUE (configuration_id, dedupe_key),
      CHECK ((next_attempt_at IS NOT NULL) = (status IN ('RECEIVED', 'FAILED')))
    )`)
    this.addSql(`CREATE INDEX pms_webhook_event_due ON pms_webhook_event (configuration_id, next_attempt_at)
      WHERE next_attempt_at IS NOT NULL`)
    this.addSql(`CREATE INDEX pms_webhook_event_attempted ON pms_webhook_event (configuration_id, attempted_at)
      WHERE attempted_at IS NOT NULL`)
    this.addSql(`CREATE INDEX pms_webhook_event_by_id ON pms_webhook_event (hotel_id, id)`)
    this.addSql(`CREATE INDEX pms_webhook_event_dead ON pms_webhook_event (hotel_id, id) WHERE status = 'DEAD'`)
  }

  /** When this service last could be reached by webhooks: one row. */
  private receivers(): void {
    this.addSql(`CREATE TABLE pms_webhook_receiver (
      id integer PRIMARY KEY CHECK (id = 1),
      alive_at timestamptz NOT NULL
    )`)
  }

  private auditEntries(): void {
    this.addSql(`CREATE TABLE pms_audit_entry (
      id uuid PRIMARY KEY,
      hotel_id text NOT NULL,
      actor text NOT NULL,
      action text NOT NULL,
      details jsonb NOT NULL DEFAULT '{}',
      created_at timestamptz NOT NULL DEFAULT now()
    )`)
    this.addSql(`CREATE INDEX pms_audit_entry_by_id ON pms_audit_entry (hotel_id, id)`)
  }

  private gapTrigger(): void {
    this.addSql(`ALTER TABLE pms_sync_log DROP CONSTRAINT pms_sync_log_trigger_check`)
    this.addSql(`ALTER TABLE pms_sync_log ADD CONSTRAINT pms_sync_log_trigger_check
      CHECK (trigger IN ('MANUAL', 'SCHEDULED', 'WEBHOOK', 'REPLAY', 'GAP'))`)
  }
}
