import { Migration } from '@mikro-orm/migrations'

/** Nothing of a message with a bad signature is kept but that it came: a hotel should know that its PMS is not heard. */
export class RefusedWebhooksMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_webhook_endpoint
      ADD COLUMN refused_count integer NOT NULL DEFAULT 0, ADD COLUMN last_refused_at timestamptz`)
  }
}
