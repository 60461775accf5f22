import { Migration } from '@mikro-orm/migrations'

const SCOPED_ROLE = 'pms_hotel_scoped'

/** Connections that vendors keep open to tell of changes: one for all configurations of a scope, held by one worker. */
export class StreamsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_configuration ADD COLUMN stream_key text`)
    this.addSql(`CREATE INDEX pms_configuration_by_stream ON pms_configuration (stream_key)
      WHERE stream_key IS NOT NULL`)
    this.addSql(`CREATE TABLE pms_stream (
      key text PRIMARY KEY,
      provider text NOT NULL,
      state text NOT NULL DEFAULT 'CONNECTING'
        CHECK (state IN ('OFF', 'CONNECTING', 'CATCHING_UP', 'LIVE', 'WAITING', 'LOCKED_OUT')),
      since timestamptz NOT NULL DEFAULT now(),
      stream_offset text,
      last_message_at timestamptz,
      lag_ms bigint,
      live_at timestamptz,
      connections integer NOT NULL DEFAULT 0,
      failures integer NOT NULL DEFAULT 0,
      last_close_code integer,
      reason text,
      ready_at timestamptz NOT NULL DEFAULT now(),
      lease_token integer NOT NULL DEFAULT 0,
      lease_expires_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now()
    )`)
    this.addSql(`CREATE INDEX pms_stream_by_turn ON pms_stream (ready_at)`)
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON pms_stream TO ${SCOPED_ROLE}`)
  }
}
