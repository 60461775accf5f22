import type { Change } from '../../../entities/change.ts'
import type { ChangeSet } from '../../../entities/change-set.ts'
import { PmsIntegrationError } from '../../../errors.ts'
import { canUndo, wishToUndo } from '../../asking/undo.ts'
import type { ChangeDeps } from '../../parts/deps.ts'
import { COLUMNS } from '../../parts/rows.ts'
import { canUndoSet } from '../can-undo.ts'
import { createSet } from '../create.ts'
import type { SetLine } from '../request.ts'
import { requireSet } from '../rows.ts'

/**
 * Makes a set that takes back what another one has done, to be looked at and run as any other. What cannot be taken back is a
 * line with the reason; mails and fees never are, and are not asked for again.
 * @throws PmsIntegrationError NOT_FOUND, CHANGE_SET_STATE where nothing of it can be, and as `createSet`
 */
export async function undoSet(deps: ChangeDeps, { id, actor }: { id: string; actor: string }): Promise<ChangeSet> {
  const set = await requireSet(deps.database, id)
  const adapter = deps.adapters(set.provider)
  const now = deps.clock.now()
  const applied = await deps.database.query<Change & { line: number }>(
    `SELECT ${COLUMNS}, i.line FROM pms_change_set_item i JOIN pms_change c ON c.id = i.change_id
     WHERE i.hotel_id = $1 AND i.set_id = $2 AND c.state = 'APPLIED' ORDER BY i.line`,
    [set.hotelId, id],
  )
  if (!canUndoSet(adapter, set, now) || applied.length === 0)
    throw new PmsIntegrationError('CHANGE_SET_STATE', 'Nothing of this change set can be taken back.', {
      details: { state: set.state },
    })
  const lines = applied.map((change, at): SetLine => {
    const line = at + 1
    if (!canUndo(adapter, change, now))
      return { line, given: change.externalId, error: new PmsIntegrationError('CHANGE_NOT_OPEN', NOT_ANY_MORE) }
    const { values, expected } = wishToUndo(adapter, change)
    return { line, by: 'id', key: change.entityId, values, expected, undoOf: change.id }
  })
  const { pricing, unlock } = set.options
  return createSet(deps, {
    ...{ hotelId: set.hotelId, provider: set.provider, source: 'UNDO', lines, undoOf: id, requestedBy: actor },
    action: adapter.write?.[set.action]?.undo ?? set.action,
    options: { pricing, unlock },
    ...{ canary: set.canary, stopPercent: set.stopPercent },
  })
}

const NOT_ANY_MORE = 'It cannot be taken back.'
