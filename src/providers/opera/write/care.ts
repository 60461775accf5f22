import { agree, type Group, pickGroups, type Values } from '../../../records/changes/groups.ts'
import type { Condition } from '../../../records/housekeeping.ts'
import type { RoomBlockKind } from '../../../records/room-block.ts'
import { wireValue } from '../../status.ts'
import type { Facts, Outgoing, ProviderWrites, ReadTarget, Refusal, Sent } from '../../write.ts'
import { hotelPath, sendCommand } from '../client.ts'
import { fetchHousekeepingOf } from '../housekeeping.ts'
import { normalizeHousekeeping } from '../normalize/housekeeping.ts'
import { normalizeRoomBlock } from '../normalize/room-block.ts'
import { blocksOfRoom, findBlock } from '../room-blocks.ts'
import { fetchRoom } from '../rooms.ts'
import type { OperaContext } from '../settings.ts'
import { conditions } from '../status.ts'
import { eachAlone, refused, SETTLE_MS, unsupported } from './parts.ts'
import { sentBy } from './refusal.ts'

/** What can be done to rooms: how clean they are, and whether they are sold. */
export const careActions = {
  HOUSEKEEPING_CONDITION: eachAlone({
    carries: ['CONDITION'],
    ...{ repeat: 'SET', settleMs: SETTLE_MS, undo: 'HOUSEKEEPING_CONDITION' },
    may: ({ condition }, { values, refusal }) =>
      unknownCondition(condition) ?? refusal ?? (isClosed(values.roomStatus) ? HIDDEN : null),
    read: readCondition,
    send: setCondition,
  }),
  ROOM_BLOCK_CREATE: eachAlone({
    carries: [],
    // A range of a room that is there already is changed.
    ...{ repeat: 'SET', settleMs: SETTLE_MS, provesAbsence: true },
    may: mayBlock,
    read: readBlocksLike,
    send: createBlock,
  }),
  ROOM_BLOCK_END: eachAlone({
    carries: ['BLOCK'],
    ...{ repeat: 'TRANSITION', settleMs: SETTLE_MS },
    may: ({ returnCondition }) => unknownCondition(returnCondition),
    read: readBlock,
    send: endBlock,
  }),
} satisfies ProviderWrites

const HIDDEN = refused('While a room is out of order or out of service OPERA hides how clean it is.')
const isClosed = (roomStatus: unknown) => roomStatus === 'OUT_OF_ORDER' || roomStatus === 'OUT_OF_SERVICE'

const unknownCondition = (condition: unknown): Refusal | null =>
  condition === 'IN_PROGRESS' ? unsupported('OPERA knows rooms as clean, dirty, inspected or to be picked up.') : null

async function readCondition(ctx: OperaContext, { externalId }: ReadTarget): Promise<Facts | null> {
  const raw = await fetchHousekeepingOf(ctx, externalId)
  if (raw === null) return null
  const room = normalizeHousekeeping(raw, ctx)
  const values = pickGroups({ ...room }, ['CONDITION', 'OCCUPANCY'])
  return { values, modifiedAt: null, ...(isClosed(room.roomStatus) && { refusal: HIDDEN }) }
}

/** The condition alone: without the occupancy OPERA keeps its own. */
async function setCondition(ctx: OperaContext, { externalId: roomId, values }: Outgoing): Promise<Sent> {
  const housekeepingRoomStatus = wireValue(conditions, values.condition as Condition)
  const json = { roomList: [{ roomId }], housekeepingRoomStatus }
  return sentBy(await sendCommand(ctx, { method: 'PUT', path: `/hsk/v1/${hotelPath(ctx)}/rooms/status`, json }))
}

const LISTS: { readonly [K in RoomBlockKind]?: string } = {
  OUT_OF_ORDER: 'outOfOrderRooms',
  OUT_OF_SERVICE: 'outOfServiceRooms',
}
const SEEN: readonly Group[] = ['BLOCK', 'BLOCK_REASON', 'ROOM']

function mayBlock({ kind, reasonCode, returnCondition }: Values): Refusal | null {
  if (LISTS[kind as RoomBlockKind] === undefined)
    return unsupported('OPERA has rooms out of order and out of service, and no other block with dates.')
  return reasonCode
    ? unknownCondition(returnCondition)
    : refused('OPERA asks for a reason code of the hotel’s own list.')
}

/** Those of the room with the same nights. */
async function readBlocksLike(ctx: OperaContext, { externalId, wanted }: ReadTarget): Promise<Facts | null> {
  if ((await fetchRoom(ctx, externalId)) === null) return null
  const blocks = await blocksOfRoom(ctx, externalId, String(wanted.firstNight))
  const records = blocks.map((raw) => normalizeRoomBlock(raw, ctx))
  const alike = records.filter((block) => agree('BLOCK', pickGroups({ ...block }, ['BLOCK']), wanted))
  return { values: {}, modifiedAt: null, alike: alike.map((block) => block.externalId) }
}

async function createBlock(ctx: OperaContext, { externalId, wanted }: Outgoing): Promise<Sent> {
  const { kind, firstNight, lastNight, reasonCode, reason, returnCondition } = wanted
  const roomOutOfOrder = {
    ...{ start: firstNight, end: lastNight, reasonCode },
    ...(reason && { repairRemarks: reason }),
    ...returnStatus(returnCondition),
  }
  const json = { criteria: { roomRangeList: { roomIds: [externalId], roomOutOfOrder } } }
  const path = `/hsk/v1/${hotelPath(ctx)}/rooms/${LISTS[kind as RoomBlockKind]}`
  return sentBy(await sendCommand(ctx, { method: 'POST', path, json }))
}

async function readBlock(ctx: OperaContext, { externalId }: ReadTarget): Promise<Facts | null> {
  const raw = await findBlock(ctx, externalId)
  return raw === null ? null : { values: pickGroups({ ...normalizeRoomBlock(raw, ctx) }, SEEN), modifiedAt: null }
}

/** Completes it: the room is back, as clean as is said or as was said when it was closed. */
async function endBlock(ctx: OperaContext, { wanted, before }: Outgoing): Promise<Sent> {
  const { kind, firstNight: start, lastNight: end, roomExternalId: roomId, returnCondition } = before.values
  const range = { start, ...(end && { end }), ...returnStatus(wanted.returnCondition ?? returnCondition) }
  const json = { criteria: { roomRepairByRoomNumber: [{ roomId, roomOutOfOrder: range }] } }
  const path = `/hsk/v1/${hotelPath(ctx)}/rooms/${LISTS[kind as RoomBlockKind] ?? LISTS.OUT_OF_SERVICE}`
  return sentBy(await sendCommand(ctx, { method: 'PUT', path, json }))
}

const returnStatus = (condition: unknown) =>
  condition ? { returnStatus: wireValue(conditions, condition as Condition) } : {}
