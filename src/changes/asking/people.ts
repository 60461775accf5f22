import type { Change } from '../../entities/change.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { type AuditAction, audit } from '../../hotels/audit.ts'
import { announceChange } from '../parts/announce.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { auditDetails, rebaseSuccessors, withOwed } from '../parts/hold.ts'
import type { ChangeMove } from '../parts/life.ts'
import { findChange, move, type Noted } from '../parts/rows.ts'

/** What people say of changes that are under way. */

/** A person's word on what cannot be told: it was done, it is to be sent once more, it is given up. */
export const SETTLEMENTS = ['DONE', 'SEND_AGAIN', 'GIVE_UP'] as const
export type Settlement = (typeof SETTLEMENTS)[number]

interface Word {
  readonly changeId: string
  readonly actor: string
}

/** @throws PmsIntegrationError NOT_FOUND, CHANGE_NOT_OPEN once it is on its way or over */
export async function cancelChange(deps: ChangeDeps, { changeId, actor }: Word): Promise<Change> {
  const change = await requireChange(deps, changeId)
  if (change.state === 'UNKNOWN')
    throw new PmsIntegrationError('CHANGE_NOT_OPEN', 'It has been sent, and may have been done: it has to be settled.')
  return say(deps, { changeId, actor }, 'cancel', 'change.cancelled')
}

const MOVES: Record<Settlement, ChangeMove> = { DONE: 'apply', SEND_AGAIN: 'again', GIVE_UP: 'cancel' }

/** @throws PmsIntegrationError NOT_FOUND, CHANGE_NOT_OPEN for one that nobody has to settle */
export async function settleChange(
  deps: ChangeDeps,
  { outcome, ...word }: Word & { readonly outcome: Settlement },
): Promise<Change> {
  const change = await requireChange(deps, word.changeId)
  if (change.state !== 'UNKNOWN' || change.waitingFor !== 'PERSON')
    throw new PmsIntegrationError('CHANGE_NOT_OPEN', 'What becomes of it can be told without a person.')
  const settled = await say(
    deps,
    word,
    MOVES[outcome],
    'change.settled',
    {
      also: outcome === 'SEND_AGAIN' ? ['sendings = 0', 'round = c.round + 1'] : [],
      ...(outcome === 'GIVE_UP' && { error: withOwed(deps, change, 'It was given up.') }),
    },
    { outcome },
  )
  if (outcome === 'SEND_AGAIN') await deps.enqueueChange(settled.id)
  return settled
}

export async function requireChange({ database }: ChangeDeps, changeId: string): Promise<Change> {
  const change = await findChange(database, changeId)
  if (change === null) throw badChange()
  return change
}

const badChange = () => new PmsIntegrationError('NOT_FOUND', 'There is no such change.', { field: 'id' })

async function say(
  deps: ChangeDeps,
  { changeId, actor }: Word,
  name: ChangeMove,
  action: AuditAction,
  noted: Noted = {},
  details: Record<string, string> = {},
): Promise<Change> {
  const moved = await deps.database.transaction(async (tx) => {
    const change = await move(tx, { id: changeId, leaseToken: null }, name, noted)
    if (change === null) throw new PmsIntegrationError('CHANGE_NOT_OPEN', 'It is on its way or over.')
    audit(tx, { hotelId: change.hotelId, actor, action, details: { ...auditDetails(change), ...details } })
    if (change.endedAt !== null && change.state !== 'APPLIED') await rebaseSuccessors(tx, change)
    return change
  })
  announceChange(deps, moved)
  return moved
}
