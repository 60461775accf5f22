import { MAINTENANCE_PRIORITIES, MAINTENANCE_STATUSES } from '../../../records/maintenance-request.ts'
import type { MakeItem } from '../hotel.ts'
import { PEOPLE } from '../people.ts'
import { mixSeed, Random } from '../random.ts'
import { roomNumberOf } from '../room-layout.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const TASKS = [
  ['LIGHT', 'Bulb is out', 'The one above the desk.'],
  ['WATER', 'Tap drips', 'Guest asked for it to be done before the evening.'],
  ['AC', 'Air conditioning is loud', null],
  ['DOOR', 'Key card is not read', 'Battery of the lock?'],
] as const
const PLACES = ['Lobby', 'Pool', 'Lift 2', 'Car park'] as const

/** Something to repair, reported within the last days; each edit brings it one step on. */
export const makeMaintenanceRequest: MakeItem<'maintenanceRequests'> = (plan, index, revision) => {
  const random = new Random(mixSeed(plan.seed, 16, index))
  const [code, title, description] = random.pick(TASKS)
  const step = random.int(0, MAINTENANCE_STATUSES.length - 1) + revision
  const status = MAINTENANCE_STATUSES[step % MAINTENANCE_STATUSES.length] ?? 'OPEN'
  const reportedMs = plan.today * DAY_MS - random.int(1, 14 * 24) * HOUR_MS
  const room = random.int(0, Math.max(plan.counts.rooms - 1, 0))
  const isInRoom = plan.counts.rooms > 0 && random.chance(0.8)
  return {
    externalId: plan.idOf('maintenanceRequests', index),
    status,
    code,
    title,
    description,
    priority: random.pick(MAINTENANCE_PRIORITIES),
    roomExternalId: isInRoom ? plan.idOf('rooms', room) : null,
    roomNumber: isInRoom ? roomNumberOf(room) : null,
    place: isInRoom ? null : random.pick(PLACES),
    assignee: status === 'OPEN' ? null : random.pick(PEOPLE).slice(0, 2).join(' '),
    dueAt: random.chance(0.5) ? null : new Date(reportedMs + 2 * DAY_MS),
    reportedAt: new Date(reportedMs),
    resolvedAt: status === 'RESOLVED' ? new Date(reportedMs + DAY_MS) : null,
  }
}
