import { dayNumber, dayOf } from '../../../records/days.ts'
import type { Condition } from '../../../records/housekeeping.ts'
import type { RoomStatus } from '../../../records/room.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { blockKinds, blockTypes, conditions, stays } from '../status.ts'
import { wireValue } from './render.ts'

type Housekeeping = SimulatedItems['housekeeping']
type RoomBlock = SimulatedItems['roomBlocks']

/** Blocks are of the first rooms in turn. */
const BLOCKED_ROOMS = 12

/** Two of the first five blocks are of two rooms each. */
export const blockLead = (index: number) => (index === 1 || index === 4 ? index - 1 : index)

/** A block and its room, as a row is called. */
export const roomBlockId = (index: number) => `${3_390_001 + blockLead(index)}/100201-${index % BLOCKED_ROOMS}`
export const partsOfBlock = (id: string) => id.split('/') as [roomBlockID: string, roomID: string]

/** The state of a room with its block of today: what the walk puts together. */
export function renderHousekeeping(room: Housekeeping) {
  const blockType = blockTypeOf(room.roomStatus)
  return {
    roomID: room.externalId,
    roomName: room.roomNumber ?? '',
    roomCondition: wireValue(conditions, conditionShown(room.condition)),
    roomOccupied: room.occupancy === 'OCCUPIED',
    roomBlocked: blockType !== undefined,
    ...(room.stay && { frontdeskStatus: wireValue({ values: stays }, room.stay) }),
    housekeeperID: room.attendant === null ? '0' : '51',
    housekeeper: room.attendant ?? '',
    doNotDisturb: room.doNotDisturb ?? false,
    refusedService: room.serviceRefused ?? false,
    vacantPickup: room.condition === 'PICKUP',
    roomComments: room.note ?? '',
    blocks: blockType === undefined ? [] : [renderBlockOfToday(room, blockType)],
  }
}

const blockTypeOf = (status: RoomStatus | null) =>
  Object.entries(blockTypes.values).find(([, ours]) => ours === (status && statusShown(status)))?.[0]

function renderBlockOfToday({ externalId: roomID }: Housekeeping, roomBlockType: string) {
  const days = { startDate: '2020-01-01', endDate: '2040-01-01' }
  return { roomBlockID: `33-${roomID}`, roomBlockType, roomBlockReason: 'Leak', ...days, roomID, isSource: true }
}

/** A block and its room. */
export function renderRoomBlock(block: RoomBlock) {
  const [roomBlockID, roomID] = partsOfBlock(block.externalId)
  return {
    roomBlockID,
    roomBlockType: wireValue(blockKinds, kindShown(block)),
    roomBlockReason: block.reason ?? '',
    startDate: block.firstNight,
    endDate: endOf(block),
    eventID: `8${roomBlockID}`,
    roomID,
    roomTypeID: '100201',
    isSource: true,
  }
}

/** Out of order is out of service here. */
const statusShown = (status: RoomStatus): RoomStatus => (status === 'OUT_OF_ORDER' ? 'OUT_OF_SERVICE' : status)

/** Pickup is a flag beside the condition, and nobody sees that somebody is at work. */
const conditionShown = (condition: Condition): Condition =>
  condition === 'PICKUP' || condition === 'IN_PROGRESS' ? 'DIRTY' : condition

const kindShown = ({ kind }: Pick<RoomBlock, 'kind'>) =>
  kind === 'OUT_OF_ORDER' || kind === 'OUT_OF_SERVICE' ? 'OUT_OF_SERVICE' : 'HOLD'

/** Three weeks longer than elsewhere, so that none has ended: the vendor shows those of the days that it is asked for. */
export const endOf = ({ firstNight, lastNight }: Pick<RoomBlock, 'firstNight' | 'lastNight'>) =>
  dayOf(dayNumber(lastNight ?? firstNight) + 21)

/** The same backwards. */
export const lastNightOf = (endDate: string) => dayOf(dayNumber(endDate) - 21)

/** What of them a record can still say. */
export const careFacts = {
  housekeeping: ({ condition, occupancy, roomStatus, ...room }: Partial<Housekeeping>) => ({
    ...{ externalId: room.externalId ?? '', roomNumber: room.roomNumber, stay: room.stay, attendant: room.attendant },
    ...{ note: room.note, doNotDisturb: room.doNotDisturb, serviceRefused: room.serviceRefused },
    occupancy: occupancy ?? 'UNKNOWN',
    condition: condition === 'PICKUP' ? condition : conditionShown(condition ?? 'UNKNOWN'),
    roomStatus: roomStatus && statusShown(roomStatus),
  }),
  roomBlocks: ({ externalId = '', kind = 'HOLD', firstNight = '', lastNight = null, reason }: Partial<RoomBlock>) => ({
    ...{ externalId, roomExternalId: partsOfBlock(externalId)[1], firstNight, reason },
    lastNight: endOf({ firstNight, lastNight }),
    kind: kindShown({ kind }),
  }),
}
