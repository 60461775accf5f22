import { GROUP_FIELDS } from '../../entities/changes/fields.ts'
import { describeValue, fieldLabel, isPersonal } from '../../entities/changes/words.ts'
import type { PmsChangeAction, PmsChangeGroup } from '../../gql/graphql.ts'

/** A field that both sides speak of. */
export interface Side {
  readonly field: string
  readonly name: string
  readonly was: string
  /** null: it is not wanted otherwise, and stays as the PMS has it. */
  readonly ours: string | null
  readonly theirs: string
  readonly isPersonal: boolean
}

type Values = Readonly<Record<string, unknown>> | null | undefined

export interface Sides {
  readonly groups: readonly PmsChangeGroup[]
  readonly base?: Values
  readonly ours?: Values
  readonly theirs?: Values
}

/** Line by line what was there, what is wanted here and what the PMS has; what nobody has moved is left out. */
export function sidesOf({ groups, base, ours, theirs }: Sides, names: Readonly<Record<string, string>> = {}): Side[] {
  const describe = (value: unknown) => (typeof value === 'string' && names[value]) || describeValue(value)
  return groups
    .flatMap((group) => GROUP_FIELDS[group])
    .filter((field) => [ours, theirs].some((side) => isIn(side, field) && !isSame(base?.[field], side?.[field])))
    .map((field) => ({
      ...{ field, name: fieldLabel(field), isPersonal: isPersonal(field) },
      was: describe(base?.[field]),
      ours: isIn(ours, field) ? describe(ours?.[field]) : null,
      theirs: describe(theirs?.[field]),
    }))
}

const isIn = (values: Values, field: string) => values !== null && values !== undefined && field in values
const isSame = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Actions that have a third way between ours and theirs: a status has none, and what is added or ended is or is not. */
const WITH_OTHER: readonly PmsChangeAction[] = [
  ...(['BOOKING_CHANGE', 'BOOKING_ROOM', 'HOUSEKEEPING_CONDITION', 'MAINTENANCE_UPDATE'] as const),
]
export const hasThirdWay = (action: PmsChangeAction) => WITH_OTHER.includes(action)
