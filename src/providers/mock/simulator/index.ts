import { randomUUID } from 'node:crypto'
import { signWebhook } from '../../../platform/standard-webhooks.ts'
import type { RowKind } from '../../provider.ts'
import type { SimulatorOptions } from '../../simulator.ts'
import { type Announce, announcing } from '../../simulator-kit/deliveries.ts'
import type { Position } from '../../simulator-kit/ledger.ts'
import type { SimulatorAnswer, SimulatorRequest } from '../../simulator-kit/server.ts'
import { type SimulatedHotel, type SimulatorDefinition, startSimulator } from '../../simulator-kit/simulator.ts'
import { limits, MOST_IDS } from '../limits.ts'
import { eventType } from '../webhook.ts'
import { calendarPage, nights } from './calendar.ts'
import { idsOfRoom } from './care-writes.ts'
import { renderBooking, renderGuest, renderRatePlan, renderRoom, renderRoomType } from './render.ts'
import { renderHousekeeping, renderMaintenanceRequest, renderRoomBlock } from './render-care.ts'
import { handleWrite, notesOf } from './writes.ts'

/** Starts the mock vendor: its simulator is all there is of it. */
export async function simulateMock(options: SimulatorOptions = {}) {
  return announcing(await startSimulator(mockVendor, options), announce, options.clock)
}

const announce: Announce = ({ kind, what, id }, { at, secret }) => {
  const body = JSON.stringify({ type: eventType(kind, what), timestamp: at, data: { id } })
  const message = { id: `msg_${randomUUID()}`, timestamp: at, body }
  return { body, headers: secret === null ? {} : signWebhook([secret], message) }
}

const mockVendor: SimulatorDefinition = {
  wire: {
    bookings: renderBooking,
    rooms: renderRoom,
    guests: renderGuest,
    roomTypes: renderRoomType,
    ratePlans: renderRatePlan,
    housekeeping: renderHousekeeping,
    roomBlocks: renderRoomBlock,
    maintenanceRequests: renderMaintenanceRequest,
  },
  facts: { rooms: ({ status: _, cleaningStatus: __, ...room }) => room },
  nights,
  rateLimit: limits.rate,
  connection: ({ url, port }) => ({
    credentials: { apiKey: `mock-key-${port}` },
    settings: { baseUrl: url },
    externalHotelId: null,
  }),
  failure: (status) => failure(status, `http_${status}`),
  handle,
}

function failure(status: number, code: string): SimulatorAnswer {
  return { status, body: { error: { code, message: `The mock PMS says ${status}` } } }
}

function handle(request: SimulatorRequest, hotel: SimulatedHotel): SimulatorAnswer {
  if (request.headers.authorization !== `Bearer ${hotel.credentials.apiKey}`) return failure(401, 'unknown_key')
  if (request.method !== 'GET') return handleWrite(request, hotel) ?? failure(405, 'method_not_allowed')
  const { name, currency, timeZone } = hotel
  if (request.path === '/v1/property') return { status: 200, body: { name, currency, time_zone: timeZone } }
  const [, noted] = /^\/v1\/bookings\/([^/]+)\/notes$/.exec(request.path) ?? []
  const booking = noted === undefined ? undefined : hotel.collections.bookings.find(decodeURIComponent(noted))
  if (booking !== undefined) return notesOf(booking)
  const [, room, list] = /^\/v1\/rooms\/([^/]+)\/(blocks|requests)$/.exec(request.path) ?? []
  if (room !== undefined) return listOfRoom(list as 'blocks' | 'requests', decodeURIComponent(room), hotel)
  const [, kind = '', id] = /^\/v1\/(\w+)(?:\/([^/]+))?$/.exec(request.path) ?? []
  const calendar = id === undefined ? calendarPage(kind, request.query, hotel) : null
  if (calendar !== null) return calendar
  if (!Object.hasOwn(mockVendor.wire, kind)) return failure(404, 'not_found')
  if (id !== undefined) return oneItem(kind as RowKind, decodeURIComponent(id), hotel)
  return listPage(kind as RowKind, request.query, hotel)
}

function oneItem(kind: RowKind, id: string, { collections, deliver }: SimulatedHotel): SimulatorAnswer {
  const { ledger } = collections[kind]
  const entry = ledger.entries[ledger.find(id)]
  if (entry === undefined) return failure(404, 'not_found')
  const [item] = deliver(kind, { entries: [entry], isContinued: false, undelivered: () => [] })
  return { status: 200, body: item }
}

function itemsById(kind: RowKind, ids: readonly string[], { collections, deliver }: SimulatedHotel): SimulatorAnswer {
  if (ids.length > MOST_IDS) return failure(400, 'too_many_ids')
  const { ledger } = collections[kind]
  const entries = ids.flatMap((id) => ledger.entries[ledger.find(id)] ?? [])
  const data = deliver(kind, { entries, isContinued: false, undelivered: () => [] })
  return { status: 200, body: { data, next_cursor: null, total: data.length } }
}

function listOfRoom(
  list: 'blocks' | 'requests',
  room: string,
  { collections, deliver }: SimulatedHotel,
): SimulatorAnswer {
  if (collections.rooms.find(room) === undefined) return failure(404, 'not_found')
  const kind = list === 'blocks' ? 'roomBlocks' : 'maintenanceRequests'
  const ids = new Set(idsOfRoom(collections, list, room))
  const entries = collections[kind].ledger.entries.filter(({ id }) => ids.has(id))
  const data = deliver(kind, { entries, isContinued: false, undelivered: () => [] })
  return { status: 200, body: { data, next_cursor: null, total: data.length } }
}

function listPage(kind: RowKind, query: URLSearchParams, hotel: SimulatedHotel): SimulatorAnswer {
  const { collections, deliver } = hotel
  const { ledger } = collections[kind]
  const ids = query.get('ids')
  if (ids !== null) return itemsById(kind, ids.split(',').map(decodeURIComponent), hotel)
  const [since, until] = [timeOf(query.get('updated_since')), timeOf(query.get('updated_until'))]
  const limit = Number(query.get('limit') ?? limits.pageSize)
  if (Number.isNaN(since) || Number.isNaN(until)) return failure(400, 'invalid_time')
  if (!Number.isInteger(limit) || limit < 1 || limit > limits.pageSize) return failure(400, 'invalid_limit')
  const cursor = query.get('cursor')
  const position = cursor === null ? null : positionOf(cursor)
  if (cursor !== null && position === null) return failure(400, 'invalid_cursor')

  const { from, to } = ledger.range(since, until)
  const start = position === null ? from : Math.max(from, ledger.positionAfter(position))
  const entries = ledger.entries.slice(start, Math.min(start + limit, to))
  const last = entries.at(-1)
  const isLast = last === undefined || start + limit >= to
  const data = deliver(kind, {
    entries,
    isContinued: position !== null,
    undelivered: () => ledger.entries.slice(start + limit, to),
  })
  return { status: 200, body: { data, next_cursor: isLast ? null : cursorOf(last), total: to - from } }
}

const timeOf = (value: string | null) => (value === null ? null : Date.parse(value))

/** The cursor names the last item's position in the order, so it stays valid when that item moves or disappears. */
const cursorOf = ({ updatedAtMs, id }: Position) => Buffer.from(`${updatedAtMs}|${id}`).toString('base64url')

function positionOf(cursor: string): Position | null {
  const [, time, id] = /^(\d+)\|(.+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return time === undefined || id === undefined ? null : { updatedAtMs: Number(time), id }
}
