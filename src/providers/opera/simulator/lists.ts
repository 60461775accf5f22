import type { RowKind } from '../../provider.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { ROW_CAP } from '../limits.ts'
import { empty, envelopeOf, ok, problem } from './answers.ts'
import { HOTEL } from './render.ts'
import type { ViewRow, Views } from './views.ts'

const DEFAULT_LIMIT = 20
const LARGEST_PROFILE_PAGE = 200
const LARGEST_SETUP_PAGE = 1_000

type Envelope = ReturnType<typeof envelopeOf>

/** One of the vendor's lists. */
export interface List {
  readonly kind: RowKind
  /** Reads the query once; what it returns is asked of every row. */
  filter(query: URLSearchParams): (row: ViewRow) => boolean
  /** Rows beyond this one are never shown. */
  readonly cap?: number
  readonly largestPage?: number
  body(items: unknown[], envelope: Envelope): unknown
}

const reservations: List = {
  kind: 'bookings',
  cap: ROW_CAP,
  filter(query) {
    const isAsked = among(query, 'reservationIdList')
    const arrives = within(query, 'arrivalStartDate', 'arrivalEndDate')
    const departs = within(query, 'departureStartDate', 'departureEndDate')
    return ({ entry, arrival, departure }) => arrives(arrival) && departs(departure) && isAsked(entry.id)
  },
  body: (reservationInfo, envelope) => ({ reservations: { reservationInfo, ...envelope }, links: [] }),
}

const profiles: List = {
  kind: 'guests',
  largestPage: LARGEST_PROFILE_PAGE,
  filter(query) {
    const isAsked = among(query, 'profileIds')
    return ({ entry }) => isAsked(entry.id)
  },
  body: (profileInfo, envelope) => ({
    profileSummaries: { profileInfo, ...envelope, totalResults: Math.min(envelope.totalResults, ROW_CAP) },
    links: [],
  }),
}

const rooms: List = {
  kind: 'rooms',
  largestPage: LARGEST_SETUP_PAGE,
  filter(query) {
    const isAsked = among(query, 'room')
    return ({ entry }) => isAsked(entry.id)
  },
  // The one list without a paging envelope.
  body: (room) => ({ rooms: [{ room, hotelId: HOTEL.hotelId }], links: [] }),
}

const roomTypes: List = {
  kind: 'roomTypes',
  largestPage: LARGEST_SETUP_PAGE,
  filter(query) {
    const isAsked = among(query, 'roomTypeCodes')
    return ({ entry }) => isAsked(entry.id)
  },
  body: (roomType, envelope) => ({ roomTypes: [{ roomType, hotelId: HOTEL.hotelId }], ...envelope, links: [] }),
}

const overview: List = {
  kind: 'housekeeping',
  filter(query) {
    const isAsked = within(query, 'fromRoomNumber', 'toRoomNumber')
    return ({ entry }) => isAsked(entry.id)
  },
  body: (room, envelope) => ({
    housekeepingRoomInfo: { housekeepingRooms: { room, hotelId: HOTEL.hotelId }, ...envelope },
    links: [],
  }),
}

export const lists = { reservations, profiles, rooms, roomTypes, overview }

export function among(query: URLSearchParams, name: string) {
  const ids = new Set(query.getAll(name))
  return (id: string) => ids.size === 0 || ids.has(id)
}

function within(query: URLSearchParams, first: string, last: string) {
  const [from, to] = [query.get(first), query.get(last)]
  return (value: string) => (from === null || value >= from) && (to === null || value <= to)
}

/** Criteria of a search as those of a list. */
export function criteriaOf(body: string): URLSearchParams {
  const criteria = new URLSearchParams()
  for (const [name, value] of Object.entries(JSON.parse(body) as Record<string, unknown>))
    for (const one of [value].flat()) criteria.append(name, String(one))
  return criteria
}

export function answerList(list: List, query: URLSearchParams, views: Views, hotel: SimulatedHotel): SimulatorAnswer {
  const limit = Number(query.get('limit') ?? DEFAULT_LIMIT)
  const offset = Number(query.get('offset') ?? 0)
  const largest = list.largestPage ?? Number.POSITIVE_INFINITY
  if (!Number.isInteger(limit) || limit < 1 || limit > largest || !(offset >= 0)) return problem(400, 'RSV00001')
  if ((query.get('arrivalStartDate') ?? '') > (query.get('arrivalEndDate') ?? '9')) return problem(400, 'RSV00001')

  const rows = select(list, views(list.kind), query)
  const shown = rows.slice(0, list.cap).slice(offset, offset + limit)
  const last = shown.at(-1)
  if (last === undefined) return empty
  const entries = shown.map(({ entry }) => entry)
  const all = views(list.kind)
  const undelivered = () => all.slice(all.indexOf(last) + 1).map(({ entry }) => entry)
  const items = hotel.deliver(list.kind, { entries, isContinued: offset > 0, undelivered })
  return ok(list.body(items, envelopeOf(offset, limit, shown.length, rows.length)))
}

const selections = new WeakMap<readonly ViewRow[], { readonly asked: string; readonly rows: readonly ViewRow[] }>()

/** The rows that a query is about. Remembered, since the pages of a list ask for the same ones. */
function select(list: List, all: readonly ViewRow[], query: URLSearchParams): readonly ViewRow[] {
  const criteria = new URLSearchParams(query)
  for (const paging of ['limit', 'offset']) criteria.delete(paging)
  const asked = criteria.toString()
  const known = selections.get(all)
  if (known?.asked === asked) return known.rows
  const rows = all.filter(list.filter(query))
  selections.set(all, { asked, rows })
  return rows
}
