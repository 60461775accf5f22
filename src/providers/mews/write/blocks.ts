import { agree, pickGroups, type Values } from '../../../records/changes/groups.ts'
import { dayNumber, dayOf } from '../../../records/days.ts'
import type { RoomBlockKind } from '../../../records/room-block.ts'
import { instantOf } from '../../local-time.ts'
import type { Facts, Outgoing, ProviderWrites, ReadTarget, Sent } from '../../write.ts'
import { enterprises } from '../client.ts'
import { normalizeRoomBlock } from '../normalize/room-block.ts'
import { readByIds } from '../operations/lists.ts'
import { BLOCKS } from '../room-blocks.ts'
import type { MewsContext } from '../settings.ts'
import { intervalOf } from '../walk/interval.ts'
import { base, reading, readRooms, sending, sendingTogether, together, unsupported } from './parts.ts'
import { sendCommand } from './send.ts'

/** Blocks are added and deleted; there is no operation that moves one. */
export const blockWrites: ProviderWrites = {
  ROOM_BLOCK_CREATE: {
    ...base,
    ...{ carries: [], repeat: 'CREATE', provesAbsence: true },
    may({ kind, returnCondition }) {
      if (TYPES[kind as RoomBlockKind] === undefined)
        return unsupported('The PMS blocks rooms as out of order or for house use, and in no other way.')
      return returnCondition ? NO_RETURN_CONDITION : null
    },
    read: reading(readBlocksOfRooms),
    send: sending(addBlock),
  },
  ROOM_BLOCK_END: {
    ...together,
    ...{ carries: ['BLOCK'], repeat: 'TRANSITION' },
    may: ({ returnCondition }) => (returnCondition ? NO_RETURN_CONDITION : null),
    read: reading(readBlocks),
    send: sendingTogether((ctx, changes) =>
      sendCommand(ctx, 'resourceBlocks/delete', { ResourceBlockIds: changes.map(({ externalId }) => externalId) }),
    ),
  },
}

const TYPES: { readonly [K in RoomBlockKind]?: string } = { OUT_OF_ORDER: 'OutOfOrder', HOUSE_USE: 'InternalUse' }
const MAX_NAME = 100

function addBlock(ctx: MewsContext, { externalId, wanted }: Outgoing): Promise<Sent> {
  const { kind, firstNight, lastNight, reasonCode, reason } = wanted
  const name = String(reasonCode ?? reason ?? 'Blocked').slice(0, MAX_NAME)
  const block = {
    ...{ ResourceId: externalId, Name: name, Type: TYPES[kind as RoomBlockKind] },
    ...{ StartUtc: noonOf(String(firstNight), ctx), EndUtc: noonOf(dayAfter(String(lastNight)), ctx) },
    ...(reason && { Notes: reason }),
  }
  return sendCommand(ctx, 'resourceBlocks/add', { ResourceBlocks: [block] })
}

/** Between those who leave in the morning and those who come in the afternoon. */
const noonOf = (day: string, { hotel }: MewsContext) =>
  timeOf(instantOf(`${day}T12:00:00`, hotel.timeZone) ?? new Date(`${day}T12:00:00Z`))

const dayAfter = (day: string) => dayOf(dayNumber(day) + 1)
const timeOf = (at: Date) => `${at.toISOString().slice(0, 19)}Z`
const DAY_MS = 86_400_000

/** Which blocks of the rooms are like the ones that are wanted: they share the first night. */
async function readBlocksOfRooms(ctx: MewsContext, targets: readonly ReadTarget[]): Promise<Map<string, Facts>> {
  const rooms = await readRooms(
    ctx,
    targets.map(({ externalId }) => externalId),
  )
  const facts = new Map<string, Facts>()
  for (const { externalId, wanted } of targets) {
    if (!rooms.has(externalId)) continue
    const start = Date.parse(noonOf(String(wanted.firstNight), ctx))
    const filter = { ...enterprises(ctx), CollidingUtc: intervalOf(start, start + DAY_MS), ActivityStates: ['Active'] }
    const blocks = await readByIds(ctx, BLOCKS, 'AssignedResourceIds', [externalId], filter)
    const alike = blocks.map((block) => recordOf(block, ctx)).filter((block) => isLike(block, wanted))
    facts.set(externalId, { values: {}, modifiedAt: null, alike: alike.map((block) => block.externalId) })
  }
  return facts
}

async function readBlocks(ctx: MewsContext, targets: readonly ReadTarget[]): Promise<Map<string, Facts>> {
  const ids = targets.map(({ externalId }) => externalId)
  const filter = { ...enterprises(ctx), ActivityStates: ['Active'] }
  const blocks = await readByIds(ctx, BLOCKS, 'ResourceBlockIds', ids, filter)
  const factsOf = (block: unknown): [string, Facts] => {
    const { externalId, externalUpdatedAt: at, ...record } = recordOf(block, ctx)
    const modifiedAt = at === null || at === undefined ? null : new Date(at)
    return [externalId, { values: pickGroups(record, ['BLOCK']), modifiedAt }]
  }
  return new Map(blocks.map(factsOf))
}

const recordOf = (Block: unknown, ctx: MewsContext) => normalizeRoomBlock({ Block, Resource: null }, ctx)

const isLike = (block: object, wanted: Values) => agree('BLOCK', pickGroups({ ...block }, ['BLOCK']), wanted)

const NO_RETURN_CONDITION = unsupported('The PMS keeps no condition in which a blocked room comes back.')
