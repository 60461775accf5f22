import type { RowKind } from '../../provider.ts'
import type { WriteOutcome, WriteRequest } from '../../simulator-kit/desk.ts'
import type { SimulatorAnswer, SimulatorRequest } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { ok, problem } from './answers.ts'
import { bookingRoutes } from './booking-writes.ts'
import { type CareRequest, careRequestsOf } from './care-writes.ts'
import { createLocks } from './locks.ts'
import { EXTERNAL_SYSTEM } from './render.ts'

/** In the vendor's manner: which rule it was, for the people who sit at the desk. */
const WORDS: Readonly<Record<string, string>> = {
  switched_off: 'This operation is not allowed for the property at this time.',
  own_lock: 'The reservation is locked by user INTEGRATION.',
  stale_lock: 'The lock handle is not valid for this reservation.',
  invalid_dates: 'Departure date is before arrival date.',
  over: 'The reservation is cancelled, no show or checked out and cannot be changed.',
  arrived: 'The arrival date of a checked in reservation cannot be changed.',
  unknown_type: 'Room type is invalid.',
  overbooking: 'No availability: the room is not available for the requested dates.',
  unknown_reason: 'Cancellation reason code is invalid.',
  only_checked: 'Only verification was requested.',
  not_reserved: 'Only reservations that are due in or reserved can be cancelled.',
  not_cancelled: 'The reservation is not cancelled.',
  in_house: 'The guest is in house; use a room move.',
  not_in_house: 'The reservation is not checked in.',
  other_room: 'The guest is in another room.',
  unknown_room: 'Room number is invalid.',
  other_type: 'The room is of another room type than the reservation.',
  room_taken: 'The room is occupied or assigned to another reservation.',
  room_closed: 'The room is out of order or out of service.',
  room_on_hold: 'The room is on hold.',
  room_dirty: 'The room is not ready: its status is dirty or pickup.',
  no_room: 'A room number is required for check in.',
  not_due: 'The reservation is not due in on the current business date.',
  not_today: 'Check in can be reversed on the day of arrival only.',
  early_departure: 'Early departure: the reservation is not due out on the current business date.',
  room_assigned: 'The room is occupied or assigned to an arrival.',
  unknown_block_reason: 'Out of order reason code is invalid.',
  unknown_maintenance_code: 'Maintenance code is invalid.',
  other_range: 'There is no out of order record for these dates.',
  no_folio: 'A folio has to be generated before check out.',
}

const RESERVATION = /^\/(rsv|fof|csh)\/v1\/hotels\/[^/]+\/reservations\/([^/]+)(?:\/rooms\/([^/]+))?(\/\w+)?$/
const LOCK = /^\/rsv\/v1\/hotels\/[^/]+\/locks\/(\d+)$/

/** Takes requests that change something; null when there is no such address. */
export function createWrites() {
  const locks = createLocks()
  const folios = new Set<string>()
  return (request: SimulatorRequest, hotel: SimulatedHotel): SimulatorAnswer | null => {
    const { method, path } = request
    const care = careRequestsOf({ method, path, body: bodyOf(request) }, hotel)
    if (care === null) return problem(400, 'HSK00001', 'Invalid input.')
    if (care !== undefined) return answerAll(care, hotel, request)
    const [, handle] = LOCK.exec(path) ?? []
    if (handle !== undefined && method === 'DELETE') return locks.release(Number(handle))
    const [, module, encoded = '', room, rest = ''] = RESERVATION.exec(path) ?? []
    if (module === undefined) return null
    const [id, body] = [decodeURIComponent(encoded), bodyOf(request)]
    if (method === 'PUT' && rest === '/locks') return locks.take(id, body, hotel)
    if (method === 'POST' && rest === '/folios') {
      if (hotel.collections.bookings.find(id) === undefined) return problem(404)
      folios.add(id)
      return { status: 201, body: { links: [] } }
    }
    const route = bookingRoutes[`${method} ${module} ${rest}`]
    if (route === undefined) return null
    const roomId = room === undefined ? null : decodeURIComponent(room)
    const part = route(body, { id, roomId, hotel, locks, folios })
    if (part === null) return problem(400, 'RSV00001', 'Invalid input.')
    const target = { kind: 'bookings', externalId: id, isUntold: isOurs(request) } as const
    return answerOf(hotel.desk.perform({ ...part, ...target }), method)
  }
}

/** The stream does not tell an external system of what it has written itself. */
const isOurs = ({ headers }: SimulatorRequest) => headers['x-externalsystem'] === EXTERNAL_SYSTEM

function bodyOf({ body }: SimulatorRequest): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** The first that is refused is what is answered. */
function answerAll(care: readonly CareRequest[], hotel: SimulatedHotel, request: SimulatorRequest): SimulatorAnswer {
  const outcomes = care.map((one) =>
    hotel.desk.perform({ ...one, sideEffects: [], isUntold: isOurs(request) } as WriteRequest<RowKind>),
  )
  const told = outcomes.find(({ kind }) => kind !== 'DONE' && kind !== 'REPEATED') ?? outcomes[0]
  return told === undefined ? problem(404) : answerOf(told, request.method)
}

/** What was made is 201, what was changed 200. */
export function answerOf(outcome: WriteOutcome, method: string): SimulatorAnswer {
  switch (outcome.kind) {
    case 'DONE':
    case 'REPEATED':
      return method === 'POST' ? { status: 201, body: { links: [] } } : ok({ links: [] })
    case 'GONE':
      return problem(404)
    case 'LOCKED':
      return problem(400, 'SIM-LOCKED', 'The record is locked by user FRONTDESK.')
    case 'REFUSED':
      return problem(400, `SIM-${outcome.reason}`, WORDS[outcome.reason])
    case 'LOST':
      return { status: 0 }
  }
}
