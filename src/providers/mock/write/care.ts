import { agree, type Group, pickGroups, type Values } from '../../../records/changes/groups.ts'
import type { Condition } from '../../../records/housekeeping.ts'
import type { MaintenancePriority, MaintenanceStatus } from '../../../records/maintenance-request.ts'
import type { RoomBlockKind } from '../../../records/room-block.ts'
import type { NormalizeContext, RowKind } from '../../provider.ts'
import { keyOf, wireValue } from '../../status.ts'
import type { ProviderWrites } from '../../write.ts'
import { getEach, getOfRoom, getOne } from '../client.ts'
import { normalizeHousekeeping } from '../normalize/housekeeping.ts'
import { normalizeMaintenanceRequest } from '../normalize/maintenance-request.ts'
import { normalizeRoomBlock } from '../normalize/room-block.ts'
import { blockKinds, conditions, maintenanceStates, priorities } from '../status.ts'
import { action, type Declared, each, modifiedAtOf } from './parts.ts'

/** What can be done to rooms: how clean they are, whether they are sold, what has to be repaired. */
export const careActions = {
  HOUSEKEEPING_CONDITION: action({
    carries: ['CONDITION'],
    undo: 'HOUSEKEEPING_CONDITION',
    read: reading('housekeeping', normalizeHousekeeping, ['CONDITION', 'OCCUPANCY']),
    command: ({ externalId, values }) => ({
      method: 'PUT',
      path: at('housekeeping', externalId),
      json: { condition: wireValue(conditions, values.condition as Condition) },
    }),
  }),
  ROOM_BLOCK_CREATE: action({
    carries: [],
    provesAbsence: true,
    read: readingAlike('blocks', normalizeRoomBlock, isSameBlock),
    command: ({ externalId, wanted }) => ({
      method: 'POST',
      path: `${at('rooms', externalId)}/blocks`,
      json: {
        kind: wireValue(blockKinds, wanted.kind as RoomBlockKind),
        ...{ first_night: wanted.firstNight ?? null, last_night: wanted.lastNight ?? null },
        ...{ reason_code: wanted.reasonCode ?? null, reason: wanted.reason ?? null },
        return_as: returnAs(wanted),
      },
    }),
  }),
  ROOM_BLOCK_END: action({
    carries: ['BLOCK', 'BLOCK_REASON'],
    read: reading('roomBlocks', normalizeRoomBlock, ['BLOCK', 'BLOCK_REASON']),
    command: ({ externalId, wanted }) => ({
      method: 'POST',
      path: `${at('roomBlocks', externalId)}/end`,
      json: { return_as: returnAs(wanted) },
    }),
  }),
  MAINTENANCE_CREATE: action({
    carries: [],
    provesAbsence: true,
    read: readingAlike('requests', normalizeMaintenanceRequest, (request, { title }) => request.title === title),
    command: ({ externalId, wanted }) => ({
      method: 'POST',
      path: `${at('rooms', externalId)}/requests`,
      json: requestOf(wanted),
    }),
  }),
  MAINTENANCE_UPDATE: action({
    carries: ['REQUEST', 'STATUS'],
    undo: 'MAINTENANCE_UPDATE',
    read: reading('maintenanceRequests', normalizeMaintenanceRequest, ['REQUEST', 'STATUS']),
    command: ({ externalId, values }) => ({
      method: 'PUT',
      path: at('maintenanceRequests', externalId),
      json: {
        ...requestOf(values),
        state: wireValue(maintenanceStates, values.status as MaintenanceStatus),
      },
    }),
  }),
} satisfies ProviderWrites

const at = (list: RowKind, id: string) => `/${list}/${encodeURIComponent(id)}`

const returnAs = ({ returnCondition: condition }: Values) =>
  condition === undefined || condition === null ? null : wireValue(conditions, condition as Condition)

const requestOf = ({ title, code, description, priority, assignee, dueAt }: Values) => ({
  ...{ title: title ?? null, code: code ?? null, details: description ?? null, assignee: assignee ?? null },
  ...{ due: dueAt ?? null, priority: priority ? keyOf(priorities, priority as MaintenancePriority) : null },
})

type Record = Readonly<{ externalId: string; externalUpdatedAt?: Date | string | null | undefined }>
type Normalize = (raw: unknown, ctx: NormalizeContext) => Record

function reading(kind: RowKind, normalize: Normalize, groups: readonly Group[]): Declared['read'] {
  return async (ctx, targets) => {
    const records = (await getEach(ctx, kind, targets)).map((raw) => normalize(raw, ctx))
    return new Map(
      records.map((record) => [
        record.externalId,
        { values: pickGroups({ ...record }, groups), modifiedAt: modifiedAtOf(record) },
      ]),
    )
  }
}

/** Which of a room's blocks or requests are like the one that is wanted. */
function readingAlike<R extends Record>(
  list: 'blocks' | 'requests',
  normalize: (raw: unknown, ctx: NormalizeContext) => R,
  isAlike: (record: R, wanted: Values) => boolean,
): Declared['read'] {
  return each(async (ctx, { externalId, wanted }) => {
    const [room, there] = await Promise.all([getOne(ctx, 'rooms', externalId), getOfRoom(ctx, externalId, list)])
    if (room === null) return null
    const alike = there.map((raw) => normalize(raw, ctx)).filter((record) => isAlike(record, wanted))
    return { values: {}, modifiedAt: null, alike: alike.map((record) => record.externalId) }
  })
}

function isSameBlock(block: Record, wanted: Values): boolean {
  return agree('BLOCK', pickGroups({ ...block }, ['BLOCK']), wanted)
}
