import type { ChangeSet } from '../../../entities/change-set.ts'
import type { Sql } from '../../../platform/database/database.ts'
import { actionOf } from '../../../records/changes/actions.ts'
import { mayMove } from '../../parts/life.ts'
import { lockTargets } from '../../parts/rows.ts'

/** What the preview saw: an item whose side at the PMS has moved since is a conflict. */
const AS_PREVIEWED = `CASE WHEN c.base IS NULL OR c.theirs IS NULL THEN c.base ELSE c.base || (
  SELECT coalesce(jsonb_object_agg(field, c.theirs -> field), '{}') FROM jsonb_object_keys(c.base) AS field
  WHERE c.theirs ? field) END`

/**
 * Lets the next items be sent, in the order of their lines. They count as asked for now: behind every single change of the
 * same thing that is there already.
 * @returns their ids
 */
export async function releaseItems(tx: Sql, set: ChangeSet, most: number): Promise<string[]> {
  if (most <= 0) return []
  // Those before it have all been let, unless they were taken back.
  const { target, lifetimeMs } = actionOf(set.action)
  const next = await tx.query<{ id: string; entityId: string; line: number }>(
    `SELECT c.id, i.line, c.entity_id AS "entityId" FROM pms_change_set_item i JOIN pms_change c ON c.id = i.change_id
     WHERE i.hotel_id = $1 AND i.set_id = $2 AND i.line > $4 AND i.outcome = 'SEND' AND c.state = 'DRAFT'
     ORDER BY i.line LIMIT $3`,
    [set.hotelId, set.id, most, set.releasedLine],
  )
  if (next.length === 0) return []
  const entityIds = next.map(({ entityId }) => entityId)
  await lockTargets(tx, { hotelId: set.hotelId, entityType: target }, entityIds)
  const released = await tx.query<{ id: string }>(
    `UPDATE pms_change c SET state = 'PENDING', number = DEFAULT, base = ${AS_PREVIEWED}, waiting_for = NULL, attempts = 0,
       ready_at = now(), updated_at = now(), expires_at = now() + $2 * interval '1 ms'
     FROM unnest($1::uuid[]) WITH ORDINALITY AS next (id, at)
     WHERE c.id = next.id AND ${mayMove('run')} RETURNING c.id`,
    [next.map(({ id }) => id), lifetimeMs],
  )
  await tx.query('UPDATE pms_change_set SET released = released + $2, released_line = $3 WHERE id = $1', [
    ...[set.id, released.length, next.at(-1)?.line],
  ])
  return released.map(({ id }) => id)
}
