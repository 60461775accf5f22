import { z } from 'zod'
import { GROUP_NAMES, type Group } from './groups.ts'

/** Who gives way when both sides have moved the same. */
export const CONFLICT_DEFAULTS = ['ASK', 'OURS', 'THEIRS'] as const
export type ConflictDefault = (typeof CONFLICT_DEFAULTS)[number]

/** By group; what is not here is asked. */
export type ConflictDefaults = { readonly [G in Group]?: ConflictDefault }

export const conflictDefaults = z.partialRecord(z.enum(GROUP_NAMES), z.enum(CONFLICT_DEFAULTS))

/** What the defaults say of a conflict: nobody is asked only where all that is contested is decided alike. */
export function defaultFor(defaults: ConflictDefaults, contested: readonly Group[]): ConflictDefault {
  const [first = 'ASK', ...others] = new Set(contested.map((group) => defaults[group] ?? 'ASK'))
  return others.length === 0 ? first : 'ASK'
}
