import { Migration } from '@mikro-orm/migrations'
import { entityTable } from './entity-table.ts'

export class LostItemsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    const columns = `
      description text NOT NULL,
      status text NOT NULL,
      room_number text,
      is_valuable boolean,
      found_at timestamptz NOT NULL,
      tags text[]`
    const table = entityTable({ name: 'pms_lost_item', columns, indexes: { by_found_at: 'found_at, id' } })
    for (const statement of table) this.addSql(statement)
  }
}
