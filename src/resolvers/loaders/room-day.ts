import DataLoader from 'dataloader'
import { selectList } from '../../entities/select.ts'
import { type Booking, BookingEntity } from '../../entities/synced/booking.ts'
import { type RoomBlock, RoomBlockEntity } from '../../entities/synced/room-block.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { Stay } from '../../records/housekeeping.ts'
import { IS_OVER, STAY } from '../lists/room-day.ts'

/** More than one or two is a mistake that the first ones show as well. */
const MAX_CONFLICTS = 20

/** What guests do in a room on its day, by the id of a row of housekeeping that was read already. */
export const stayByHousekeeping = (sql: Sql) =>
  new DataLoader<string, Stay>(async (ids) => {
    const rows = await sql.query<{ id: string; stay: Stay }>(
      `SELECT t.id, ${STAY} AS stay FROM pms_housekeeping t WHERE t.id = ANY($1::uuid[])`,
      [ids],
    )
    const byId = new Map(rows.map(({ id, stay }) => [id, stay]))
    return ids.map((id) => byId.get(id) ?? 'FREE')
  })

/** Bookings that a block is over, by the id of one that was read already; in order of arrival. */
export const bookingsOfBlock = (sql: Sql) =>
  conflicts<Booking>(
    sql,
    `SELECT k.id AS "#of", ${selectList(BookingEntity, 'c')} FROM pms_room_block k CROSS JOIN LATERAL (
       SELECT b.* FROM pms_booking b WHERE ${IS_OVER} ORDER BY b.check_in, b.id LIMIT ${MAX_CONFLICTS}
     ) AS c WHERE k.id = ANY($1::uuid[]) ORDER BY c.check_in, c.id`,
  )

/** The reverse, by the id of a booking; in order of their first nights. */
export const blocksOverBooking = (sql: Sql) =>
  conflicts<RoomBlock>(
    sql,
    `SELECT b.id AS "#of", ${selectList(RoomBlockEntity, 'c')} FROM pms_booking b CROSS JOIN LATERAL (
       SELECT k.* FROM pms_room_block k WHERE ${IS_OVER} ORDER BY k.first_night, k.id LIMIT ${MAX_CONFLICTS}
     ) AS c WHERE b.id = ANY($1::uuid[]) ORDER BY c.first_night, c.id`,
  )

function conflicts<Row>(sql: Sql, text: string) {
  return new DataLoader<string, Row[]>(async (ids) => {
    const rows = await sql.query<Row & { '#of': string }>(text, [ids])
    const byId = Map.groupBy(rows, (row) => row['#of'])
    return ids.map((id) => byId.get(id) ?? [])
  })
}
