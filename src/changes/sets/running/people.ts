import type { ChangeSet } from '../../../entities/change-set.ts'
import { PmsIntegrationError } from '../../../errors.ts'
import { isUniqueViolation } from '../../../platform/database/errors.ts'
import type { ChangeDeps } from '../../parts/deps.ts'
import { announceSet } from '../announce.ts'
import { PREVIEW_HOLDS_MS } from '../life.ts'
import { moveSet, requireMoved, requireSet } from '../rows.ts'
import { requireSetDesk } from '../set-desk.ts'
import { advanceSet, auditSet } from './advance.ts'
import { giveUpItems, holdItems, NO_REASON } from './take-back.ts'

/** What people say of sets: that they run, wait, go on, or end. */

interface Word {
  readonly id: string
  readonly actor: string
}

/**
 * Starts a set, exactly as it was shown. Said twice it runs once.
 * @throws PmsIntegrationError NOT_FOUND, PREVIEW_OUTDATED for another hash or one that is older than an hour, CHANGE_SET_STATE,
 * also while another set of the connection is under way, ACCOUNT_CHANGED, CONFIGURATION_DISABLED, WRITES_DISABLED
 */
export async function runSet(
  deps: ChangeDeps,
  { id, actor, previewHash }: Word & { readonly previewHash: string },
): Promise<ChangeSet> {
  const found = await requireSet(deps.database, id)
  const isSo = ({ state, previewHash: shown }: ChangeSet) => state === 'RUNNING' && shown === previewHash
  if (isSo(found)) return found
  await requireSetDesk(deps, found)
  await requireAlone(deps, found)
  const set = await deps.database
    .transaction(async (tx) => {
      const moved = await moveSet(tx, { id, leaseToken: null }, 'run', { also: ['started_at = now()'] })
      if (moved === null) return requireIt(await requireSet(tx, id), isSo)
      const [{ isFresh } = { isFresh: false }] = await tx.query<{ isFresh: boolean }>(
        `SELECT previewed_at > now() - $2 * interval '1 ms' AS "isFresh" FROM pms_change_set WHERE id = $1`,
        [id, PREVIEW_HOLDS_MS],
      )
      if (!isFresh || moved.previewHash !== previewHash) throw outdated()
      auditSet(tx, moved, 'change-set.run', actor, { total: moved.total })
      return moved
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error, 'pms_change_set_under_way') ? underWay() : error
    })
  announceSet(deps, set)
  await advanceSet(deps, id)
  return requireSet(deps.database, id)
}

/** Somebody else has just said the same. */
function requireIt(set: ChangeSet, isIt: (set: ChangeSet) => boolean): ChangeSet {
  if (isIt(set)) return set
  throw new PmsIntegrationError('CHANGE_SET_STATE', `The change set is ${set.state}.`, {
    details: { state: set.state },
  })
}

const outdated = () =>
  new PmsIntegrationError(
    'PREVIEW_OUTDATED',
    'This is not what was shown last, or it was shown more than an hour ago.',
    {
      field: 'previewHash',
    },
  )

const underWay = (changeSetId?: string) =>
  new PmsIntegrationError('CHANGE_SET_STATE', 'Another change set of this connection is under way.', {
    details: changeSetId === undefined ? {} : { changeSetId },
  })

async function requireAlone({ database }: ChangeDeps, { id, hotelId, provider }: ChangeSet): Promise<void> {
  const [other] = await database.query<{ id: string }>(
    `SELECT id FROM pms_change_set WHERE hotel_id = $1 AND provider = $2 AND state IN ('RUNNING', 'PAUSED') AND id <> $3`,
    [hotelId, provider, id],
  )
  if (other !== undefined) throw underWay(other.id)
}

/** What is on its way ends by itself. @throws PmsIntegrationError NOT_FOUND, CHANGE_SET_STATE */
export async function pauseSet(deps: ChangeDeps, { id, actor }: Word): Promise<ChangeSet> {
  const set = await deps.database.transaction(async (tx) => {
    const paused = await requireMoved(tx, id, 'pause', { errorCode: null, error: null })
    await holdItems(tx, paused)
    auditSet(tx, paused, 'change-set.paused', actor)
    return paused
  })
  announceSet(deps, set)
  return set
}

/**
 * @throws PmsIntegrationError NOT_FOUND, CHANGE_SET_STATE, ACCOUNT_CHANGED, CONFIGURATION_DISABLED, WRITES_DISABLED
 */
export async function resumeSet(deps: ChangeDeps, { id, actor }: Word): Promise<ChangeSet> {
  await requireSetDesk(deps, await requireSet(deps.database, id))
  const set = await deps.database.transaction(async (tx) => {
    const resumed = await requireMoved(tx, id, 'resume', { errorCode: null, error: null })
    auditSet(tx, resumed, 'change-set.resumed', actor)
    return resumed
  })
  announceSet(deps, set)
  await advanceSet(deps, id)
  return requireSet(deps.database, id)
}

/** What is on its way ends by itself, and what was not sent is never. @throws PmsIntegrationError NOT_FOUND, CHANGE_SET_STATE */
export async function cancelSet(deps: ChangeDeps, { id, actor }: Word): Promise<ChangeSet> {
  const set = await deps.database.transaction(async (tx) => {
    const cancelled = await requireMoved(tx, id, 'cancel', { errorCode: null, error: null })
    await giveUpItems(tx, cancelled, NO_REASON)
    auditSet(tx, cancelled, 'change-set.cancelled', actor)
    return cancelled
  })
  announceSet(deps, set)
  return set
}
