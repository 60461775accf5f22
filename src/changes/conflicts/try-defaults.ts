import type { ConfigurationKey } from '../../configurations/rows.ts'
import type { Change } from '../../entities/change.ts'
import type { Sql } from '../../platform/database/database.ts'
import { type ConflictDefaults, defaultFor } from '../../records/changes/conflict-defaults.ts'

const DAYS = 30
const MOST = 10_000

/** How many of the conflicts of the last 30 days would have ended how. */
export interface TriedDefaults {
  readonly conflicts: number
  readonly ours: number
  readonly theirs: number
  readonly asked: number
  /** Of those that would not have been asked: what people decided otherwise. */
  readonly otherwise: number
}

export async function tryDefaults(
  sql: Sql,
  { hotelId, provider }: ConfigurationKey,
  defaults: ConflictDefaults,
): Promise<TriedDefaults> {
  const past = await sql.query<Pick<Change, 'contested' | 'resolution'>>(
    `SELECT contested, resolution FROM pms_change
     WHERE hotel_id = $1 AND provider = $2 AND conflict_at >= now() - ${DAYS} * interval '1 day'
     ORDER BY conflict_at DESC LIMIT ${MOST}`,
    [hotelId, provider],
  )
  const tried = past.map(({ contested, resolution }) => ({ resolution, choice: defaultFor(defaults, contested ?? []) }))
  const count = (wanted: string) => tried.filter(({ choice }) => choice === wanted).length
  return {
    conflicts: past.length,
    ...{ ours: count('OURS'), theirs: count('THEIRS'), asked: count('ASK') },
    otherwise: tried.filter(
      ({ choice, resolution }) =>
        choice !== 'ASK' && resolution !== null && resolution !== 'SAME' && resolution !== choice,
    ).length,
  }
}
