import { Migration } from '@mikro-orm/migrations'

/** Rooms of a status, as the product's specification has it: what is out of order is few of many. */
export class RoomStatusMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`CREATE INDEX pms_room_by_status ON pms_room (hotel_id, status)`)
  }
}
