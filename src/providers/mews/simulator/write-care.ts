import { z } from 'zod'
import { wallClockOf } from '../../local-time.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { conditions } from '../status.ts'
import { answerOf, type Command } from './answers.ts'
import { renderRoomBlock } from './render-care.ts'

const instant = z.iso.datetime({ offset: true })
const HALF_A_DAY_MS = 12 * 3_600_000

const added = z.object({
  ResourceBlocks: z
    .array(
      z.object({
        ResourceId: z.guid(),
        Name: z.string().min(1),
        Type: z.enum(['OutOfOrder', 'InternalUse']),
        StartUtc: instant,
        EndUtc: instant,
        Notes: z.string().nullish(),
      }),
    )
    .min(1)
    .max(1_000),
})
type Added = z.output<typeof added>['ResourceBlocks'][number]
type Block = SimulatedItems['roomBlocks']

const addBlocks: Command = (body, hotel) => {
  const { data } = added.safeParse(body)
  if (data === undefined || data.ResourceBlocks.some(({ StartUtc, EndUtc }) => EndUtc <= StartUtc)) return null
  const { collections, desk } = hotel
  const outcomes = data.ResourceBlocks.map((wanted) => {
    const fields = fieldsOf(wanted, hotel)
    return desk.perform({
      ...{ kind: 'rooms', action: 'ROOM_BLOCK_CREATE', externalId: wanted.ResourceId, sideEffects: [] },
      refuse: () => (isUsed(fields, hotel) ? 'blocked' : null),
      change: () => ({}),
      adds: { kind: 'roomBlocks', fields },
    })
  })
  const { ledger, read } = collections.roomBlocks
  return answerOf(outcomes, 'ResourceId', () => ({
    ResourceBlocks: ledger.entries.slice(-outcomes.length).map((entry) => renderRoomBlock(read(entry), hotel)),
    Cursor: null,
  }))
}

function fieldsOf({ ResourceId, Name, Type, StartUtc, EndUtc, Notes }: Added, hotel: SimulatedHotel) {
  const dayOf = (ms: number) => wallClockOf(new Date(ms), hotel.timeZone).slice(0, 10)
  return {
    roomExternalId: ResourceId,
    roomNumber: hotel.collections.rooms.find(ResourceId)?.roomNumber ?? null,
    kind: Type === 'OutOfOrder' ? ('OUT_OF_ORDER' as const) : ('HOUSE_USE' as const),
    firstNight: dayOf(Date.parse(StartUtc)),
    lastNight: dayOf(Date.parse(EndUtc) - HALF_A_DAY_MS - 1),
    ...{ startsAt: null, endsAt: null, reasonCode: Name, reason: Notes ?? null, returnCondition: null },
  }
}

type Nights = Pick<Block, 'roomExternalId' | 'firstNight'> & { readonly lastNight: string }

/** Whether the room is blocked already, or somebody stays in it. */
function isUsed({ roomExternalId, firstNight, lastNight }: Nights, { collections }: SimulatedHotel): boolean {
  const { roomBlocks, bookings } = collections
  return (
    roomBlocks.ledger.entries
      .map(roomBlocks.read)
      .some(
        (one) =>
          one.roomExternalId === roomExternalId &&
          one.firstNight <= lastNight &&
          (one.lastNight === null || one.lastNight >= firstNight),
      ) ||
    bookings.ledger.entries
      .map(bookings.read)
      .some(
        (one) =>
          one.roomExternalId === roomExternalId &&
          HOLDS_ROOM.has(one.status) &&
          one.checkIn <= lastNight &&
          one.checkOut > firstNight,
      )
  )
}

const HOLDS_ROOM: ReadonlySet<string> = new Set(['PENDING', 'CONFIRMED', 'CHECKED_IN'])

const updated = z.object({
  ResourceUpdates: z
    .array(
      z.object({
        ResourceId: z.guid(),
        // Out of order is a block, not a state that could be set.
        State: z.object({ Value: z.enum(['Dirty', 'Clean', 'Inspected', 'OutOfService']) }).optional(),
      }),
    )
    .min(1)
    .max(1_000),
})

const updateResources: Command = (body, { desk }) => {
  const { data } = updated.safeParse(body)
  if (data === undefined) return null
  const outcomes = data.ResourceUpdates.map(({ ResourceId: externalId, State }) =>
    desk.perform({
      ...{ kind: 'housekeeping', action: 'HOUSEKEEPING_CONDITION', externalId, sideEffects: [], refuse: () => null },
      change: ({ roomStatus }) => {
        if (State === undefined) return {}
        if (State.Value === 'OutOfService') return { roomStatus: 'OUT_OF_SERVICE' as const }
        const condition = conditions.values[State.Value] ?? ('UNKNOWN' as const)
        return { condition, roomStatus: roomStatus === 'OUT_OF_SERVICE' ? ('AVAILABLE' as const) : roomStatus }
      },
    }),
  )
  return answerOf(outcomes, 'ResourceId', () => ({}))
}

const deleted = z.object({ ResourceBlockIds: z.array(z.guid()).min(1).max(1_000) })

const deleteBlocks: Command = (body, { desk }) => {
  const { data } = deleted.safeParse(body)
  if (data === undefined) return null
  const outcomes = data.ResourceBlockIds.map((externalId) =>
    desk.perform({
      ...{ kind: 'roomBlocks', action: 'ROOM_BLOCK_END', externalId, sideEffects: [] },
      ...{ refuse: () => null, change: () => null },
    }),
  )
  return answerOf(outcomes, 'ResourceBlockIds', () => ({}))
}

const task = z.object({
  Name: z.string().min(1),
  Description: z.string().nullish(),
  DeadlineUtc: instant,
})

/** The hotel's people write the room before the name, which is all that a task knows of it. */
const addTask: Command = (body, { desk, collections, clock }) => {
  const { data } = task.safeParse(body)
  if (data === undefined) return null
  const { rooms, maintenanceRequests } = collections
  const all = rooms.ledger.entries.map(rooms.read)
  const about = all.find(({ roomNumber }) => data.Name.startsWith(`${roomNumber}:`)) ?? all[0]
  const outcome = desk.perform({
    ...{ kind: 'rooms', action: 'MAINTENANCE_CREATE', externalId: about?.externalId ?? '', sideEffects: [] },
    ...{ refuse: () => null, change: () => ({}) },
    adds: {
      kind: 'maintenanceRequests',
      fields: {
        ...{ title: data.Name, description: data.Description ?? null, status: 'OPEN', reportedAt: clock.now() },
        ...{ dueAt: new Date(data.DeadlineUtc), resolvedAt: null, roomExternalId: null, roomNumber: null },
      },
    },
  })
  return answerOf([outcome], 'Name', () => ({ TaskId: maintenanceRequests.ledger.entries.at(-1)?.id }))
}

const closed = z.object({ TaskIds: z.array(z.guid()).min(1).max(100) })

const closeTasks: Command = (body, { desk, clock }) => {
  const { data } = closed.safeParse(body)
  if (data === undefined) return null
  const outcomes = data.TaskIds.map((externalId) =>
    desk.perform({
      ...{ kind: 'maintenanceRequests', action: 'MAINTENANCE_UPDATE', externalId, sideEffects: [] },
      refuse: ({ status }) => (status === 'RESOLVED' || status === 'CANCELLED' ? 'closed' : null),
      change: () => ({ status: 'RESOLVED' as const, resolvedAt: clock.now() }),
    }),
  )
  return answerOf(outcomes, 'TaskIds', () => ({}))
}

/** By path. */
export const CARE_COMMANDS: readonly (readonly [string, Command])[] = [
  ['resources/update', updateResources],
  ['resourceBlocks/add', addBlocks],
  ['resourceBlocks/delete', deleteBlocks],
  ['tasks/add', addTask],
  ['tasks/close', closeTasks],
]
