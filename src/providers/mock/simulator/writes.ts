import { z } from 'zod'
import type { BookingStatus } from '../../../records/booking.ts'
import type { ActionName } from '../../../records/changes/actions.ts'
import { hotelDate } from '../../../records/common.ts'
import type { SideEffect } from '../../simulator.ts'
import type { WriteRequest } from '../../simulator-kit/desk.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { SimulatorAnswer, SimulatorRequest } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { MOST_IDS } from '../limits.ts'
import { answerOf, failure } from './answers.ts'
import { handleCareWrite } from './care-writes.ts'

type Booking = SimulatedItems['bookings']
type Part = Pick<WriteRequest<'bookings'>, 'action' | 'sideEffects' | 'refuse' | 'change'>
/** Reads a body as a request; null: it is none. */
type Route = (body: unknown, hotel: SimulatedHotel) => Part | null

const common = z.object({ notify: z.boolean().default(false), fee: z.boolean().default(false) })

const stay = common.extend({
  arrival: hotelDate,
  departure: hotelDate,
  category_id: z.string().nullable(),
  pax: z.object({ adults: z.int().min(1), children: z.int().min(0).nullable() }),
  reprice: z.boolean(),
})

const ROUTES: Readonly<Record<string, Route>> = {
  'PUT ': (body) => {
    const parsed = stay.safeParse(body)
    if (!parsed.success || parsed.data.departure < parsed.data.arrival) return null
    const { arrival, departure, category_id: category, pax, reprice, notify } = parsed.data
    return {
      action: 'BOOKING_CHANGE',
      sideEffects: effectsOf({ notify, reprice }),
      refuse: ({ status }) => (OPEN.includes(status) || status === 'CHECKED_IN' ? null : 'transition'),
      change: (booking) => ({
        ...{ checkIn: arrival, checkOut: departure, adults: pax.adults, children: pax.children },
        ...(category !== null && { roomTypeExternalId: category }),
        ...(reprice && { totalAmountCents: repriced(booking, arrival, departure) }),
      }),
    }
  },
  'PUT /room': (body, { collections }) => {
    const parsed = z.object({ room_id: z.string().nullable() }).safeParse(body)
    if (!parsed.success) return null
    const { room_id: id } = parsed.data
    const room = id === null ? null : collections.rooms.find(id)
    return {
      action: 'BOOKING_ROOM',
      sideEffects: [],
      refuse: ({ status }) => (room === undefined ? 'unknown_room' : isOver(status) ? 'transition' : null),
      change: () => ({ roomExternalId: room?.externalId ?? null, roomNumber: room?.roomNumber ?? null }),
    }
  },
  'POST /cancel': statusRoute('BOOKING_CANCEL', ['PENDING', 'CONFIRMED'], 'CANCELLED'),
  'POST /reinstate': statusRoute('BOOKING_REINSTATE', ['CANCELLED'], 'CONFIRMED'),
  'POST /check-in': statusRoute('BOOKING_CHECK_IN', ['PENDING', 'CONFIRMED'], 'CHECKED_IN'),
  'POST /undo-check-in': statusRoute('BOOKING_UNDO_CHECK_IN', ['CHECKED_IN'], 'CONFIRMED'),
  'POST /check-out': statusRoute('BOOKING_CHECK_OUT', ['CHECKED_IN'], 'CHECKED_OUT'),
  'POST /notes': (body) => {
    const parsed = z.object({ text: z.string().min(1) }).safeParse(body)
    if (!parsed.success) return null
    const { text } = parsed.data
    const change = ({ notes }: Booking) => ({ notes: notes === null ? text : `${notes}\n${text}` })
    return { action: 'BOOKING_NOTE', sideEffects: [], refuse: () => null, change }
  },
}

const OPEN: readonly BookingStatus[] = ['PENDING', 'CONFIRMED']
const isOver = (status: BookingStatus) => !OPEN.includes(status) && status !== 'CHECKED_IN'

function statusRoute(action: ActionName, from: readonly BookingStatus[], to: BookingStatus): Route {
  return (body) => {
    const parsed = common.safeParse(body)
    if (!parsed.success) return null
    return {
      action,
      sideEffects: effectsOf(parsed.data),
      refuse(booking) {
        if (!from.includes(booking.status)) return 'transition'
        return to === 'CHECKED_IN' && booking.roomExternalId === null ? 'no_room' : null
      },
      change: () => ({ status: to }),
    }
  }
}

function effectsOf({ notify, fee, reprice }: { notify?: boolean; fee?: boolean; reprice?: boolean }): SideEffect[] {
  return [
    ...(notify ? (['MAIL'] as const) : []),
    ...(fee ? (['FEE'] as const) : []),
    ...(reprice ? (['REPRICE'] as const) : []),
  ]
}

const nights = (from: string, to: string) => Math.max((Date.parse(to) - Date.parse(from)) / 86_400_000, 1)

/** By the nights: a stay without new prices keeps what was agreed. */
const repriced = ({ checkIn, checkOut, totalAmountCents }: Booking, arrival: string, departure: string) =>
  totalAmountCents === null
    ? null
    : Math.round((totalAmountCents / nights(checkIn, checkOut)) * nights(arrival, departure))

/** Takes a request that changes something; null when there is no such address. */
export function handleWrite(request: SimulatorRequest, hotel: SimulatedHotel): SimulatorAnswer | null {
  const { method, path } = request
  if (path === '/v1/batch' && method === 'POST') return handleBatch(bodyOf(request), hotel)
  const key = request.headers['idempotency-key']
  return perform({ method, path, key: typeof key === 'string' ? key : undefined, body: bodyOf(request) }, hotel)
}

const batch = z.object({
  requests: z
    .array(z.object({ method: z.string(), path: z.string(), key: z.string(), body: z.unknown() }))
    .min(1)
    .max(MOST_IDS),
})

/** Each is done or refused by itself; where one cuts the connection, nobody hears of any. */
function handleBatch(body: unknown, hotel: SimulatedHotel): SimulatorAnswer {
  const parsed = batch.safeParse(body)
  if (!parsed.success) return failure(422, 'invalid')
  const results = parsed.data.requests.map(
    (each) => perform({ ...each, path: `/v1${each.path}` }, hotel) ?? failure(405, 'method_not_allowed'),
  )
  return results.some(({ status }) => status === 0) ? { status: 0 } : { status: 200, body: { results } }
}

interface Performed {
  readonly method: string
  readonly path: string
  readonly key: string | undefined
  readonly body: unknown
}

function perform({ method, path, key, body }: Performed, hotel: SimulatedHotel): SimulatorAnswer | null {
  const [, list = '', id, rest = ''] = /^\/v1\/(\w+)\/([^/]+)(\/[a-z-]+)?$/.exec(path) ?? []
  if (id === undefined) return null
  const target = { externalId: decodeURIComponent(id), key }
  const address = `${method} ${rest}`
  if (list !== 'bookings') return handleCareWrite(list, address, body, target, hotel)
  const route = ROUTES[address]
  if (route === undefined) return null
  const part = route(body, hotel)
  return part === null
    ? failure(422, 'invalid')
    : answerOf(hotel.desk.perform({ ...part, ...target, kind: 'bookings' }))
}

function bodyOf({ body }: SimulatorRequest): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** The lines of a booking's notes, each as a note of its own. */
export function notesOf({ notes }: Booking): SimulatorAnswer {
  const lines = notes === null ? [] : notes.split('\n')
  return { status: 200, body: { data: lines.map((text, index) => ({ id: `N-${index + 1}`, text })) } }
}
