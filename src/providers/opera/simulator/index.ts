import type { RowKind } from '../../provider.ts'
import type { SimulatorOptions } from '../../simulator.ts'
import type { SimulatedProperty } from '../../simulator-kit/data.ts'
import { spoilItem } from '../../simulator-kit/page-faults.ts'
import { roomNumberOf } from '../../simulator-kit/room-layout.ts'
import type { SimulatorAnswer, SimulatorRequest } from '../../simulator-kit/server.ts'
import { type SimulatedHotel, type SimulatorDefinition, startSimulator } from '../../simulator-kit/simulator.ts'
import { ratePlanCode } from '../../simulator-kit/synced/rate-plan.ts'
import { roomTypeCode } from '../../simulator-kit/synced/room-type.ts'
import { limits } from '../limits.ts'
import { empty, ok, problem } from './answers.ts'
import { CANCEL_REASON } from './booking-writes.ts'
import { inventory, nights, restrictions, schedules } from './calendar-lists.ts'
import { facts } from './facts.ts'
import { createGate, type Gate } from './gate.ts'
import { answerList, criteriaOf, type List, lists } from './lists.ts'
import { EXTERNAL_SYSTEM, HOTEL, renderProfile, renderReservation } from './render.ts'
import {
  DATABASE,
  renderMaintenanceRequest,
  renderRatePlan,
  renderRoom,
  renderRoomBlock,
  renderRoomType,
} from './render-house.ts'
import { renderHousekeeping } from './render-housekeeping.ts'
import { renderSingleProfile, renderSingleReservation } from './render-single.ts'
import { createStream } from './stream.ts'
import { createSummaries } from './summaries.ts'
import { createViews } from './views.ts'
import { maintenances, ratePlans, roomBlocks, type WholeList } from './whole-lists.ts'
import { createWrites } from './writes.ts'

/** Starts a gateway with one hotel behind it. */
export const simulateOpera = (options?: SimulatorOptions) => startSimulator(createVendor(), options)

function createVendor(): SimulatorDefinition {
  const gate = createGate()
  return {
    wire: {
      bookings: asSent(renderReservation),
      rooms: asSent(renderRoom),
      guests: asSent(renderProfile),
      roomTypes: asSent(renderRoomType),
      ratePlans: asSent(renderRatePlan),
      housekeeping: asSent(renderHousekeeping),
      roomBlocks: asSent(renderRoomBlock),
      maintenanceRequests: asSent(renderMaintenanceRequest),
    },
    facts,
    ids: {
      bookings: (index) => String(571_001 + index),
      rooms: roomNumberOf,
      guests: (index) => String(288_001 + index),
      roomTypes: roomTypeCode,
      ratePlans: ratePlanCode,
      roomBlocks: (index) => String(9_001 + index),
      maintenanceRequests: (index) => String(5_001 + index),
    },
    spoil: (kind, raw) => ({ ...(spoilItem(raw) as object), ...idsIn(kind, raw) }),
    // The vendor delays what is over its 50 a second and refuses only from twice as many on.
    nights,
    rateLimit: { requests: limits.rate.requests * 2, perMs: limits.rate.perMs },
    connection: ({ url, port }) => ({
      credentials: {
        clientId: 'simulator',
        clientSecret: `opera-secret-${port}`,
        appKey: `opera-app-key-${port}`,
        enterpriseId: 'SIMENT',
      },
      settings: {
        ...{ gatewayUrl: url, externalSystem: EXTERNAL_SYSTEM, databaseTimeZone: DATABASE.timeZone },
        ...{ cancelReasonCode: CANCEL_REASON, cashierId: 4 },
      },
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

/** What identifies an item: mostly its id, which stands in a list or is a room's number. */
const IDS: { readonly [K in RowKind]?: RegExp } = { roomTypes: /^roomType$/, ratePlans: /^ratePlanCode$/ }

const idsIn = (kind: RowKind, raw: unknown) =>
  Object.fromEntries(Object.entries(raw as object).filter(([key]) => (IDS[kind] ?? /Id(List)?$/).test(key)))

const hotelPath = `/hotels/${HOTEL.hotelId}`

const paged: Readonly<Record<string, List>> = {
  [`/rsv/v1${hotelPath}/reservations`]: lists.reservations,
  '/crm/v1/profiles': lists.profiles,
  [`/rm/config/v1${hotelPath}/rooms`]: lists.rooms,
  [`/rm/config/v1${hotelPath}/roomTypes`]: lists.roomTypes,
  [`/hsk/v1${hotelPath}/housekeepingOverview`]: lists.overview,
}

/** The same by their criteria in a body. */
const searches: Readonly<Record<string, List>> = {
  [`/rsv/v1${hotelPath}/reservations/searches`]: lists.reservations,
  '/crm/v1/profiles/searches': lists.profiles,
}

const whole: Readonly<Record<string, WholeList>> = {
  [`/rtp/v1${hotelPath}/ratePlans`]: ratePlans,
  [`/hsk/v1${hotelPath}/rooms/outOfOrderRooms`]: roomBlocks('OutOfOrder'),
  [`/hsk/v1${hotelPath}/rooms/outOfServiceRooms`]: roomBlocks('OutOfService'),
  [`/hsk/v1${hotelPath}/rooms/maintenances`]: maintenances,
  [`/par/v1${hotelPath}/restrictions`]: restrictions,
  [`/inv/v1${hotelPath}/hotelInventory`]: inventory,
}

const SCHEDULES = /^\/rtp\/v1\/hotels\/[^/]+\/ratePlans\/([^/]+)\/schedules$/

function createHandler(gate: Gate) {
  const viewsOf = createViews()
  const summaries = createSummaries()
  const writes = createWrites()
  return (request: SimulatorRequest, hotel: SimulatedHotel): SimulatorAnswer => {
    const refused = gate.refuse(request, hotel)
    if (refused !== null) return refused
    const { path, query } = request
    const views = viewsOf(hotel.collections)
    if (path.startsWith(`/rsv/async/v1/externalSystems/${EXTERNAL_SYSTEM}${hotelPath}/reservations/dailySummary`))
      return summaries(request, views, hotel.clock)
    const search = request.method === 'POST' ? searches[path] : undefined
    if (search !== undefined) return answerList(search, criteriaOf(request.body), views, hotel)
    if (request.method !== 'GET') return writes(request, hotel) ?? problem(404)
    const list = paged[path]
    if (list !== undefined) return answerList(list, query, views, hotel)
    // Of the free rooms nobody here asks more than whether they may be seen.
    if (path === `/fof/v1${hotelPath}/rooms`) return empty
    const [, plan] = SCHEDULES.exec(path) ?? []
    if (plan !== undefined) return schedules(decodeURIComponent(plan), query, views)
    return whole[path]?.(query, views, hotel) ?? answerSingle(path, hotel)
  }
}

function answerSingle(path: string, hotel: SimulatedHotel): SimulatorAnswer {
  const { bookings, guests } = hotel.collections
  const [, kind, id = ''] = /\/(reservations|profiles)\/([^/]+)$/.exec(path) ?? []
  const collection = kind === 'reservations' ? bookings : guests
  const entry = kind === undefined ? undefined : collection.ledger.entries[collection.ledger.find(id)]
  if (entry === undefined) return problem(404)
  if (kind === 'profiles') return ok(renderSingleProfile(guests.read(entry)))
  const reservation = renderSingleReservation(bookings.read(entry), hotel)
  return ok({ reservations: { reservation: [reservation] }, links: [] })
}
