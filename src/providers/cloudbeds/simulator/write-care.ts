import { z } from 'zod'
import { hotelDate } from '../../../records/common.ts'
import type { Condition } from '../../../records/housekeeping.ts'
import { wallClockOf } from '../../local-time.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { blockKinds, conditions } from '../status.ts'
import { answerOf, type Command, flag, refusal } from './answers.ts'
import { PROPERTY } from './render.ts'
import { endOf, lastNightOf, partsOfBlock, renderHousekeeping } from './render-care.ts'

type Block = SimulatedItems['roomBlocks']

const state = z.object({
  roomID: z.string(),
  roomCondition: z.enum(['dirty', 'clean', 'inspected']).optional(),
  vacantPickup: flag.optional(),
  doNotDisturb: flag.optional(),
  refusedService: flag.optional(),
  roomComments: z.string().optional(),
})

/** Asked for nothing, it turns the condition into the other one. */
const postHousekeepingStatus: Command = (form, { desk, collections, clock, timeZone }) => {
  const { data } = state.safeParse(form)
  if (data === undefined) return refusal('Parameter roomID is required')
  const { roomID: externalId, roomCondition, vacantPickup, ...others } = data
  const isToggle = Object.keys(data).length === 1
  const outcome = desk.perform({
    ...{ kind: 'housekeeping', action: 'HOUSEKEEPING_CONDITION', externalId, sideEffects: [], refuse: () => null },
    change(room) {
      if (isToggle) return { condition: room.condition === 'CLEAN' ? ('DIRTY' as const) : ('CLEAN' as const) }
      const isPickup = vacantPickup ?? room.condition === 'PICKUP'
      const told = roomCondition === undefined ? room.condition : (conditions.values[roomCondition] as Condition)
      const condition: Condition = isPickup ? 'PICKUP' : told === 'PICKUP' ? 'DIRTY' : told
      const { doNotDisturb = room.doNotDisturb, refusedService: serviceRefused = room.serviceRefused } = others
      return { condition, doNotDisturb, serviceRefused, note: others.roomComments ?? room.note }
    },
  })
  const shown = () => {
    const room = collections.housekeeping.find(externalId)
    if (room === undefined) return {}
    const { roomID, roomCondition, roomComments, doNotDisturb, refusedService, vacantPickup } = renderHousekeeping(room)
    const date = wallClockOf(clock.now(), timeZone).slice(0, 10)
    return { data: { date, roomID, roomCondition, roomComments, doNotDisturb, refusedService, vacantPickup } }
  }
  return answerOf(outcome, shown())
}

const block = z.object({
  roomBlockType: z.enum(['blocked_dates', 'out_of_service', 'courtesy_hold']),
  roomBlockReason: z.string(),
  startDate: hotelDate,
  endDate: hotelDate,
  rooms: z.array(z.object({ roomID: z.string(), roomTypeID: z.string().optional() })).length(1),
})

/** Ids of blocks that were made through the API. */
const FIRST_MADE = 5_000_001

const postRoomBlock: Command = (form, { desk, collections }) => {
  const { data } = block.safeParse(form)
  const [room] = data?.rooms ?? []
  if (data === undefined || room === undefined || data.endDate < data.startDate)
    return refusal('Parameter rooms is required')
  const { roomID: externalId } = room
  const roomBlockID = String(FIRST_MADE + collections.roomBlocks.ledger.version)
  const { roomBlockType, roomBlockReason, startDate, endDate } = data
  const outcome = desk.perform({
    ...{ kind: 'rooms', action: 'ROOM_BLOCK_CREATE', externalId, sideEffects: [] },
    refuse: () => (isBlocked(externalId, startDate, endDate, collections) ? 'blocked' : null),
    change: () => ({}),
    adds: {
      kind: 'roomBlocks',
      fields: {
        ...{ externalId: `${roomBlockID}/${externalId}`, roomExternalId: externalId, roomNumber: null },
        ...{ kind: blockKinds.values[roomBlockType] ?? 'HOLD', reasonCode: null, reason: roomBlockReason },
        ...{ firstNight: startDate, lastNight: lastNightOf(endDate), startsAt: null, endsAt: null },
        returnCondition: null,
      },
    },
  })
  const event = { eventID: `8${roomBlockID}`, roomID: externalId, roomTypeID: '100201', isSource: true }
  const about = { propertyID: PROPERTY, roomBlockID, roomBlockType, roomBlockReason, startDate, endDate }
  return answerOf(outcome, { ...about, rooms: [event] })
}

function isBlocked(room: string, from: string, to: string, { roomBlocks, bookings }: SimulatedHotel['collections']) {
  const blocks = roomBlocks.ledger.entries.filter(({ id }) => partsOfBlock(id)[1] === room)
  const covers = (one: Block) => one.firstNight <= to && endOf(one) >= from
  return (
    blocks.map(roomBlocks.read).some(covers) ||
    bookings.ledger.entries
      .map(bookings.read)
      .some(
        (one) => one.roomExternalId === room && HOLDS_ROOM.has(one.status) && one.checkIn <= to && one.checkOut > from,
      )
  )
}

const HOLDS_ROOM: ReadonlySet<string> = new Set(['PENDING', 'CONFIRMED', 'CHECKED_IN'])

const deletion = z.object({ roomBlockID: z.string() })

/** With all of its rooms. */
const deleteRoomBlock: Command = (form, { desk, collections }) => {
  const { data } = deletion.safeParse(form)
  if (data === undefined) return refusal('Parameter roomBlockID is required')
  const { ledger } = collections.roomBlocks
  const externalId = ledger.entries.find(({ id }) => partsOfBlock(id)[0] === data.roomBlockID)?.id ?? ''
  const about = { kind: 'roomBlocks', action: 'ROOM_BLOCK_END', externalId } as const
  return answerOf(desk.perform({ ...about, sideEffects: [], refuse: () => null, change: () => null }))
}

/** By method. */
export const CARE_COMMANDS: readonly (readonly [string, Command])[] = [
  ['POST postHousekeepingStatus', postHousekeepingStatus],
  ['POST postRoomBlock', postRoomBlock],
  ['POST deleteRoomBlock', deleteRoomBlock],
]
