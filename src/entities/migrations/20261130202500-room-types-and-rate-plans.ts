import { Migration } from '@mikro-orm/migrations'
import { entityTable } from './entity-table.ts'

/** What a hotel sells, and which of it a booking is of. */
export class RoomTypesAndRatePlansMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    for (const statement of [...roomTypes, ...ratePlans]) this.addSql(statement)
    this.addSql('ALTER TABLE pms_booking ADD COLUMN room_type_external_id text, ADD COLUMN rate_plan_external_id text')
  }
}

const roomTypes = entityTable({
  name: 'pms_room_type',
  columns: `
    code text,
    name text NOT NULL,
    capacity integer,
    room_count integer,
    sellable boolean`,
  indexes: { by_name: 'name, id' },
})

const ratePlans = entityTable({
  name: 'pms_rate_plan',
  columns: `
    code text,
    name text NOT NULL,
    currency text,
    tax_included boolean,
    pricing text,
    derived_from_external_id text,
    derivation_kind text,
    derivation_value bigint`,
  indexes: { by_name: 'name, id' },
})
