import { decimalOf } from '../../../src/providers/money.ts'
import type { SimulatorOptions } from '../../../src/providers/simulator.ts'
import type { SimulatedItems } from '../../../src/providers/simulator-kit/hotel.ts'
import type { Position } from '../../../src/providers/simulator-kit/ledger.ts'
import type { SimulatorAnswer, SimulatorRequest } from '../../../src/providers/simulator-kit/server.ts'
import {
  type SimulatedHotel,
  type SimulatorDefinition,
  startSimulator,
} from '../../../src/providers/simulator-kit/simulator.ts'
import { limits } from '../limits.ts'
import { reservationStates } from '../status.ts'
import type { WireReservation } from '../wire.ts'

export const simulateInnkeeper = (options?: SimulatorOptions) => startSimulator(vendor, options)

/** The kit brings the hotel, the faults and the rate limit; a vendor adds its shapes, its routes and its errors. */
const vendor: SimulatorDefinition = {
  wire: { bookings: renderReservation, rooms: (room) => room, guests: (guest) => guest },
  facts: {
    bookings: ({ externalId, status, checkIn, checkOut }) => ({ externalId, status, checkIn, checkOut }) as never,
  },
  rateLimit: limits.rate,
  connection: ({ url }) => ({
    credentials: { key: 'innkeeper-key' },
    settings: { baseUrl: url },
    externalHotelId: null,
  }),
  failure: (status) => ({ status, body: { problem: `Innkeeper says ${status}` } }),
  handle,
}

function renderReservation(booking: SimulatedItems['bookings']): WireReservation {
  const { values } = reservationStates
  return {
    id: booking.externalId,
    status: Object.keys(values).find((word) => values[word] === booking.status) ?? 'option',
    from: booking.checkIn,
    to: booking.checkOut,
    guest: { name: booking.guestName, mail: booking.guestEmail },
    room: booking.roomNumber,
    persons: booking.adults,
    children: booking.children,
    price: booking.totalAmountCents && booking.currency ? decimalOf(booking.totalAmountCents, booking.currency) : null,
    currency: booking.currency,
    comment: booking.notes,
    changed: booking.externalUpdatedAt.toISOString(),
  }
}

function handle(request: SimulatorRequest, hotel: SimulatedHotel): SimulatorAnswer {
  if (request.headers['x-innkeeper-key'] !== hotel.credentials.key) return { status: 401, body: { problem: 'key' } }
  if (request.path === '/house') return { status: 200, body: { house: hotel.name } }
  return request.path === '/reservations' ? list(request.query, hotel) : { status: 404, body: { problem: 'path' } }
}

function list(query: URLSearchParams, { collections, deliver }: SimulatedHotel): SimulatorAnswer {
  const { ledger } = collections.bookings
  const time = (name: string) => (query.has(name) ? Date.parse(query.get(name) ?? '') : null)
  const { from, to } = ledger.range(time('since'), time('until'))
  const after = query.get('after')
  const position = after === null ? null : positionOf(after)
  if (after !== null && position === null) return { status: 410, body: { problem: 'after' } }
  const start = position === null ? from : Math.max(from, ledger.positionAfter(position))
  const end = Math.min(start + Number(query.get('size') ?? limits.pageSize), to)
  const entries = ledger.entries.slice(start, end)
  const last = entries.at(-1)
  const undelivered = () => ledger.entries.slice(end, to)
  const reservations = deliver('bookings', { entries, isContinued: position !== null, undelivered })
  const next = last === undefined || end >= to ? null : `${last.updatedAtMs}|${last.id}`
  return { status: 200, body: { reservations, next, total: to - from } }
}

function positionOf(after: string): Position | null {
  const [, time, id] = /^(\d+)\|(.+)$/.exec(after) ?? []
  return time === undefined || id === undefined ? null : { updatedAtMs: Number(time), id }
}
