import type { RowKind } from '../../provider.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { availability, pricing, restrictionsOf } from './calendar-lists.ts'
import { AGE_CATEGORIES, CATEGORIES, categoryOf, PARKING, SERVICES } from './catalog.ts'
import { type CalendarParameters, isShort, isWithin, type Parameters } from './filters.ts'
import { idOf, indexOf, type Named, SERVICE_ID } from './ids.ts'
import { afterCursor, entryOf, newestFirst, pageOf, withRemoved } from './paging.ts'
import { renderNotes, renderOrderItems, renderReservation } from './render-booking.ts'
import { renderRoomBlock, renderTask } from './render-care.ts'
import { renderGuest } from './render-guest.ts'
import { renderRatePlan, renderRoomType } from './render-house.ts'
import { renderBlocks, renderResource, stateOf } from './render-room.ts'

/** Answers an operation; null for parameters that the vendor refuses. */
export type Operation = (parameters: Parameters, hotel: SimulatedHotel) => object | null

const listed = <T extends { Id: string }>(field: string, items: readonly T[], { Limitation }: Parameters) => {
  const { page, Cursor } = pageOf(items, Limitation)
  return { [field]: page, Cursor }
}

const among = (ids: readonly string[] | null | undefined, id: string) => ids == null || ids.includes(id)

/** Pages through items by their changes, with the faults of the simulator on them. */
function changedItems(
  kind: RowKind,
  part: (raw: unknown) => unknown,
  asked: Parameters,
  hotel: SimulatedHotel,
  all = newestFirst(hotel, kind),
) {
  const matching = all.filter(({ entry }) => isWithin(entry.updatedAtMs, asked.UpdatedUtc))
  const left = afterCursor(hotel, kind, matching, asked.Limitation)
  const page = left.slice(0, asked.Limitation.Count).map(({ entry }) => entry)
  const startMs = Date.parse(asked.UpdatedUtc?.StartUtc ?? '')
  const undelivered = () => [
    ...left.slice(page.length).map(({ entry }) => entry),
    // Walks go back in time, so what changed before this interval comes later.
    ...all.map(({ entry }) => entry).filter(({ updatedAtMs }) => updatedAtMs < startMs),
  ]
  const isContinued = asked.Limitation.Cursor != null
  const items = hotel.deliver(kind, { entries: page, isContinued, undelivered }).map(part)
  return { items, Cursor: page.at(-1)?.id ?? null }
}

/** Items by id, gone ones too where the filter lets them through. */
function knownItems(kind: RowKind & Named, ids: readonly string[], hotel: SimulatedHotel, withInactive: boolean) {
  const live = new Map(newestFirst(hotel, kind).map(({ entry }) => [entry.id, entry]))
  return ids.flatMap((id) => {
    const entry = live.get(id)
    const isGone = entry === undefined && id === idOf(kind, indexOf(id))
    if (entry === undefined && !(isGone && withInactive)) return []
    return [{ entry: entry ?? entryOf(id), isActive: !isGone }]
  })
}

const reservations: Operation = (asked, hotel) => {
  if (!among(asked.ServiceIds, SERVICE_ID)) return listed('Reservations', [], asked)
  if (asked.AssignedResourceIds != null) return listed('Reservations', staysIn(asked.AssignedResourceIds, hotel), asked)
  if (asked.ReservationIds == null) {
    const { items, Cursor } = changedItems('bookings', (raw) => field(raw, 'Reservation'), asked, hotel)
    return { Reservations: items, Cursor }
  }
  return listed(
    'Reservations',
    bookingsOf(asked.ReservationIds, hotel).map((one) => renderReservation(one, hotel)),
    asked,
  )
}

function bookingsOf(ids: readonly string[], hotel: SimulatedHotel) {
  return knownItems('bookings', ids, hotel, false).map(({ entry }) => hotel.collections.bookings.read(entry))
}

/** Who is in these rooms. The rooms decide, so that a test may remove bookings without emptying them. */
function staysIn(ids: readonly string[], hotel: SimulatedHotel) {
  const [any] = newestFirst(hotel, 'bookings')
  const template = any === undefined ? undefined : hotel.collections.bookings.read(any.entry)
  return roomsOf(ids, hotel).flatMap(({ room }) => {
    if (room.status !== 'OCCUPIED' || template === undefined) return []
    const guests = {
      adults: room.occupancy ?? 0,
      children: 0,
      roomExternalId: room.externalId,
      roomType: room.roomType,
    }
    const externalId = idOf('stays', indexOf(room.externalId))
    return [renderReservation({ ...template, ...guests, externalId, status: 'CHECKED_IN' }, hotel)]
  })
}

function roomsOf(ids: readonly string[], hotel: SimulatedHotel, withInactive = false) {
  const known = knownItems('rooms', ids, hotel, withInactive)
  return known.map(({ entry, isActive }) => ({ room: hotel.collections.rooms.read(entry), isActive }))
}

const resources: Operation = (asked, hotel) => {
  if (asked.Extent?.Resources !== true) return null
  if (asked.ResourceIds == null) {
    const { items, Cursor } = changedItems('rooms', (raw) => withState(field(raw, 'Resource'), hotel), asked, hotel)
    return { Resources: items, Cursor }
  }
  const rooms = roomsOf(asked.ResourceIds, hotel, asked.Extent.Inactive)
  return listed(
    'Resources',
    rooms.map(({ room, isActive }) => renderResource(room, roomState(room.externalId, hotel), isActive)),
    asked,
  )
}

/** How a room is stands in the same list as what it is. */
const withState = (resource: unknown, hotel: SimulatedHotel) => ({
  ...Object(resource),
  State: roomState(String(field(resource, 'Id')), hotel),
})

function roomState(id: string, { collections }: SimulatedHotel): string | undefined {
  const room = collections.housekeeping.find(id)
  return room && stateOf(room)
}

const customers: Operation = (asked, hotel) => {
  if (asked.Extent == null || (asked.CustomerIds == null && asked.UpdatedUtc == null)) return null
  if (asked.CustomerIds == null) {
    const { items, Cursor } = changedItems('guests', (raw) => raw, asked, hotel)
    return { Customers: items, Cursor }
  }
  const withInactive = asked.ActivityStates?.includes('Deleted') ?? true
  const known = knownItems('guests', asked.CustomerIds, hotel, withInactive)
  const found = known.map(({ entry, isActive }) => renderGuest(hotel.collections.guests.read(entry), isActive))
  return listed('Customers', found, asked)
}

/** Of rooms at this moment: what makes them what they are now. Otherwise those that the hotel has planned. */
const resourceBlocks: Operation = (asked, hotel) => {
  if (!isShort(asked.CollidingUtc)) return null
  if (asked.AssignedResourceIds != null && isLong(asked.CollidingUtc)) {
    const { ledger, read } = hotel.collections.roomBlocks
    const planned = ledger.entries.map((entry) => renderRoomBlock(read(entry), hotel))
    const collides = (block: { StartUtc: string; EndUtc: string }) =>
      block.StartUtc < (asked.CollidingUtc?.EndUtc ?? '') && block.EndUtc > (asked.CollidingUtc?.StartUtc ?? '')
    const found = planned.filter((block) => among(asked.AssignedResourceIds, block.AssignedResourceId))
    return listed('ResourceBlocks', found.filter(collides), asked)
  }
  if (asked.AssignedResourceIds != null) {
    const now = roomsOf(asked.AssignedResourceIds, hotel).flatMap(({ room }) => renderBlocks(room))
    return listed('ResourceBlocks', now, asked)
  }
  if (asked.ResourceBlockIds == null) {
    const all = asked.ActivityStates?.includes('Deleted') ? withRemoved(hotel, 'roomBlocks') : undefined
    const block = (raw: unknown) => asItIs(field(raw, 'Block'), hotel)
    const { items, Cursor } = changedItems('roomBlocks', block, asked, hotel, all)
    return { ResourceBlocks: items, Cursor }
  }
  const known = knownItems('roomBlocks', asked.ResourceBlockIds, hotel, false)
  const found = known.map(({ entry }) => renderRoomBlock(hotel.collections.roomBlocks.read(entry), hotel))
  return listed('ResourceBlocks', found, asked)
}

/** A block that was removed is shown as deleted. */
function asItIs(block: unknown, { collections }: SimulatedHotel) {
  const removed = collections.roomBlocks.removed.find(({ id }) => id === field(block, 'Id'))
  if (removed === undefined) return block
  const DeletedUtc = new Date(removed.updatedAtMs).toISOString()
  return { ...Object(block), IsActive: false, UpdatedUtc: DeletedUtc, DeletedUtc }
}

const HOUR_MS = 3_600_000
const isLong = (interval: Parameters['CollidingUtc']) =>
  interval != null && Date.parse(interval.EndUtc) - Date.parse(interval.StartUtc) > HOUR_MS

const tasks: Operation = (asked, hotel) => {
  if (asked.CreatedUtc == null) return tasksOf(asked, hotel)
  const { ledger, read } = hotel.collections.maintenanceRequests
  const all = ledger.entries.map((entry) => renderTask(read(entry)))
  return listed(
    'Tasks',
    all.filter(({ CreatedUtc }) => isWithin(Date.parse(CreatedUtc), asked.CreatedUtc)),
    asked,
  )
}

const tasksOf: Operation = (asked, hotel) =>
  listOf('Tasks', 'maintenanceRequests', asked.TaskIds, renderTask, asked, hotel)

/** With gone ones: the types that bookings go on naming. Without: those that the hotel has. */
const resourceCategories: Operation = (asked, hotel) => {
  if (asked.ServiceIds == null) return null
  if (asked.ActivityStates?.includes('Deleted') ?? true) {
    const all = [...CATEGORIES, PARKING].filter(({ ServiceId }) => among(asked.ServiceIds, ServiceId))
    return listed('ResourceCategories', all, asked)
  }
  if (!asked.ServiceIds.includes(SERVICE_ID)) return listed('ResourceCategories', [], asked)
  return listOf('ResourceCategories', 'roomTypes', asked.ResourceCategoryIds, renderRoomType, asked, hotel)
}

const rates: Operation = (asked, hotel) => {
  if (asked.ServiceIds == null) return null
  return listOf('Rates', 'ratePlans', asked.RateIds, renderRatePlan, asked, hotel)
}

/** Those with these ids, or a page of all. */
function listOf<K extends RowKind & Named>(
  name: string,
  kind: K,
  ids: readonly string[] | null | undefined,
  render: (item: SimulatedItems[K]) => { Id: string },
  asked: Parameters,
  hotel: SimulatedHotel,
) {
  if (ids == null) {
    const { items, Cursor } = changedItems(kind, (raw) => raw, asked, hotel)
    return { [name]: items, Cursor }
  }
  const known = knownItems(kind, ids, hotel, false)
  const found = known.map(({ entry }) => render(hotel.collections[kind].read(entry)))
  return listed(name, found, asked)
}

const assignments: Operation = (asked, hotel) => {
  if (asked.ResourceCategoryIds == null) return null
  const found = roomsOf(asked.ResourceIds ?? [], hotel).map(({ room }) => ({
    ...{ Id: idOf('assignments', indexOf(room.externalId)), IsActive: true, ResourceId: room.externalId },
    CategoryId: categoryOf(room.roomType)?.Id ?? '',
    ...{ CreatedUtc: room.createdAt.toISOString(), UpdatedUtc: room.createdAt.toISOString() },
  }))
  return listed(
    'ResourceCategoryAssignments',
    found.filter(({ CategoryId }) => among(asked.ResourceCategoryIds, CategoryId)),
    asked,
  )
}

const orderItems: Operation = (asked, hotel) => {
  if (asked.ServiceOrderIds == null) return null
  const items = bookingsOf(asked.ServiceOrderIds, hotel).flatMap(renderOrderItems)
  return listed(
    'OrderItems',
    items.filter(({ AccountingState }) => among(asked.AccountingStates, AccountingState)),
    asked,
  )
}

const notes: Operation = (asked, hotel) =>
  asked.ServiceOrderIds == null
    ? null
    : listed('ServiceOrderNotes', bookingsOf(asked.ServiceOrderIds, hotel).flatMap(renderNotes), asked)

const field = (raw: unknown, name: string): unknown => (raw as Record<string, unknown>)[name]

const restrictions: Operation = (asked, hotel) => {
  const found = restrictionsOf(asked, hotel)
  return found && listed('Restrictions', found, asked)
}

/** Answers an operation that is asked by the day. */
type Calendar = (asked: CalendarParameters, hotel: SimulatedHotel) => object | null

/** By path, each the columns of one noun. */
export const CALENDARS: ReadonlyMap<string, Calendar> = new Map<string, Calendar>([
  ['rates/getPricing', pricing],
  ['services/getAvailability/2024-01-22', availability],
])

/** By path, each the list of one noun. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['services/getAll', (asked) => listed('Services', SERVICES, asked)],
  ['resourceCategories/getAll', resourceCategories],
  ['rates/getAll', rates],
  ['restrictions/getAll', restrictions],
  ['tasks/getAll', tasks],
  ['resourceCategoryAssignments/getAll', assignments],
  ['resourceBlocks/getAll', resourceBlocks],
  [
    'ageCategories/getAll',
    (asked) =>
      listed(
        'AgeCategories',
        AGE_CATEGORIES.filter(({ Id }) => among(asked.AgeCategoryIds, Id)),
        asked,
      ),
  ],
  ['reservations/getAll/2023-06-06', reservations],
  ['resources/getAll', resources],
  ['customers/getAll', customers],
  ['orderItems/getAll', orderItems],
  ['serviceOrderNotes/getAll', notes],
])
