import { randomUUID } from 'node:crypto'
import type { WriteOutcome, WriteRequest } from '../../simulator-kit/desk.ts'
import { SimulatedGraphqlError, type SimulatedRoots } from '../../simulator-kit/graphql.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'

type Args = Readonly<Record<string, unknown>>

/** How a command went, for the message that tells of it. */
export interface Completed {
  readonly correlationId: string
  readonly sourceMessage: string
  readonly errors: readonly { code: string; type: string; message: string }[]
}

/** What the PMS answers to the message that a command becomes. */
const WORDS: Readonly<Record<string, string>> = {
  switched_off: 'The interface does not take this message at the moment',
  locked: 'The reservation is opened by another user',
  not_reserved: 'The reservation is not expected',
  not_today: 'The guest arrives on another day',
  not_in_house: 'The guest is not in house',
  stays: 'The guest leaves on another day; the invoice is not balanced',
}

/**
 * Commands as the bus takes them: accepted at once whatever comes of them, and told of later, or never. A key that is known
 * is answered as before.
 */
export function createCommands(tell: (completed: Completed) => void) {
  const answers = new Map<string, { readonly correlationId: string }>()
  const run = <K extends 'bookings' | 'housekeeping'>(
    { idempotencyKey }: Args,
    hotel: SimulatedHotel,
    sourceMessage: string,
    request: Omit<WriteRequest<K>, 'key' | 'sideEffects'>,
  ): object | 'LOST' => {
    const key = String(idempotencyKey)
    const { collections, desk } = hotel
    if (collections[request.kind].find(request.externalId) === undefined) throw new SimulatedGraphqlError('NOT_FOUND')
    const outcome = desk.perform({ ...request, sideEffects: [], key } as unknown as WriteRequest<K>)
    if (outcome.kind === 'LOST') return 'LOST'
    const correlationId = answers.get(key)?.correlationId ?? randomUUID()
    answers.set(key, { correlationId })
    if (hotel.faults().write?.isUnanswered !== true) tell({ correlationId, sourceMessage, errors: errorsIn(outcome) })
    return { correlationId, state: 'ACCEPTED', errors: [] }
  }
  /** @param lose cuts the connection */
  return (hotel: SimulatedHotel, lose: () => void): SimulatedRoots => {
    const unlessLost = (answer: object | 'LOST') => {
      if (answer !== 'LOST') return answer
      lose()
      return null
    }
    return {
      checkIn: (args) =>
        unlessLost(
          run(args, hotel, 'HTNG_HotelCheckInNotifRS', {
            ...{ action: 'BOOKING_CHECK_IN', kind: 'bookings', externalId: String(args.id) },
            refuse({ status, checkIn }) {
              if (status !== 'CONFIRMED' && status !== 'PENDING') return 'not_reserved'
              return checkIn === hotel.today ? null : 'not_today'
            },
            change: () => ({ status: 'CHECKED_IN' as const }),
          }),
        ),
      checkOut: (args) =>
        unlessLost(
          run(args, hotel, 'HTNG_HotelCheckOutNotifRS', {
            ...{ action: 'BOOKING_CHECK_OUT', kind: 'bookings', externalId: String(args.id) },
            refuse({ status, checkOut }) {
              if (status !== 'CHECKED_IN') return 'not_in_house'
              return checkOut > hotel.today ? 'stays' : null
            },
            change: () => ({ status: 'CHECKED_OUT' as const }),
          }),
        ),
      setRoomStatus: (args) =>
        unlessLost(
          run(args, hotel, 'HTNG_HotelRoomStatusUpdateNotifRS', {
            ...{ action: 'HOUSEKEEPING_CONDITION', kind: 'housekeeping', externalId: String(args.roomId) },
            refuse: () => null,
            change: () => stateOf(String(args.hkStatus)),
          }),
        ),
    }
  }
}

/** What a word says of a room; one that says nothing of its guests leaves them as they are. */
function stateOf(word: string) {
  if (word === 'PICKUP') return { condition: 'PICKUP' } as const
  const [occupancy, condition] = word.split('_')
  return {
    condition: condition === 'CLEAN' ? 'CLEAN' : 'DIRTY',
    occupancy: occupancy === 'OCCUPIED' ? 'OCCUPIED' : 'VACANT',
    roomStatus: occupancy === 'OCCUPIED' ? 'OCCUPIED' : 'AVAILABLE',
  } as const
}

function errorsIn(outcome: WriteOutcome): Completed['errors'] {
  if (outcome.kind === 'DONE' || outcome.kind === 'REPEATED') return []
  const message = WORDS[outcome.kind === 'REFUSED' ? outcome.reason : 'locked'] ?? 'The PMS refuses it'
  return [{ code: '188', type: '1', message }]
}
