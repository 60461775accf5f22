import type { Entry } from '../../simulator-kit/ledger.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { ok, refusal } from './answers.ts'
import { nightsOf } from './calendar.ts'
import { housekeeping, roomBlocks } from './care-lists.ts'
import { byId, deliverPage } from './pages.ts'
import { isDeleted, PROPERTY } from './render.ts'
import { renderPrices } from './render-sold.ts'

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
  return ok({ data: [{ propertyID: PROPERTY, rooms: items }], count: 1, total: 1 })
}

function roomTypes(query: URLSearchParams, hotel: SimulatedHotel): SimulatorAnswer {
  const all = named(hotel.collections.roomTypes.ledger.entries, query.get('roomTypeIDs'))
  return ok({ data: deliverPage('roomTypes', all, query, hotel).items })
}

/** One answer, however many there are, and what they cost on these nights. */
function ratePlans(query: URLSearchParams, { collections, deliver }: SimulatedHotel): SimulatorAnswer {
  const [startDate, endDate] = [query.get('startDate'), query.get('endDate')]
  if (startDate === null || endDate === null) return refusal('Parameter startDate is required')
  const entries = named(collections.ratePlans.ledger.entries, query.get('rateIDs'))
  const rates = deliver('ratePlans', { entries, isContinued: false, undelivered: () => [] })
  const nights = nightsOf(startDate, endDate)
  const isDetailed = query.get('detailedRates') === 'true'
  return ok({ data: rates.map((rate) => ({ ...(rate as object), ...renderPrices(rate, nights, isDetailed) })) })
}

/** In the order of their ids; those alone that are asked for by a comma list. */
const named = (entries: readonly Entry[], ids: string | null) =>
  byId(ids === null ? entries : entries.filter(({ id }) => ids.split(',').includes(id)))

/** Bounds are read as UTC here. */
function isSince(text: string | null): (entry: Entry) => boolean {
  const fromMs = text === null ? Number.NEGATIVE_INFINITY : Date.parse(`${text.replace(' ', 'T')}Z`)
  return ({ updatedAtMs }) => updatedAtMs >= fromMs
}
