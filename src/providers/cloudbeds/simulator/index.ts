import type { ActionName } from '../../../records/changes/actions.ts'
import type { RowKind } from '../../provider.ts'
import type { SimulatorData, SimulatorOptions } from '../../simulator.ts'
import { type Announce, announcing, type Change } from '../../simulator-kit/deliveries.ts'
import type { SimulatorAnswer, SimulatorRequest } from '../../simulator-kit/server.ts'
import { type SimulatedHotel, type SimulatorDefinition, startSimulator } from '../../simulator-kit/simulator.ts'
import { failure } from './answers.ts'
import { readForm } from './form.ts'
import { createGate } from './gate.ts'
import { METHODS } from './lists.ts'
import { createNotes } from './notes.ts'
import { facts, PROPERTY, renderBooking, renderGuest, renderRoom } from './render.ts'
import { blockLead, careFacts, partsOfBlock, renderHousekeeping, renderRoomBlock, roomBlockId } from './render-care.ts'
import { nights, rateId, renderRatePlan, renderRoomType, roomTypeId } from './render-sold.ts'
import { BOOKING_COMMANDS } from './write-bookings.ts'
import { CARE_COMMANDS } from './write-care.ts'

/** Starts an API with one property behind it. */
export async function simulateCloudbeds(options?: SimulatorOptions) {
  const simulator = await startSimulator(createVendor(), options)
  return announcing(simulator, announceOf(simulator.data), options?.clock)
}

/** The vendor has no word for a guest or a room that is gone. */
const EVENTS: { readonly [K in RowKind]?: Partial<Record<Change, string>> & { id: string } } = {
  bookings: {
    created: 'reservation/created',
    updated: 'reservation/status_changed',
    removed: 'reservation/deleted',
    id: 'reservationID',
  },
  guests: { created: 'guest/created', updated: 'guest/details_changed', id: 'guestId' },
  housekeeping: { updated: 'housekeeping/room_condition_changed', id: 'roomId' },
  roomBlocks: {
    created: 'roomblock/created',
    updated: 'roomblock/details_changed',
    removed: 'roomblock/removed',
    id: 'roomBlockID',
  },
}

/** What is done to a booking has a name of its own each. */
const EVENTS_OF: { readonly [A in ActionName]?: string } = {
  BOOKING_CHANGE: 'reservation/dates_changed',
  BOOKING_ROOM: 'reservation/accommodation_changed',
  BOOKING_NOTE: 'reservation/notes_changed',
}

const announceOf =
  (data: Pick<SimulatorData, 'items'>): Announce =>
  ({ kind, what, id, action }, { at }) => {
    const { [what]: usual, id: key } = EVENTS[kind] ?? {}
    const event = (action && EVENTS_OF[action]) ?? usual
    if (event === undefined || key === undefined) return null
    const about = { version: '1.0', event, timestamp: at.getTime() / 1_000 }
    const named = kind === 'roomBlocks' ? blockNamed(id, data) : { [key]: id }
    return { body: JSON.stringify({ ...about, propertyID: Number(PROPERTY), propertyID_str: PROPERTY, ...named }) }
  }

/** With all of its rooms, also one that is none of them any more. */
function blockNamed(id: string, data: Pick<SimulatorData, 'items'>) {
  const [roomBlockID, roomID] = partsOfBlock(id)
  const rows = data.items('roomBlocks') as ReturnType<typeof renderRoomBlock>[]
  const rooms = new Set([roomID, ...rows.filter((row) => row.roomBlockID === roomBlockID).map((row) => row.roomID)])
  return { roomBlockID, rooms: [...rooms].map((one) => ({ roomID: one, roomTypeID: '100201' })) }
}

function createVendor(): SimulatorDefinition {
  return {
    wire: {
      bookings: renderBooking,
      rooms: renderRoom,
      guests: renderGuest,
      roomTypes: renderRoomType,
      ratePlans: renderRatePlan,
      housekeeping: renderHousekeeping,
      roomBlocks: renderRoomBlock,
    },
    facts: { ...facts, ...careFacts } as typeof facts,
    ids: {
      bookings: (index) => String(7_301_246_890_001 + index),
      rooms: (index) => `100201-${index}`,
      guests: (index) => String(88_120_001 + index),
      roomTypes: roomTypeId,
      ratePlans: rateId,
      roomBlocks: roomBlockId,
    },
    leads: { roomBlocks: blockLead },
    nights,
    // What the vendor allows; we ask for less.
    rateLimit: { requests: 5, perMs: 1_000 },
    connection: ({ url, port }) => ({
      credentials: { apiKey: `cbat_simulated_${port}` },
      settings: { apiUrl: url },
      externalHotelId: PROPERTY,
    }),
    failure,
    handle: createHandler(),
  }
}

function createHandler() {
  const gate = createGate()
  const { postReservationNote, getReservationNotes } = createNotes()
  const reads = new Map([...METHODS, ['getReservationNotes', getReservationNotes]])
  const commands = new Map([...BOOKING_COMMANDS, ...CARE_COMMANDS, ['POST postReservationNote', postReservationNote]])
  return (request: SimulatorRequest, hotel: SimulatedHotel): SimulatorAnswer => {
    const [, name = ''] = /^\/api\/v1\.3\/(\w+)$/.exec(request.path) ?? []
    const refused = gate(request, hotel)
    if (refused !== null) return refused
    const read = request.method === 'GET' ? reads.get(name) : undefined
    const command = commands.get(`${request.method} ${name}`)
    if (read !== undefined) return read(request.query, hotel)
    return command === undefined ? failure(404) : command(readForm(request.body), hotel)
  }
}
