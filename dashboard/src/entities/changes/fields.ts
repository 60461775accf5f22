import type { PmsChangeAction, PmsChangeGroup } from '../../gql/graphql.ts'
import { statusLabels } from '../../ui/values/statuses.ts'
import { PRIORITIES, STATUSES } from '../maintenance-request/words.ts'
import { KINDS as BLOCK_KINDS } from '../room-block/words.ts'
import type { Choice, Entered, EntryField } from './entry-field.ts'
import type { Known } from './value-names.ts'
import { fieldLabel } from './words.ts'

/** The fields that are changed together, in the order in which they are read. */
export const GROUP_FIELDS: Readonly<Record<PmsChangeGroup, readonly string[]>> = {
  STAY: ['checkIn', 'checkOut'],
  TYPE: ['roomTypeExternalId'],
  PARTY: ['adults', 'children'],
  ROOM: ['roomExternalId'],
  STATUS: ['status'],
  NOTE: ['note'],
  CONDITION: ['condition'],
  OCCUPANCY: ['occupancy'],
  BLOCK: ['kind', 'firstNight', 'lastNight'],
  BLOCK_REASON: ['reasonCode', 'reason', 'returnCondition'],
  REQUEST: ['title', 'code', 'description', 'priority', 'assignee', 'dueAt'],
}

/** What is asked for of an action; one that moves a status asks for nothing. */
export const ACTION_FIELDS: Readonly<Record<PmsChangeAction, readonly string[]>> = {
  BOOKING_CHANGE: ['checkIn', 'checkOut', 'roomTypeExternalId', 'adults', 'children'],
  BOOKING_ROOM: ['roomExternalId'],
  BOOKING_NOTE: ['note'],
  ...{ BOOKING_CANCEL: [], BOOKING_REINSTATE: [], BOOKING_CHECK_IN: [] },
  ...{ BOOKING_UNDO_CHECK_IN: [], BOOKING_CHECK_OUT: [] },
  HOUSEKEEPING_CONDITION: ['condition'],
  ROOM_BLOCK_CREATE: ['kind', 'firstNight', 'lastNight', 'reasonCode', 'reason', 'returnCondition'],
  ROOM_BLOCK_END: ['returnCondition'],
  MAINTENANCE_CREATE: ['title', 'code', 'description', 'priority', 'assignee'],
  MAINTENANCE_UPDATE: ['status', 'title', 'code', 'description', 'priority', 'assignee'],
}

/** A field to enter, with what can be chosen as far as it is known. */
export interface ChoosableField extends EntryField {
  readonly choices?: readonly Choice[] | undefined
}

const KINDS: Readonly<Record<string, EntryField['kind']>> = {
  ...{ checkIn: 'day', checkOut: 'day', firstNight: 'day', lastNight: 'day' },
  ...{ adults: 'count', children: 'count' },
  ...{ roomExternalId: 'choice', roomTypeExternalId: 'choice', condition: 'choice', returnCondition: 'choice' },
  ...{ priority: 'choice', status: 'choice', kind: 'choice' },
  ...{ note: 'text', title: 'text', description: 'text' },
  ...{ code: 'word', reasonCode: 'word', reason: 'word', assignee: 'word' },
}

const toChoices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const CONDITIONS = toChoices(statusLabels(['CLEAN', 'DIRTY', 'INSPECTED', 'PICKUP', 'IN_PROGRESS']))

/** The controls of these fields; of what nobody can enter here, such as a due time, there is none. */
export function entryFields(names: readonly string[], known: Known | undefined): ChoosableField[] {
  const choices: Readonly<Record<string, readonly Choice[] | undefined>> = {
    roomExternalId: known?.rooms.nodes.map(({ externalId, roomNumber }) => ({ value: externalId, label: roomNumber })),
    roomTypeExternalId: known?.roomTypes.nodes.map(({ externalId, name }) => ({ value: externalId, label: name })),
    ...{ condition: CONDITIONS, returnCondition: CONDITIONS, priority: toChoices(PRIORITIES) },
    ...{ status: toChoices(STATUSES), kind: toChoices(BLOCK_KINDS) },
  }
  return names.flatMap((name) => {
    const kind = KINDS[name]
    return kind === undefined ? [] : [{ name, kind, label: fieldLabel(name), choices: choices[name] }]
  })
}

/** What was entered in a field, as it is sent; null: nothing. */
export function valueIn({ name, kind }: EntryField, entered: Entered): string | number | null {
  const text = entered[name]?.trim() ?? ''
  return text === '' ? null : kind === 'count' ? Number(text) : text
}
