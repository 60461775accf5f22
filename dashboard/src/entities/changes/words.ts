import type {
  ChangeRowFragment,
  PmsChangeAction,
  PmsChangeGroup,
  PmsChangeState,
  PmsChangeWait,
} from '../../gql/graphql.ts'
import { formatDay } from '../../ui/values/format.ts'
import { statusLabels } from '../../ui/values/statuses.ts'
import { PRIORITIES, STATUSES as REQUEST_STATUSES } from '../maintenance-request/words.ts'
import { KINDS } from '../room-block/words.ts'

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

/** What is changed together, and contested together. */
export const GROUPS: Readonly<Record<PmsChangeGroup, string>> = {
  STAY: 'Arrival and departure',
  TYPE: 'Room type',
  PARTY: 'Numbers of guests',
  ROOM: 'Room',
  STATUS: 'Status',
  NOTE: 'Notes',
  CONDITION: 'Condition of rooms',
  OCCUPANCY: 'Occupancy of rooms',
  BLOCK: 'Nights of a room block',
  BLOCK_REASON: 'Reason of a room block',
  REQUEST: 'What is to be repaired',
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
  kind: 'Kind of block',
  firstNight: 'First night',
  lastNight: 'Last night',
  reasonCode: 'Reason code',
  reason: 'Reason',
  returnCondition: 'Condition afterwards',
  code: 'Code',
  title: 'Title',
  description: 'Description',
  priority: 'Priority',
  assignee: 'Assigned to',
  dueAt: 'Due',
}

/** A field in words. */
export const fieldLabel = (field: string) => FIELDS[field] ?? field

/** What may tell of a guest, or was written by hand. */
const PERSONAL: readonly string[] = ['note', 'description', 'assignee', 'reason']
export const isPersonal = (field: string) => PERSONAL.includes(field)

export interface FieldChange {
  readonly name: string
  readonly before: string
  readonly after: string
  /** May tell of a guest, or was written by hand. */
  readonly isPersonal: boolean
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
      name: fieldLabel(field),
      before: describe(before?.[field]),
      after: describe(value),
      isPersonal: isPersonal(field),
    }))
}

/** What the PMS has moved of it: `theirs` holds all that was read, of which the rest was not asked for. */
export const theirChanges = (base: Values, theirs: Values, names?: Readonly<Record<string, string>>): FieldChange[] =>
  fieldChanges(base, Object.fromEntries(Object.entries(theirs ?? {}).filter(([field]) => field in (base ?? {}))), names)

/**
 * `Departure: Thu, 3 Dec 2026 → Sat, 5 Dec 2026`
 * @param isShown whether personal data is: of a note only that there is one else
 */
export function describeWish(
  { base, wanted, groups }: Pick<ChangeRowFragment, 'base' | 'wanted' | 'groups'>,
  isShown: boolean,
): string {
  const changes = fieldChanges(base, wanted)
  if (changes.length === 0) return groups.map((group) => GROUPS[group].toLowerCase()).join(', ')
  return changes
    .map(({ name, before, after, isPersonal }) => (isPersonal && !isShown ? name : `${name}: ${before} → ${after}`))
    .join('; ')
}

const WORDS: Readonly<Record<string, string>> = {
  ...KINDS,
  ...PRIORITIES,
  ...REQUEST_STATUSES,
  ...statusLabels([
    ...(['PENDING', 'CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT', 'CANCELLED', 'NO_SHOW'] as const),
    ...(['CLEAN', 'DIRTY', 'INSPECTED', 'PICKUP', 'IN_PROGRESS', 'VACANT', 'OCCUPIED'] as const),
  ]),
}

/** A value as a person reads it: a day, a word, a dash for none. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value !== 'string') return typeof value === 'object' ? JSON.stringify(value) : String(value)
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : (WORDS[value] ?? value)
}
