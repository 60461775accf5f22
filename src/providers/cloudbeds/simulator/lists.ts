import type { RowKind } from '../../provider.ts'
import type { Entry } from '../../simulator-kit/ledger.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { ok, refusal } from './answers.ts'
import { isDeleted, PROPERTY, renderRoom } from './render.ts'

type Method = (query: URLSearchParams, hotel: SimulatedHotel) => SimulatorAnswer

/** The methods that the simulator answers. */
export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['getHotels', (_, hotel) => ok({ data: [propertyOf(hotel)], count: 1, total: 1 })],
  ['getReservationsWithRateDetails', reservations],
  ['getGuestList', guestList],
  ['getGuest', guest],
  ['getRooms', rooms],
  ['getRoomTypes', roomTypes],
  ['getRatePlans', ratePlans],
  ['getHousekeepingStatus', housekeeping],
  ['getRoomBlocks', roomBlocks],
])

function propertyOf({ name, timeZone, currency }: SimulatedHotel) {
  const propertyCurrency = [{ currencyCode: currency }]
  return { propertyID: PROPERTY, propertyName: name, propertyTimezone: timeZone, propertyCurrency }
}

/** Newest changes first, the order in which a walk loses most. */
function reservations(query: URLSearchParams, hotel: SimulatedHotel): SimulatorAnswer {
  const id = query.get('reservationID')
  const { ledger, read } = hotel.collections.bookings
  const showsDeleted = query.get('includeDeleted') === 'true'
  const isShown = (entry: Entry) => showsDeleted || !isDeleted(read(entry))
  const entries = ledger.entries
    .filter(isSince(query.get('modifiedFrom')))
    .filter(isShown)
    .toReversed()
  const asked = id === null ? entries : entries.filter((entry) => entry.id === id)
  const { items, total } = deliverPage('bookings', asked, query, hotel)
  return ok({ data: items, count: items.length, total })
}

/** Keyed by id. */
function guestList(query: URLSearchParams, hotel: SimulatedHotel): SimulatorAnswer {
  const { ledger, read } = hotel.collections.guests
  const isByCreation = query.get('sortBy') === 'creation'
  const all = ledger.entries.filter(isByCreation ? () => true : isSince(query.get('resultsFrom')))
  const [first, last] = [query.get('guestFirstName'), query.get('guestLastName')]
  const named = all.filter((entry) => {
    if (first === null && last === null) return true
    const { firstName, lastName } = read(entry)
    return (first ?? firstName) === firstName && (last ?? lastName) === lastName
  })
  const { items, total } = deliverPage('guests', isByCreation ? byId(named) : named.toReversed(), query, hotel)
  const keyed = Object.fromEntries(items.map((item) => [(item as { guestID: string }).guestID, item]))
  return ok({ data: keyed, count: items.length, total })
}

function guest(query: URLSearchParams, { collections }: SimulatedHotel): SimulatorAnswer {
  const { ledger, read } = collections.guests
  const entry = ledger.entries[ledger.find(query.get('guestID') ?? '')]
  if (entry === undefined) return refusal('Guest not found')
  const { firstName, lastName, email, phone, country, dateOfBirth } = read(entry)
  const known = { email: email ?? '', phone: phone ?? '', country: country ?? '', birthDate: dateOfBirth ?? '' }
  return ok({ data: { firstName, lastName, ...known, isAnonymized: false, isMerged: false } })
}

/** What it counts is properties. */
function rooms(query: URLSearchParams, hotel: SimulatedHotel): SimulatorAnswer {
  const { items } = deliverPage('rooms', byId(hotel.collections.rooms.ledger.entries), query, hotel)
  const listed = items.map((item) => {
    const { housekeeping: _, blocks: __, ...room } = item as ReturnType<typeof renderRoom>
    return room
  })
  return ok({ data: [{ propertyID: PROPERTY, rooms: listed }], count: 1, total: 1 })
}

function roomTypes(query: URLSearchParams, hotel: SimulatedHotel): SimulatorAnswer {
  const all = named(hotel.collections.roomTypes.ledger.entries, query.get('roomTypeIDs'))
  return ok({ data: deliverPage('roomTypes', all, query, hotel).items })
}

/** One answer, however many there are. */
function ratePlans(query: URLSearchParams, { collections, deliver }: SimulatedHotel): SimulatorAnswer {
  if (!query.has('startDate') || !query.has('endDate')) return refusal('Parameter startDate is required')
  const entries = named(collections.ratePlans.ledger.entries, query.get('rateIDs'))
  const rates = deliver('ratePlans', { entries, isContinued: false, undelivered: () => [] })
  // With what they cost on these days.
  return ok({ data: rates.map((rate) => ({ ...(rate as object), roomRate: 100, totalRate: 100, roomsAvailable: 1 })) })
}

/** In the order of their ids; those alone that are asked for by a comma list. */
const named = (entries: readonly Entry[], ids: string | null) =>
  byId(ids === null ? entries : entries.filter(({ id }) => ids.split(',').includes(id)))

function housekeeping(query: URLSearchParams, { collections, clock }: SimulatedHotel): SimulatorAnswer {
  const { ledger, read } = collections.rooms
  const date = clock.now().toISOString().slice(0, 10)
  const { shown } = pageOf(byId(ledger.entries), query, 100)
  const data = shown.map((entry) => ({ date, ...renderRoom(read(entry)).housekeeping }))
  return ok({ data, count: data.length, total: ledger.entries.length })
}

function roomBlocks(query: URLSearchParams, { collections }: SimulatedHotel): SimulatorAnswer {
  const { ledger, read } = collections.rooms
  const all = byId(ledger.entries).flatMap((entry) => {
    const { blocks } = renderRoom(read(entry))
    return blocks.map((block) => ({ ...block, rooms: [{ roomID: entry.id, isSource: true }] }))
  })
  const { shown } = pageOf(all, query, 20)
  return ok({ data: { propertyID: PROPERTY, roomBlocks: shown }, count: shown.length, total: all.length })
}

/** Lists that are given out in shorter pages, unless asked. */
const SHORT_PAGES: ReadonlySet<RowKind> = new Set(['rooms', 'roomTypes'])

function deliverPage(kind: RowKind, all: readonly Entry[], query: URLSearchParams, { deliver }: SimulatedHotel) {
  const { shown, start } = pageOf(all, query, SHORT_PAGES.has(kind) ? 20 : 100)
  const undelivered = () => all.slice(start + shown.length)
  const items = deliver(kind, { entries: shown, isContinued: start > 0, undelivered })
  return { items, total: all.length }
}

function pageOf<T>(all: readonly T[], query: URLSearchParams, defaultSize: number) {
  const size = Number(query.get('pageSize') ?? defaultSize)
  const start = (Number(query.get('pageNumber') ?? 1) - 1) * size
  return { shown: all.slice(start, start + size), start }
}

/** Bounds are read as UTC here. */
function isSince(text: string | null): (entry: Entry) => boolean {
  const fromMs = text === null ? Number.NEGATIVE_INFINITY : Date.parse(`${text.replace(' ', 'T')}Z`)
  return ({ updatedAtMs }) => updatedAtMs >= fromMs
}

const byId = (entries: readonly Entry[]) => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))
