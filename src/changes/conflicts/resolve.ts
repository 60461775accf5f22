import { createHash } from 'node:crypto'
import type { Change, Resolution } from '../../entities/change.ts'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { audit } from '../../hotels/audit.ts'
import type { ScopedTransaction } from '../../platform/database/database.ts'
import { actionOf } from '../../records/changes/actions.ts'
import { groupsOf, pickGroups, type Values } from '../../records/changes/groups.ts'
import { checkInput } from '../asking/check-input.ts'
import { requireOrder } from '../asking/lay-out.ts'
import { requireChange } from '../asking/people.ts'
import { announceChange } from '../parts/announce.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { auditDetails, changeLost, rebaseOn, rebaseSuccessors } from '../parts/hold.ts'
import { findDesk } from '../parts/open.ts'
import { move } from '../parts/rows.ts'

export const CHOICES = ['OURS', 'THEIRS', 'CUSTOM'] as const
export type Choice = (typeof CHOICES)[number]

export interface Decision {
  readonly changeId: string
  /** Of the conflict as it was shown: see `versionOf`. */
  readonly version: string
  readonly choice: Choice
  /** With CUSTOM: what is wanted instead, of the fields that the change is about. */
  readonly values?: Values | null | undefined
  readonly actor: string
}

/** Names what the PMS had when a conflict was shown, and tells nothing of it. */
export const versionOf = ({ theirs, groups }: Pick<Change, 'theirs' | 'groups'>): string =>
  createHash('sha256')
    .update(JSON.stringify(pickGroups(theirs ?? {}, groups)))
    .digest('base64url')
    .slice(0, 22)

/**
 * A person's word on a conflict. Ours is compared with the PMS once more before it is sent, and is a conflict again when
 * that has moved on.
 * @throws PmsIntegrationError NOT_FOUND, CHANGE_NOT_OPEN when it is decided already, PREVIEW_OUTDATED when the PMS has moved
 * since it was shown, BAD_USER_INPUT naming the field
 */
export async function resolveConflict(deps: ChangeDeps, decision: Decision): Promise<Change> {
  const { changeId, version, choice, actor } = decision
  const change = await requireChange(deps, changeId)
  const custom = choice === 'CUSTOM' ? await customWish(deps, change, decision.values) : null
  const resolved = await deps.database.transaction(async (tx) => {
    const [locked] = await tx.query<Pick<Change, 'state' | 'theirs' | 'groups'>>(
      'SELECT state, theirs, groups FROM pms_change WHERE id = $1 FOR UPDATE',
      [changeId],
    )
    if (locked?.state !== 'CONFLICT') throw notOpen()
    if (versionOf(locked) !== version)
      throw new PmsIntegrationError('PREVIEW_OUTDATED', 'The PMS has moved on since it was shown.', {
        field: 'version',
      })
    if (choice === 'THEIRS') return giveWay(tx, change, { actor })
    return insist(tx, { ...change, theirs: locked.theirs }, { actor, custom })
  })
  announceChange(deps, resolved)
  if (resolved.endedAt === null) await deps.enqueueChange(resolved.id)
  return resolved
}

const notOpen = () => new PmsIntegrationError('CHANGE_NOT_OPEN', 'It has been decided already.')

/** The wish with other values, which have to be possible as well. */
async function customWish(deps: ChangeDeps, change: Change, values: Values | null | undefined): Promise<Values> {
  const { to, creates, ends } = actionOf(change.action)
  if (to !== undefined || creates || ends) throw badUserInput('choice', 'has to be OURS or THEIRS: there is no third')
  const desk = await findDesk(deps, change)
  const { hotelId, action, entityId, options, requestedBy } = change
  const asked = { hotelId, action, entityId, options, requestedBy, values: values ?? {} }
  const checked = checkInput(desk, asked).values
  const beside = groupsOf(checked).find((group) => !change.groups.includes(group))
  if (beside !== undefined) throw badUserInput('values', `${beside} is not what the change is about`)
  const wanted = { ...pickGroups(change.theirs ?? {}, groupsOf(checked)), ...checked }
  requireOrder(wanted)
  return { ...change.wanted, ...wanted }
}

interface Word {
  /** Null: the hotel's default. */
  readonly actor: string | null
  readonly custom?: Values | null
}

/** What the PMS has by now is known and overruled. */
export async function insist(tx: ScopedTransaction, change: Change, { actor, custom = null }: Word): Promise<Change> {
  const { id, base, wanted, theirs, groups, action } = change
  const next = custom ?? wanted
  const resolution: Resolution = custom === null ? 'OURS' : 'CUSTOM'
  const noted = {
    ...{ base: { ...base, ...pickGroups(theirs ?? {}, groups) }, wanted: next, resolution, attempts: 0 },
    ...{ error: null, errorCode: null },
    also: [
      'sendings = 0',
      'round = c.round + 1',
      `expires_at = now() + ${actionOf(action).lifetimeMs} * interval '1 ms'`,
    ],
  }
  const moved = await move(tx, { id, leaseToken: null }, 'resolve', noted)
  if (moved === null) throw changeLost()
  if (custom !== null) await rebaseOn(tx, change, custom)
  audit(tx, { hotelId: moved.hotelId, actor, action: 'change.resolved', details: details(moved, resolution, actor) })
  return moved
}

/** The PMS keeps what it has. */
export async function giveWay(tx: ScopedTransaction, { id }: Change, { actor }: Word): Promise<Change> {
  const moved = await move(tx, { id, leaseToken: null }, 'cancel', { resolution: 'THEIRS', error: null })
  if (moved === null) throw changeLost()
  audit(tx, { hotelId: moved.hotelId, actor, action: 'change.resolved', details: details(moved, 'THEIRS', actor) })
  await rebaseSuccessors(tx, moved)
  return moved
}

const details = (change: Change, choice: string, actor: string | null) => ({
  ...auditDetails(change),
  choice,
  isDefault: actor === null,
})
