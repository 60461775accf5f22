import { type Group, pickGroups, type Values } from '../../../records/changes/groups.ts'
import type { Facts, Outgoing, ProviderWrites, Refusal, WriteAction } from '../../write.ts'
import { fetchBooking } from '../bookings.ts'
import { CHECK_IN, CHECK_OUT, SET_ROOM_STATUS } from '../connector/operations.ts'
import { fetchHousekeepingOfRooms } from '../housekeeping.ts'
import { roomIdOf } from '../ids.ts'
import { normalizeBooking } from '../normalize/booking.ts'
import { normalizeHousekeeping } from '../normalize/housekeeping.ts'
import type { ProtelContext } from '../settings.ts'
import { hkStatusOf } from '../status.ts'
import { sendCommand } from './send.ts'

/** After this time the bus has given up on the PMS and answers by itself, or nobody does. */
const ANSWER_MS = 60_000

/**
 * What the messages of protel I/O can carry. Reservations are changed and cancelled only by whoever has made them, which this
 * service never does; room moves, room blocks and notes have no message of this direction, and nothing can be taken back.
 */
export const write: ProviderWrites = {
  BOOKING_CHECK_IN: action({
    carries: ['STATUS'],
    read: readBooking,
    may: (_, { roomExternalId }) => (roomExternalId ? null : rejected('No room has been given to the booking.')),
    document: CHECK_IN,
    variables: ({ externalId, before }) => ({ id: externalId, roomId: before.values.roomExternalId ?? null }),
  }),
  BOOKING_CHECK_OUT: action({
    carries: ['STATUS'],
    read: readBooking,
    document: CHECK_OUT,
    variables: ({ externalId }) => ({ id: externalId }),
  }),
  HOUSEKEEPING_CONDITION: action({
    // One word says both.
    carries: ['CONDITION', 'OCCUPANCY'],
    undo: 'HOUSEKEEPING_CONDITION',
    read: readRoomState,
    may: mayBeSaid,
    document: SET_ROOM_STATUS,
    variables: ({ externalId, values }) => ({ roomId: externalId, hkStatus: wordOf(values) }),
  }),
}

interface Declared extends Pick<WriteAction, 'carries' | 'undo'> {
  read(ctx: ProtelContext, id: string): Promise<Facts | null>
  may?(wanted: Values, theirs: Values): Refusal | null
  readonly document: string
  variables(change: Outgoing): object
}

/** Every command has a key: one that arrives again is answered as it was before. */
function action({ read, may = () => null, document, variables, ...declared }: Declared): WriteAction {
  return {
    ...declared,
    ...{ repeat: 'KEY', settleMs: ANSWER_MS, answerMs: ANSWER_MS, batch: 1 },
    may: (wanted, { values, refusal }) => refusal ?? may(wanted, values),
    async read(ctx, targets) {
      const found = await Promise.all(
        targets.map(async ({ externalId }) => [externalId, await read(ctx as ProtelContext, externalId)] as const),
      )
      return new Map(found.flatMap(([id, facts]) => (facts === null ? [] : [[id, facts] as const])))
    },
    async send(ctx, changes) {
      const sent = changes.map(async (change) => {
        const command = { document, variables: { ...variables(change), idempotencyKey: change.id } }
        return [change.id, await sendCommand(ctx as ProtelContext, command)] as const
      })
      return new Map(await Promise.all(sent))
    },
  }
}

type Record = Readonly<{ externalUpdatedAt?: Date | string | null | undefined }>

function factsOf(record: Record, groups: readonly Group[]): Facts {
  const { externalUpdatedAt: at } = record
  return {
    values: pickGroups({ ...record }, groups),
    modifiedAt: at === null || at === undefined ? null : new Date(at),
  }
}

async function readBooking(ctx: ProtelContext, id: string): Promise<Facts | null> {
  const raw = await fetchBooking(ctx, id)
  return raw === null ? null : factsOf(normalizeBooking(raw, ctx), ['STAY', 'ROOM', 'STATUS'])
}

async function readRoomState(ctx: ProtelContext, id: string): Promise<Facts | null> {
  const rooms = await fetchHousekeepingOfRooms(ctx, [id])
  const raw = rooms.find((room) => roomIdOf(room) === id)
  if (raw === undefined) return null
  const room = normalizeHousekeeping(raw, ctx)
  return { ...factsOf(room, ['CONDITION', 'OCCUPANCY']), ...(isClosed(room.roomStatus) && { refusal: CLOSED }) }
}

const CLOSED = rejected('The room is closed; protel has one word for a room, and it would be open again.')
const isClosed = (roomStatus: unknown) => roomStatus === 'OUT_OF_ORDER' || roomStatus === 'OUT_OF_SERVICE'

const wordOf = ({ condition, occupancy }: Values) => hkStatusOf(condition, occupancy)

function mayBeSaid({ condition }: Values, { occupancy, roomStatus }: Values): Refusal | null {
  if (isClosed(roomStatus)) return CLOSED
  if (wordOf({ condition: condition ?? null, occupancy: 'VACANT' }) === null)
    return { code: 'UNSUPPORTED_CAPABILITY', message: 'protel knows rooms as clean, dirty or to be tidied up.' }
  if (wordOf({ condition: condition ?? null, occupancy: occupancy ?? null }) === null)
    return rejected('protel is told with one word whether a room is taken too, and has not said so of this one.')
  return null
}

function rejected(message: string): Refusal {
  return { code: 'PROVIDER_REJECTED', message }
}
