import { requireCount } from '../../../changes/sets/create.ts'
import { MAX_ITEMS } from '../../../changes/sets/request.ts'
import { columnName } from '../../../entities/select.ts'
import { badUserInput } from '../../../errors.ts'
import type { Sql } from '../../../platform/database/database.ts'
import { type ActionName, actionOf } from '../../../records/changes/actions.ts'
import type { RowType } from '../../../records/entity-type.ts'
import type { PmsChangeSetTargets } from '../../../schema/changes/sets/inputs.ts'
import { bookingList } from '../../lists/booking.ts'
import { housekeepingList } from '../../lists/housekeeping.ts'
import { maintenanceRequestList } from '../../lists/maintenance-request.ts'
import { roomList } from '../../lists/room.ts'
import { roomBlockList } from '../../lists/room-block.ts'
import type { Bind, List } from '../../paging/list.ts'

/** By what an action is done to: the filter of that, and its list. */
const LISTS: { readonly [Type in RowType]?: readonly [keyof PmsChangeSetTargets, List<unknown, never>] } = {
  BOOKING: ['bookings', bookingList],
  ROOM: ['rooms', roomList],
  HOUSEKEEPING: ['housekeeping', housekeepingList],
  ROOM_BLOCK: ['roomBlocks', roomBlockList],
  MAINTENANCE_REQUEST: ['maintenanceRequests', maintenanceRequestList],
}

interface Wanted {
  readonly hotelId: string
  readonly provider?: string | null | undefined
  readonly action: ActionName
  readonly filter: PmsChangeSetTargets
}

/**
 * Ids of all that a filter finds, in the order of its list.
 * @throws PmsIntegrationError BAD_USER_INPUT for the filter of something else, TOO_MANY_ITEMS with their number
 */
export async function findTargets(sql: Sql, { hotelId, provider, action, filter }: Wanted): Promise<string[]> {
  const [name, list] = LISTS[actionOf(action).target] ?? []
  const given = Object.keys(filter).filter((each) => filter[each as keyof PmsChangeSetTargets] != null)
  if (name === undefined || list === undefined || given.length !== 1 || given[0] !== name)
    throw badUserInput('filter', `has to be ${name} for this action, and nothing else`)
  const params: unknown[] = []
  const bind: Bind = (value) => `$${params.push(value)}`
  const hotel = `(VALUES (${bind(hotelId)}::text)) AS parent ("hotelId")`
  const conditions = [
    't.hotel_id = parent."hotelId"',
    provider && `t.provider = ${bind(provider)}`,
    ...list.where(filter[name] as never, bind),
  ]
  const found = `FROM ${hotel} CROSS JOIN ${list.table} t WHERE ${conditions.filter(Boolean).join(' AND ')}`
  const { field, direction } = list.defaultOrder
  const order = `t.${columnName(field)} ${direction}, t.id ${direction}`
  const rows = await sql.query<{ id: string }>(`SELECT t.id ${found} ORDER BY ${order} LIMIT ${MAX_ITEMS + 1}`, params)
  if (rows.length > MAX_ITEMS) {
    const [{ count } = { count: rows.length }] = await sql.query<{ count: number }>(`SELECT count(*) ${found}`, params)
    requireCount(count, 'filter')
  }
  return rows.map(({ id }) => id)
}
