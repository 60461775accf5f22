import type { Change } from '../../entities/change.ts'
import { badUserInput } from '../../errors.ts'
import { type ActionName, actionOf } from '../../records/changes/actions.ts'
import { GROUP_NAMES, type Group, groupsOf, pickGroups, type Values } from '../../records/changes/groups.ts'
import { scrubProse } from '../../records/text/prose.ts'

/** A row of the mirror as far as changes need it; it is never written to. */
export type TargetRow = { readonly [Field in 'id' | 'provider' | 'externalId']: string } & {
  readonly deletedAt: Date | null
  readonly externalUpdatedAt: Date | null
} & Readonly<Record<string, unknown>>

/** What a wish amounts to, laid over a row. */
export interface LaidOut {
  readonly groups: Group[]
  /** All that the action may change, as the person saw it. */
  readonly base: Values
  readonly wanted: Values
  /** What is kept of `base`. */
  readonly kept: Values
}

interface Laid {
  readonly action: ActionName
  /** As checked. */
  readonly values: Values
  readonly expected?: Values | null | undefined
}

/** @param open changes that are under way, whose place this does not take */
export function layOut(row: TargetRow, open: readonly Change[], { action, values, expected }: Laid): LaidOut {
  const { groups: possible, to, creates, ends } = actionOf(action)
  const fields = to === undefined ? values : { status: to }
  const groups = groupsOfWish(action, values)
  const base = { ...pickGroups(overlay(row, open), possible), ...expected }
  // What is created or ended is not compared field by field.
  const wanted = { ...(!creates && !ends && pickGroups(base, groups)), ...fields }
  return { groups, base, wanted, kept: creates ? {} : pickGroups(base, groups) }
}

export function groupsOfWish(action: ActionName, values: Values): Group[] {
  const { groups, to, ends } = actionOf(action)
  if (ends) return [...groups]
  return groupsOf(to === undefined ? values : { status: to })
}

/** The row as a person sees it who knows what is under way. */
export function overlay(row: TargetRow, open: readonly Change[]): Values {
  const laid = open.filter(({ action }) => !actionOf(action).creates)
  return Object.assign(pickGroups(row, GROUP_NAMES), ...laid.map(({ wanted }) => wanted)) as Values
}

/** @throws PmsIntegrationError BAD_USER_INPUT naming the field */
export function requireOrder(wanted: Values): void {
  for (const [first, last] of [
    ['checkIn', 'checkOut'],
    ['firstNight', 'lastNight'],
  ] as const) {
    const [from, to] = [wanted[first], wanted[last]]
    if (typeof from === 'string' && typeof to === 'string' && to < from)
      throw badUserInput(last, `must not be before ${first}`)
  }
}

/** As it is kept; null for none. */
export const reasonOf = (reason: string | null | undefined): string | null => scrubProse(reason?.trim() ?? '') || null
