import type { SimulatorOptions } from '../../simulator.ts'
import type { SimulatedProperty } from '../../simulator-kit/data.ts'
import { spoilItem } from '../../simulator-kit/page-faults.ts'
import { roomNumberOf } from '../../simulator-kit/room-layout.ts'
import type { SimulatorAnswer, SimulatorRequest } from '../../simulator-kit/server.ts'
import { type SimulatedHotel, type SimulatorDefinition, startSimulator } from '../../simulator-kit/simulator.ts'
import { limits } from '../limits.ts'
import { ok, problem } from './answers.ts'
import { createGate, type Gate } from './gate.ts'
import { answerList, lists } from './lists.ts'
import { facts, HOTEL, renderProfile, renderReservation, renderRoom } from './render.ts'
import { renderSingleProfile, renderSingleReservation } from './render-single.ts'
import { createStream } from './stream.ts'
import { createSummaries } from './summaries.ts'
import { createViews } from './views.ts'

/** Starts a gateway with one hotel behind it. */
export const simulateOpera = (options?: SimulatorOptions) => startSimulator(createVendor(), options)

const EXTERNAL_SYSTEM = 'PMSHUB'

function createVendor(): SimulatorDefinition {
  const gate = createGate()
  return {
    wire: { bookings: asSent(renderReservation), rooms: asSent(renderRoom), guests: asSent(renderProfile) },
    facts,
    ids: {
      bookings: (index) => String(571_001 + index),
      rooms: roomNumberOf,
      guests: (index) => String(288_001 + index),
    },
    spoil: (_, raw) => ({ ...(spoilItem(raw) as object), ...idsIn(raw) }),
    // The vendor delays what is over its 50 a second and refuses only from twice as many on.
    rateLimit: { requests: limits.rate.requests * 2, perMs: limits.rate.perMs },
    connection: ({ url, port }) => ({
      credentials: {
        clientId: 'simulator',
        clientSecret: `opera-secret-${port}`,
        appKey: `opera-app-key-${port}`,
        enterpriseId: 'SIMENT',
      },
      settings: { gatewayUrl: url, externalSystem: EXTERNAL_SYSTEM },
      externalHotelId: HOTEL.hotelId,
    }),
    failure: problem,
    handle: createHandler(gate),
    stream: (hotel, faults) => createStream(hotel, faults, (token) => gate.isLive(token, hotel.clock)),
  }
}

/** Leaves out what is not there, as JSON does. */
const asSent =
  <Item>(render: (item: Item, property: SimulatedProperty) => unknown) =>
  (item: Item, property: SimulatedProperty): unknown =>
    JSON.parse(JSON.stringify(render(item, property)))

/** Keeps what identifies an item: its id stands in a list or is a room's number. */
const idsIn = (raw: unknown) =>
  Object.fromEntries(Object.entries(raw as object).filter(([key]) => /Id(List)?$/.test(key)))

function createHandler(gate: Gate) {
  const viewsOf = createViews()
  const summaries = createSummaries()
  const hotelPath = `/hotels/${HOTEL.hotelId}`
  return (request: SimulatorRequest, hotel: SimulatedHotel): SimulatorAnswer => {
    const refused = gate.refuse(request, hotel)
    if (refused !== null) return refused
    const { path, query } = request
    const views = viewsOf(hotel.collections)
    if (path.startsWith(`/rsv/async/v1/externalSystems/${EXTERNAL_SYSTEM}${hotelPath}/reservations/dailySummary`))
      return summaries(request, views, hotel.clock)
    if (request.method !== 'GET') return problem(404)
    if (path === `/rsv/v1${hotelPath}/reservations`) return answerList(lists.reservations, query, views, hotel)
    if (path === `/hsk/v1${hotelPath}/housekeepingOverview`) return answerList(lists.overview, query, views, hotel)
    if (path === '/crm/v1/profiles') return answerList(lists.profiles, query, views, hotel)
    return answerSingle(path, hotel)
  }
}

function answerSingle(path: string, { collections, currency, timeZone }: SimulatedHotel): SimulatorAnswer {
  const { bookings, guests } = collections
  const [, kind, id = ''] = /\/(reservations|profiles)\/([^/]+)$/.exec(path) ?? []
  const collection = kind === 'reservations' ? bookings : guests
  const entry = kind === undefined ? undefined : collection.ledger.entries[collection.ledger.find(id)]
  if (entry === undefined) return problem(404)
  if (kind === 'profiles') return ok(renderSingleProfile(guests.read(entry)))
  const reservation = renderSingleReservation(bookings.read(entry), { currency, timeZone })
  return ok({ reservations: { reservation: [reservation] }, links: [] })
}
