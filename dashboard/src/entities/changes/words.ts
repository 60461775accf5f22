import type { ChangeRowFragment, PmsChangeAction, PmsChangeState, PmsChangeWait } from '../../gql/graphql.ts'
import { formatDay } from '../../ui/values/format.ts'
import { statusLabels } from '../../ui/values/status-badge.tsx'

export const ACTIONS: Readonly<Record<PmsChangeAction, string>> = {
  BOOKING_CHANGE: 'Change booking',
  BOOKING_ROOM: 'Move to another room',
  BOOKING_CANCEL: 'Cancel booking',
  BOOKING_REINSTATE: 'Take back the cancellation',
  BOOKING_CHECK_IN: 'Check in',
  BOOKING_UNDO_CHECK_IN: 'Take back the check-in',
  BOOKING_CHECK_OUT: 'Check out',
  BOOKING_NOTE: 'Add note',
  HOUSEKEEPING_CONDITION: 'Condition of the room',
  ROOM_BLOCK_CREATE: 'Block room',
  ROOM_BLOCK_END: 'End block',
  MAINTENANCE_CREATE: 'Report to maintenance',
  MAINTENANCE_UPDATE: 'Update request',
}

export const STATES: Readonly<Record<PmsChangeState, string>> = {
  DRAFT: 'Draft',
  PENDING: 'Waits to be sent',
  SENDING: 'Being sent',
  AWAITING: 'Accepted, not seen yet',
  UNKNOWN: 'Nobody knows yet',
  CONFLICT: 'Both sides changed it',
  APPLIED: 'Done',
  REJECTED: 'Refused',
  CANCELLED: 'Taken back',
  SUPERSEDED: 'Replaced by a newer one',
  EXPIRED: 'Too late',
}

/** What it waits for, as the end of “It waits …”. */
export const WAITS: Readonly<Record<PmsChangeWait, string>> = {
  TURN: 'for an earlier change of the same thing',
  RATE: 'for the rate limit of the PMS',
  LOCKED: 'for somebody at the PMS who has it open',
  PMS_DOWN: 'for the PMS to answer',
  PAUSED: 'for the connection to be resumed',
  WRITES_OFF: 'for changes at the PMS to be switched on',
  AUTH: 'for valid credentials',
  PERSON: 'for somebody who looks at the PMS and says what came of it',
}

const FIELDS: Readonly<Record<string, string>> = {
  checkIn: 'Arrival',
  checkOut: 'Departure',
  adults: 'Adults',
  children: 'Children',
  roomExternalId: 'Room',
  roomTypeExternalId: 'Room type',
  status: 'Status',
  note: 'Note',
  notes: 'Notes',
  condition: 'Condition',
  occupancy: 'Occupancy',
}

export interface FieldChange {
  readonly name: string
  readonly before: string
  readonly after: string
}

type Values = Record<string, unknown> | null | undefined

/**
 * What would be another value, by field; nothing for who may not see values.
 * @param names of what values are the ids of
 */
export function fieldChanges(
  before: Values,
  after: Values,
  names: Readonly<Record<string, string>> = {},
): FieldChange[] {
  const describe = (value: unknown) => (typeof value === 'string' && names[value]) || describeValue(value)
  return Object.entries(after ?? {})
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before?.[field]))
    .map(([field, value]) => ({
      name: FIELDS[field] ?? field,
      before: describe(before?.[field]),
      after: describe(value),
    }))
}

/** What the PMS has moved of it: `theirs` holds all that was read, of which the rest was not asked for. */
export const theirChanges = (base: Values, theirs: Values, names?: Readonly<Record<string, string>>): FieldChange[] =>
  fieldChanges(base, Object.fromEntries(Object.entries(theirs ?? {}).filter(([field]) => field in (base ?? {}))), names)

/** `Departure: Thu, 3 Dec 2026 → Sat, 5 Dec 2026` */
export function describeWish({ base, wanted, groups }: Pick<ChangeRowFragment, 'base' | 'wanted' | 'groups'>): string {
  const changes = fieldChanges(base, wanted)
  if (changes.length === 0) return groups.map((group) => group.toLowerCase().replaceAll('_', ' ')).join(', ')
  return changes.map(({ name, before, after }) => `${name}: ${before} → ${after}`).join('; ')
}

const STATUS_WORDS: Readonly<Record<string, string>> = statusLabels([
  ...(['PENDING', 'CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT', 'CANCELLED', 'NO_SHOW'] as const),
  ...(['CLEAN', 'DIRTY', 'INSPECTED', 'PICKUP', 'IN_PROGRESS', 'VACANT', 'OCCUPIED'] as const),
])

function describeValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value !== 'string') return typeof value === 'object' ? JSON.stringify(value) : String(value)
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : (STATUS_WORDS[value] ?? value)
}
