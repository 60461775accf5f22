import {
  chargeFee,
  type Entered,
  type EntryField,
  notifyGuest,
  PRICINGS,
  pricing,
} from '../../../entities/changes/entry-field.ts'
import { ACTION_FIELDS, type ChoosableField, entryFields, valueIn } from '../../../entities/changes/fields.ts'
import { SET_FILTERS, TARGETS } from '../../../entities/changes/targets.ts'
import type { Known } from '../../../entities/changes/value-names.ts'
import type { PmsChangeAction, PmsCreateChangeSetInput } from '../../../gql/graphql.ts'
import type { NewSetSearch } from './search.ts'

/** Without these a request says nothing. */
const REQUIRED: readonly string[] = ['note', 'condition', 'kind', 'firstNight', 'lastNight', 'roomExternalId']
const PRICED: readonly string[] = ['checkIn', 'checkOut', 'roomTypeExternalId']

/**
 * What is entered for all at once.
 * @param columns of a file: its cells say it, and what is entered here is for the empty ones
 */
export const wishFields = (
  action: PmsChangeAction,
  known: Known | undefined,
  columns: readonly string[] = [],
): ChoosableField[] =>
  entryFields(ACTION_FIELDS[action], known).map((field) => ({
    ...field,
    isRequired:
      !columns.includes(field.name) &&
      (REQUIRED.includes(field.name) || (field.name === 'title' && action === 'MAINTENANCE_CREATE')),
  }))

/** What the PMS does beside it, as far as that is a question. */
export const optionFields = (
  action: PmsChangeAction,
  entered: Entered,
  columns: readonly string[] = [],
): ChoosableField[] => [
  ...(action === 'BOOKING_CHANGE' && PRICED.some((name) => entered[name] || columns.includes(name))
    ? [{ ...pricing, choices: PRICINGS }]
    : []),
  ...(['BOOKING_CHANGE', 'BOOKING_CANCEL'].includes(action) ? [notifyGuest, chargeFee] : []),
]

/** Whether it says what is to be changed: an action that moves a status says so by itself. */
export function isComplete(
  action: PmsChangeAction,
  fields: readonly EntryField[],
  entered: Entered,
  columns: readonly string[] = [],
): boolean {
  const says = (field: EntryField) => valueIn(field, entered) !== null || columns.includes(field.name)
  if (fields.some((field) => field.isRequired && !says(field))) return false
  return (action !== 'BOOKING_CHANGE' && action !== 'MAINTENANCE_UPDATE') || fields.some(says)
}

export interface SetWish extends NewSetSearch {
  /** Lines of a file, in place of a filter or ids. */
  readonly csv?: string | undefined
  readonly hotelId: string
  readonly provider: string
  readonly action: PmsChangeAction
  readonly fields: readonly EntryField[]
  readonly options: readonly EntryField[]
  readonly entered: Entered
  readonly reason: string
  readonly canary: string
  readonly stopPercent: string
}

/** As the API takes it: only what was entered is sent. */
export function setInput(wish: SetWish): PmsCreateChangeSetInput {
  const { hotelId, provider, action, filter, ids, csv, fields, options, entered, reason, canary, stopPercent } = wish
  const entries = fields.map((field) => [field.name, valueIn(field, entered)] as const)
  const chosen = options.map(({ name, kind }) => [
    name,
    kind === 'flag' ? entered[name] === 'yes' || null : entered[name] || null,
  ])
  return {
    ...{ hotelId, provider, action },
    ...whatOf({ csv, ids, filter }, SET_FILTERS[TARGETS[action]]),
    values: Object.fromEntries(entries.filter(([, value]) => value !== null)),
    options: Object.fromEntries(chosen.filter(([, value]) => value !== null)),
    reason: reason.trim() || null,
    canary: numberIn(canary),
    stopPercent: numberIn(stopPercent),
  }
}

/** Exactly one of the three. */
function whatOf({ csv, ids, filter }: Pick<SetWish, 'csv' | 'ids' | 'filter'>, name: string | undefined) {
  if (csv !== undefined) return { csv }
  if (ids) return { ids: [...ids] }
  return name === undefined ? {} : { filter: { [name]: filter ?? {} } }
}

const numberIn = (text: string) => (text.trim() === '' ? null : Number(text))
