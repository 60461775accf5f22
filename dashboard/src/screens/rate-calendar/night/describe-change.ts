import { describeFlag, formatMoney } from '../../../ui/values/format.ts'
import type { NightChange } from './query.ts'

/** Of `NightChange`, what it was and what it is, in the hotel's words. */
export interface FieldChange {
  readonly name: string
  readonly before: string
  readonly after: string
}

type Values = NightChange['before']

const NAMES = {
  amounts: 'Price',
  extraAdult: 'Further adult',
  extraChild: 'Further child',
  closed: 'Closed',
  closedToArrival: 'No arrival',
  closedToDeparture: 'No departure',
  minStayArrival: 'Fewest nights from it',
  minStayThrough: 'Fewest nights over it',
  maxStay: 'Most nights',
  cutoffDays: 'Closed so many days before',
  available: 'Left to sell',
  sold: 'Sold',
  physical: 'Rooms',
  outOfOrder: 'Out of order',
} as const satisfies Partial<Record<keyof Values, string>>

type Field = keyof typeof NAMES
const isField = (name: string): name is Field => name in NAMES
const DAY_MS = 86_400_000

/** What changed on one night of a range. */
export function describeChange(change: NightChange, night: string): FieldChange[] {
  const at = Math.round((Date.parse(night) - Date.parse(change.from)) / DAY_MS)
  const { before, after, currency } = change
  return change.fields.filter(isField).flatMap((field) => {
    if (field === 'amounts') return prices(before, after, at, currency)
    const line = (values: Values) => describe(field, values[field]?.[at], currency)
    return [{ name: NAMES[field], before: line(before), after: line(after) }]
  })
}

function prices(before: Values, after: Values, at: number, currency: string | null): FieldChange[] {
  const count = Math.max(before.amounts?.length ?? 0, after.amounts?.length ?? 0)
  return Array.from({ length: count }, (_, index) => {
    const of = ({ amounts }: Values) => describe('amounts', amounts?.[index]?.[at], currency)
    const name = count === 1 ? NAMES.amounts : `${NAMES.amounts} for ${index + 1}`
    return { name, before: of(before), after: of(after) }
  }).filter(({ before, after }) => before !== after)
}

function describe(field: Field, value: number | boolean | null | undefined, currency: string | null): string {
  if (typeof value === 'boolean') return describeFlag(value)
  if (typeof value !== 'number') return 'not stated'
  const isMoney = field === 'amounts' || field === 'extraAdult' || field === 'extraChild'
  return isMoney && currency ? formatMoney(value, currency) : String(value)
}
