import type { JsonValue } from '../common.ts'

/**
 * Fields of a thing that are changed together, and compared as one: an arrival that was moved here and a departure that
 * was moved there is one contradiction, not two edits.
 */
export const GROUPS = {
  STAY: ['checkIn', 'checkOut'],
  TYPE: ['roomTypeExternalId'],
  PARTY: ['adults', 'children'],
  ROOM: ['roomExternalId'],
  STATUS: ['status'],
  /** Is only ever added to. */
  NOTE: ['note'],
  CONDITION: ['condition'],
  /** Of a room, as the front desk has it: some vendors are told it together with the condition. */
  OCCUPANCY: ['occupancy'],
  /** Nights on which a room is not sold. */
  BLOCK: ['kind', 'firstNight', 'lastNight'],
  BLOCK_REASON: ['reasonCode', 'reason', 'returnCondition'],
  /** What has to be repaired or seen to. */
  REQUEST: ['code', 'title', 'description', 'priority', 'assignee', 'dueAt'],
} as const satisfies Record<string, readonly string[]>

export type Group = keyof typeof GROUPS
export const GROUP_NAMES = Object.keys(GROUPS) as readonly Group[]

/** Values by field. */
export type Values = Readonly<Record<string, JsonValue>>

/** Which groups some fields belong to. */
export const groupsOf = (values: Values): Group[] =>
  GROUP_NAMES.filter((group) => GROUPS[group].some((field) => Object.hasOwn(values, field)))

/** The fields of these groups, as far as they are there. */
export function pickGroups(values: Readonly<Record<string, unknown>>, groups: readonly Group[]): Values {
  const fields = groups.flatMap((group): readonly string[] => GROUPS[group])
  return Object.fromEntries(fields.filter((field) => field in values).map((field) => [field, asJson(values[field])]))
}

const asJson = (value: unknown) => (value instanceof Date ? value.toISOString() : (value as JsonValue))

/** Whether both say the same of a group: blanks around a text, and none or no children, are no difference. */
export function agree(group: Group, one: Values, other: Values): boolean {
  return (GROUPS[group] as readonly string[]).every((field) => plain(field, one[field]) === plain(field, other[field]))
}

function plain(field: string, value: JsonValue | undefined): JsonValue {
  if (field === 'children') return value ?? 0
  if (typeof value === 'string') return value.normalize('NFC').trim() || null
  return value ?? null
}

const WORDS: Readonly<Record<Group, string>> = {
  ...{ STAY: 'stay', TYPE: 'room type', PARTY: 'number of guests', ROOM: 'room', STATUS: 'status', NOTE: 'note' },
  ...{ CONDITION: 'condition', OCCUPANCY: 'occupancy', BLOCK: 'block', BLOCK_REASON: 'reason', REQUEST: 'request' },
}

/** Groups in words for a person: `stay and room type`. */
export const wordsOf = (groups: readonly Group[]): string => groups.map((group) => WORDS[group]).join(' and ')
