import { z } from 'zod'
import { groupsOf, pickGroups } from '../../../records/changes/groups.ts'
import type { Facts, Outgoing, ProviderWrites, ReadTarget, Sent } from '../../write.ts'
import { readable } from '../catalog.ts'
import { enterprises } from '../client.ts'
import { TASKS } from '../maintenance-requests.ts'
import { normalizeMaintenanceRequest } from '../normalize/maintenance-request.ts'
import { readAll, readByIds } from '../operations/lists.ts'
import type { MewsContext } from '../settings.ts'
import { intervalOf } from '../walk/interval.ts'
import { base, reading, readRooms, sending, sendingTogether, together, unsupported } from './parts.ts'
import { GONE, sendCommand } from './send.ts'

/** Tasks are about no room and are only ever added and closed. They have no time of change. */
export const taskWrites: ProviderWrites = {
  MAINTENANCE_CREATE: {
    ...base,
    ...{ carries: [], repeat: 'CREATE', provesAbsence: true },
    may: ({ code, priority, assignee }) =>
      code || priority || assignee
        ? unsupported('The PMS keeps what is to be done and until when: no code, no priority and nobody who does it.')
        : null,
    read: reading(readTasksOfRooms),
    send: sending(addTask),
  },
  MAINTENANCE_UPDATE: {
    ...together,
    ...{ carries: ['STATUS'], repeat: 'TRANSITION' },
    may: (wanted) =>
      groupsOf(wanted).includes('REQUEST') || wanted.status !== 'RESOLVED'
        ? unsupported('The PMS lets a request be closed, and changed in no other way.')
        : null,
    read: reading(readTasks),
    send: sendingTogether((ctx, changes) =>
      sendCommand(ctx, 'tasks/close', { TaskIds: changes.map(({ externalId }) => externalId) }),
    ),
  },
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

async function addTask(ctx: MewsContext, { externalId, wanted }: Outgoing): Promise<Sent> {
  const room = (await readRooms(ctx, [externalId])).get(externalId)
  if (room === undefined) return GONE
  const due = typeof wanted.dueAt === 'string' ? Date.parse(wanted.dueAt) : ctx.clock.now().getTime() + DAY_MS
  return sendCommand(ctx, 'tasks/add', {
    Name: nameOf(room.Name, wanted.title),
    ...(wanted.description && { Description: wanted.description }),
    // The vendor asks for one.
    DeadlineUtc: `${new Date(due).toISOString().slice(0, 19)}Z`,
  })
}

/** The room stands in the name, since it has no other place. */
const nameOf = (room: string, title: unknown) => `${room}: ${String(title).trim()}`

const task = z.object({ Id: z.string(), Name: z.string() })

/** Which tasks of the last days are called like the ones that are wanted. */
async function readTasksOfRooms(ctx: MewsContext, targets: readonly ReadTarget[]): Promise<Map<string, Facts>> {
  const rooms = await readRooms(
    ctx,
    targets.map(({ externalId }) => externalId),
  )
  const now = ctx.clock.now().getTime()
  const CreatedUtc = intervalOf(now - 2 * DAY_MS, now + HOUR_MS)
  const tasks = readable(task, await readAll(ctx, TASKS, { ...enterprises(ctx), CreatedUtc }))
  return new Map(
    targets.flatMap(({ externalId, wanted }): [string, Facts][] => {
      const room = rooms.get(externalId)
      if (room === undefined) return []
      const alike = tasks.filter(({ Name }) => Name.trim() === nameOf(room.Name, wanted.title)).map(({ Id }) => Id)
      return [[externalId, { values: {}, modifiedAt: null, alike }]]
    }),
  )
}

async function readTasks(ctx: MewsContext, targets: readonly ReadTarget[]): Promise<Map<string, Facts>> {
  const ids = targets.map(({ externalId }) => externalId)
  const tasks = await readByIds(ctx, TASKS, 'TaskIds', ids, enterprises(ctx))
  const records = tasks.map((one) => normalizeMaintenanceRequest(one, ctx))
  return new Map(
    records.map((record) => [
      record.externalId,
      { values: pickGroups({ ...record }, ['REQUEST', 'STATUS']), modifiedAt: null },
    ]),
  )
}
