import { Migration } from '@mikro-orm/migrations'
import { isInScope, SCOPED_ROLE } from './2026-w48/20261128100000-row-level-security.ts'

/** Where a hotel's prices and availability are sent, and how far: see docs/distribution.md. */
export class ChannelsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`CREATE TABLE pms_channel (
      id uuid PRIMARY KEY,
      hotel_id text NOT NULL,
      channel text NOT NULL,
      provider text NOT NULL,
      property_id text NOT NULL,
      currency text NOT NULL,
      credentials text NOT NULL,
      settings jsonb NOT NULL,
      rooms jsonb NOT NULL,
      plans jsonb NOT NULL,
      enabled boolean NOT NULL,
      when_stale text NOT NULL CHECK (when_stale IN ('CLOSE', 'HOLD')),
      stale_after_minutes integer NOT NULL CHECK (stale_after_minutes > 0),
      state text NOT NULL DEFAULT 'OPENING' CHECK (state IN ('OPENING', 'LIVE', 'CLOSED', 'HELD', 'WAITING')),
      reason text,
      position bigint,
      whole_at timestamptz,
      sent_at timestamptz,
      confirmed_at timestamptz,
      confirm_tries integer NOT NULL DEFAULT 0,
      is_unconfirmed boolean NOT NULL DEFAULT false,
      refused jsonb NOT NULL DEFAULT '[]',
      failures integer NOT NULL DEFAULT 0,
      ready_at timestamptz NOT NULL DEFAULT now(),
      look_at timestamptz NOT NULL DEFAULT now(),
      lease_token integer NOT NULL DEFAULT 0,
      lease_expires_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (hotel_id, channel)
    )`)
    this.addSql('CREATE INDEX pms_channel_by_turn ON pms_channel (ready_at) WHERE enabled')
    this.addSql('ALTER TABLE pms_channel ALTER COLUMN hotel_id SET STATISTICS 0')
    this.addSql('ALTER TABLE pms_channel ENABLE ROW LEVEL SECURITY')
    this.addSql(`CREATE POLICY pms_within_scope ON pms_channel USING (${isInScope('hotel_id')})`)
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON pms_channel TO ${SCOPED_ROLE}`)
  }
}
