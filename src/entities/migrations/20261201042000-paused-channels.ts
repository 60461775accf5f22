import { Migration } from '@mikro-orm/migrations'

/** By whom and why nothing is sent to a channel. */
export class PausedChannelsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_channel
      ADD COLUMN paused_at timestamptz, ADD COLUMN paused_by text, ADD COLUMN paused_reason text`)
  }
}
