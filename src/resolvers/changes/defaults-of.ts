import type { ConflictDefaults } from '../../records/changes/conflict-defaults.ts'
import type { PmsGroupDefaultInput } from '../../schema/conflict-default.ts'

/** Of a group that is named twice the last word counts. */
export function defaultsOf(given: readonly PmsGroupDefaultInput[] | null | undefined): ConflictDefaults | null {
  return given ? Object.fromEntries(given.map(({ group, choice }) => [group, choice])) : null
}
