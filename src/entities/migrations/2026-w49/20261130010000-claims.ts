import { Migration } from '@mikro-orm/migrations'

const SCOPED_ROLE = 'pms_hotel_scoped'
/** As `RUN_LANE` stood when this was written: an index is used only for the very expression that it was made of. */
const LANE = `(CASE WHEN trigger IN ('MANUAL', 'REPLAY') THEN 0 WHEN trigger = 'WEBHOOK' THEN 1
  WHEN trigger = 'SCHEDULED' AND operation <> 'FULL' THEN 2 ELSE 3 END)`

/**
 * Whose turn it is, decided by the tables: when a run or an inbox is due, whose credential it needs, and how that is
 * doing. The version before this one goes on beside it: what it does not know has a default.
 */
export class ClaimsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.runs()
    this.configurations()
    this.inboxes()
    this.health()
  }

  private runs(): void {
    this.addSql(`ALTER TABLE pms_sync_log
      ADD COLUMN credential_key text,
      ADD COLUMN ready_at timestamptz NOT NULL DEFAULT now(),
      ADD COLUMN wait_reason text
        CHECK (wait_reason IN ('RATE_BUDGET', 'RETRY_AFTER', 'BACKOFF', 'CIRCUIT_OPEN', 'PENDING')),
      ADD COLUMN retries integer NOT NULL DEFAULT 0,
      ADD COLUMN parks integer NOT NULL DEFAULT 0,
      ADD COLUMN deadline_at timestamptz,
      ADD COLUMN began_empty boolean`)
    this.addSql(`CREATE INDEX pms_sync_log_by_lane ON pms_sync_log (${LANE}, ready_at)
      WHERE status IN ('QUEUED', 'RUNNING')`)
    this.addSql(`CREATE INDEX pms_sync_log_by_turn ON pms_sync_log (ready_at) WHERE status IN ('QUEUED', 'RUNNING')`)
    this.addSql(`CREATE INDEX pms_sync_log_by_credential ON pms_sync_log (credential_key)
      WHERE status IN ('QUEUED', 'RUNNING')`)
  }

  private configurations(): void {
    this.addSql(`ALTER TABLE pms_configuration
      ADD COLUMN credential_key text,
      ADD COLUMN retry_at timestamptz,
      ADD COLUMN page_limits jsonb NOT NULL DEFAULT '{}'`)
    this.addSql(`CREATE INDEX pms_configuration_retry ON pms_configuration (retry_at)
      WHERE enabled AND retry_at IS NOT NULL`)
  }

  private inboxes(): void {
    this.addSql(`ALTER TABLE pms_webhook_endpoint
      ADD COLUMN ready_at timestamptz DEFAULT now(),
      ADD COLUMN timeouts integer NOT NULL DEFAULT 0`)
    this.addSql(`CREATE INDEX pms_webhook_endpoint_by_turn ON pms_webhook_endpoint (ready_at)
      WHERE ready_at IS NOT NULL`)
  }

  /** How the vendor answers, per credential; a row only while there is something to say. */
  private health(): void {
    this.addSql(`CREATE TABLE pms_provider_health (
      key text PRIMARY KEY,
      provider text NOT NULL,
      failures integer NOT NULL,
      failing_since timestamptz NOT NULL DEFAULT now(),
      open_until timestamptz,
      last_error_code text,
      last_failed_at timestamptz NOT NULL DEFAULT now()
    )`)
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON pms_provider_health TO ${SCOPED_ROLE}`)
  }
}
