import { Migration } from '@mikro-orm/migrations'
import { entityTable } from './entity-table.ts'

/** The state of rooms, when they are not sold, and what has to be repaired. */
export class CareOfRoomsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    for (const statement of [...housekeeping, ...roomBlocks, ...maintenanceRequests]) this.addSql(statement)
  }
}

const housekeeping = entityTable({
  name: 'pms_housekeeping',
  columns: `
    room_number text,
    condition text NOT NULL,
    occupancy text NOT NULL,
    reported_occupancy text,
    discrepancy text,
    stay text,
    room_status text,
    do_not_disturb boolean,
    service_refused boolean,
    turndown boolean,
    attendant text,
    note text,
    business_date date`,
  indexes: { by_room_number: 'room_number, id' },
})

/** By room and by end: a hotel keeps blocks of years, and asks for those that are not over. */
const roomBlocks = entityTable({
  name: 'pms_room_block',
  columns: `
    kind text NOT NULL,
    room_external_id text NOT NULL,
    room_number text,
    first_night date NOT NULL,
    last_night date CHECK (last_night >= first_night),
    starts_at timestamptz,
    ends_at timestamptz,
    reason_code text,
    reason text,
    return_condition text`,
  indexes: {
    by_first_night: 'first_night, id',
    by_last_night: 'last_night, first_night',
    by_room: 'room_external_id, provider',
  },
})

const maintenanceRequests = entityTable({
  name: 'pms_maintenance_request',
  columns: `
    status text NOT NULL,
    code text,
    title text,
    description text,
    priority text,
    room_external_id text,
    room_number text,
    place text,
    assignee text,
    due_at timestamptz,
    reported_at timestamptz,
    resolved_at timestamptz`,
  indexes: {
    by_reported_at: 'reported_at, id',
    by_status: 'status, reported_at, id',
    by_room: 'room_external_id, provider',
  },
})
