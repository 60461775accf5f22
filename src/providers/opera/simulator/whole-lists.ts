import type { RowKind } from '../../provider.ts'
import type { Entry } from '../../simulator-kit/ledger.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { RANGE_DAYS } from '../limits.ts'
import { addDays } from '../walk/slices.ts'
import { empty, ok, problem } from './answers.ts'
import { among } from './lists.ts'
import { HOTEL } from './render.ts'
import { closureWordOf, isResolved, lastNightOf, resolvedOn } from './render-house.ts'
import type { Views } from './views.ts'

/** A list that the vendor answers at once, however long it is. */
export type WholeList = (query: URLSearchParams, views: Views, hotel: SimulatedHotel) => SimulatorAnswer

export const ratePlans: WholeList = (query, views, hotel) => {
  const isAsked = among(query, 'ratePlanCode')
  const entries = entriesOf(views, 'ratePlans').filter(({ id }) => isAsked(id))
  return entries.length === 0 ? empty : ok({ ratePlans: deliver(hotel, 'ratePlans', entries), links: [] })
}

/** Rooms with their ranges of one kind; those ranges that touch the days that are asked for. */
export const roomBlocks =
  (word: string): WholeList =>
  (query, views, hotel) => {
    const days = daysOf(query, 'startDate', 'endDate')
    if (days === null) return problem(400, 'HSK00001')
    const isShown = ({ firstNight, ...block }: ReturnType<typeof read>) =>
      firstNight <= days[1] && lastNightOf({ firstNight, ...block }) >= days[0]
    const isOfRoom = among(query, 'roomId')
    const read = (entry: Entry) => hotel.collections.roomBlocks.read(entry)
    const all = entriesOf(views, 'roomBlocks').filter(
      (entry) => isShown(read(entry)) && isOfRoom(read(entry).roomNumber ?? ''),
    )
    const entries = all.filter((entry) => closureWordOf(read(entry)) === word)
    if (entries.length === 0) return empty
    const isFirst = word === 'OutOfOrder'
    const others = isFirst ? all.filter((entry) => !entries.includes(entry)) : []
    const room = byRoom(deliver(hotel, 'roomBlocks', entries, !isFirst, others))
    return ok({ housekeepingRooms: { room, hotelId: HOTEL.hotelId }, links: [] })
  }

function byRoom(ranges: readonly unknown[]) {
  const rooms = Map.groupBy(ranges as readonly { roomId: string }[], ({ roomId }) => roomId)
  return [...rooms].map(([roomId, all]) => ({ roomId, outOfOrder: all.map(({ roomId: _, ...range }) => range) }))
}

export const maintenances: WholeList = (query, views, hotel) => {
  const status = query.get('roomMaintenanceStatus') ?? 'All'
  const days = query.has('resolvedStartDate') ? daysOf(query, 'resolvedStartDate', 'resolvedEndDate') : undefined
  if (days === null) return problem(400, 'HSK00001')
  const isAsked = among(query, 'maintenanceId')
  const isOfRoom = among(query, 'roomId')
  const read = (entry: Entry) => hotel.collections.maintenanceRequests.read(entry)
  const isShown = (entry: Entry) => {
    const request = read(entry)
    const isOfStatus = status === 'All' || (status === 'Resolved') === isResolved(request)
    const day = resolvedOn(request)
    return (
      isAsked(entry.id) &&
      isOfRoom(request.roomNumber ?? '') &&
      isOfStatus &&
      (days === undefined || (day >= days[0] && day <= days[1]))
    )
  }
  const all = entriesOf(views, 'maintenanceRequests')
  const entries = all.filter(isShown)
  if (entries.length === 0) return empty
  // Nobody reopens one while the list is read: it would be in neither half.
  const others = status === 'UnResolved' ? all.filter((entry) => read(entry).status === 'RESOLVED') : []
  const roomMaintenance = deliver(hotel, 'maintenanceRequests', entries, status === 'Resolved', others)
  return ok({ roomMaintenance: { roomMaintenance, hotelId: HOTEL.hotelId }, links: [] })
}

const entriesOf = (views: Views, kind: RowKind) => views(kind).map(({ entry }) => entry)

function deliver(
  hotel: SimulatedHotel,
  kind: RowKind,
  entries: readonly Entry[],
  isContinued = false,
  others: readonly Entry[] = [],
) {
  return hotel.deliver(kind, { entries, isContinued, undelivered: () => others })
}

/** The first is needed; null where they are too far apart. */
export function daysOf(
  query: URLSearchParams,
  first: string,
  last: string,
  most = RANGE_DAYS,
): readonly [string, string] | null {
  const from = query.get(first)
  if (from === null) return null
  const to = query.get(last) ?? from
  return to >= from && to <= addDays(from, most - 1) ? [from, to] : null
}
