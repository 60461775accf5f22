import { agree, pickGroups, type Values } from '../../../records/changes/groups.ts'
import { dayNumber, dayNumberIn, dayOf } from '../../../records/days.ts'
import type { Condition } from '../../../records/housekeeping.ts'
import type { RoomBlockKind } from '../../../records/room-block.ts'
import { keyOf } from '../../status.ts'
import { readAll } from '../../transport/moving-list.ts'
import type { Facts, Outgoing, ProviderWrites, ReadTarget, Refusal, Sent, WriteAction } from '../../write.ts'
import { listHousekeeping } from '../housekeeping.ts'
import { roomBlockIdOf, roomIdOf } from '../ids.ts'
import { BLOCK_DAYS } from '../limits.ts'
import { normalizeHousekeeping } from '../normalize/housekeeping.ts'
import { normalizeRoomBlock } from '../normalize/room-block.ts'
import { listRoomBlocks, oneForEachRoom } from '../operations/room-blocks.ts'
import { fetchRoom } from '../rooms.ts'
import type { CloudbedsContext } from '../settings.ts'
import { conditions } from '../status.ts'
import { SETTLE_MS, sendCommand, sending } from './send.ts'

const base = { settleMs: SETTLE_MS, batch: 1 } as const

export const careWrites: ProviderWrites = {
  HOUSEKEEPING_CONDITION: {
    ...base,
    ...{ carries: ['CONDITION'], repeat: 'SET', undo: 'HOUSEKEEPING_CONDITION' },
    may: ({ condition }) =>
      condition === 'IN_PROGRESS' ? unsupported('The PMS does not know that a room is being cleaned.') : null,
    read: readConditions as WriteAction['read'],
    send: sending((ctx, { externalId, wanted }) =>
      sendCommand(ctx, 'POST', 'postHousekeepingStatus', {
        roomID: externalId,
        ...conditionFields(wanted.condition as Condition),
      }),
    ),
  },
  ROOM_BLOCK_CREATE: {
    ...base,
    ...{ carries: [], repeat: 'CREATE', provesAbsence: true },
    may({ kind, returnCondition }) {
      if (BLOCK_TYPES[kind as RoomBlockKind] === undefined)
        return unsupported('The PMS blocks rooms as out of service or as held back, and in no other way.')
      return returnCondition ? NO_RETURN_CONDITION : null
    },
    read: readBlocksOfRooms as WriteAction['read'],
    send: sending(createBlock),
  },
  ROOM_BLOCK_END: {
    ...base,
    ...{ carries: ['BLOCK'], repeat: 'TRANSITION' },
    may: ({ returnCondition }, { refusal }) => refusal ?? (returnCondition ? NO_RETURN_CONDITION : null),
    read: readBlocks as WriteAction['read'],
    send: sending((ctx, { externalId }) =>
      sendCommand(ctx, 'POST', 'deleteRoomBlock', { roomBlockID: blockOf(externalId) }),
    ),
  },
}

/** Never without a value: the vendor would take it as “the other one”. Pickup is a flag beside the condition. */
const conditionFields = (condition: Condition) =>
  condition === 'PICKUP'
    ? { vacantPickup: true }
    : { roomCondition: keyOf(conditions.values, condition), vacantPickup: false }

/** There is one list of the house. The state of a room has no time of change. */
async function readConditions(ctx: CloudbedsContext, targets: readonly ReadTarget[]): Promise<Map<string, Facts>> {
  const rows = await readAll(listHousekeeping(ctx))
  const wanted = new Set(targets.map(({ externalId }) => externalId))
  const found = rows.filter((row) => wanted.has(roomIdOf(row) ?? '')).map((row) => normalizeHousekeeping(row, ctx))
  return new Map(found.map((room) => [room.externalId, { values: { condition: room.condition }, modifiedAt: null }]))
}

/** A hold of the vendor's own kind would need the name of a guest. */
const BLOCK_TYPES: { readonly [K in RoomBlockKind]?: string } = {
  OUT_OF_SERVICE: 'out_of_service',
  HOLD: 'blocked_dates',
}

function createBlock(ctx: CloudbedsContext, { externalId, wanted }: Outgoing): Promise<Sent> {
  const { kind, firstNight, lastNight, reasonCode, reason } = wanted
  return sendCommand(ctx, 'POST', 'postRoomBlock', {
    roomBlockType: BLOCK_TYPES[kind as RoomBlockKind] ?? null,
    roomBlockReason: [reasonCode, reason].filter(Boolean).join(': ') || 'Blocked',
    // The last day is read as a night that is not sold, and so it is written.
    ...{ startDate: String(firstNight), endDate: String(lastNight), 'rooms[0][roomID]': externalId },
  })
}

/** Which blocks of the rooms are like the ones that are wanted. */
async function readBlocksOfRooms(ctx: CloudbedsContext, targets: readonly ReadTarget[]): Promise<Map<string, Facts>> {
  const facts = new Map<string, Facts>()
  for (const { externalId, wanted } of targets) {
    if ((await fetchRoom(ctx, externalId)) === null) continue
    const first = dayNumber(String(wanted.firstNight))
    const last = Math.min(dayNumber(String(wanted.lastNight)) + 1, first + BLOCK_DAYS - 1)
    const blocks = await readAll(listRoomBlocks(ctx, { startDate: dayOf(first), endDate: dayOf(last) }))
    const ofRoom = blocks.flatMap(oneForEachRoom).filter((block) => roomIdOf(block) === externalId)
    const alike = ofRoom.map((block) => normalizeRoomBlock(block, ctx)).filter((block) => isLike(block, wanted))
    facts.set(externalId, { values: {}, modifiedAt: null, alike: alike.map((block) => block.externalId) })
  }
  return facts
}

const isLike = (block: object, wanted: Values) => agree('BLOCK', pickGroups({ ...block }, ['BLOCK']), wanted)

/** A year: no method shows a block by its id alone. */
const SLICES = Math.ceil(365 / BLOCK_DAYS)

async function readBlocks(ctx: CloudbedsContext, targets: readonly ReadTarget[]): Promise<Map<string, Facts>> {
  const facts = new Map<string, Facts>()
  for (const { externalId } of targets) {
    const raw = await findBlock(ctx, blockOf(externalId))
    const rooms = oneForEachRoom(raw)
    const one = rooms.find((each) => roomBlockIdOf(each) === externalId)
    if (one === undefined) continue
    const values = pickGroups({ ...normalizeRoomBlock(one, ctx) }, ['BLOCK'])
    facts.set(externalId, { values, modifiedAt: null, ...(rooms.length > 1 && { refusal: SEVERAL_ROOMS }) })
  }
  return facts
}

/** In the next days first, where it mostly is. */
async function findBlock(ctx: CloudbedsContext, roomBlockID: string): Promise<unknown | null> {
  const today = dayNumberIn(ctx.hotel.timeZone, ctx.clock.now())
  for (let slice = 0; slice < SLICES; slice++) {
    const first = today + slice * BLOCK_DAYS
    const days = { startDate: dayOf(first), endDate: dayOf(first + BLOCK_DAYS - 1) }
    const [block] = await readAll(listRoomBlocks(ctx, { ...days, roomBlockID }))
    if (block !== undefined) return block
  }
  return null
}

const blockOf = (externalId: string) => externalId.split('/', 1)[0] ?? ''

const unsupported = (message: string): Refusal => ({ code: 'UNSUPPORTED_CAPABILITY', message })

const NO_RETURN_CONDITION = unsupported('The PMS keeps no condition in which a blocked room comes back.')

const SEVERAL_ROOMS: Refusal = {
  code: 'AMBIGUOUS_TARGET',
  message: 'The block is of several rooms at the PMS; it can only be ended for all of them.',
}
