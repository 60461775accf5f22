import type { Change } from '../../entities/change.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { audit } from '../../hotels/audit.ts'
import type { ScopedTransaction } from '../../platform/database/database.ts'
import { retryOutage } from '../../platform/database/errors.ts'
import { agree, pickGroups, type Values } from '../../records/changes/groups.ts'
import { announceChange, factsOf, type ToldOf } from './announce.ts'
import type { ChangeDeps } from './deps.ts'
import type { ChangeMove } from './life.ts'
import { findChange, findOpen, move, type Noted } from './rows.ts'

/** A change in the hands of this worker. */
export interface Held {
  /** As it stands after the last move. */
  readonly change: Change
  /** When it was taken, by a clock that never jumps. */
  readonly sinceMs: number
}

/** Somebody else has moved the change, or it is too late to send anything of it. */
export const changeLost = () =>
  new PmsIntegrationError('SYNC_LEASE_LOST', 'Another worker or a person has taken this change over.', { sent: false })

/** Nothing may leave so late that another worker could have it by then. */
export function requireTime({ changeTiming }: Pick<ChangeDeps, 'changeTiming'>, { sinceMs }: Held): void {
  if (performance.now() - sinceMs > changeTiming.leaseMs * 0.75) throw changeLost()
}

/**
 * Moves a change that this worker holds, and lets go of it.
 * @throws PmsIntegrationError SYNC_LEASE_LOST
 */
export async function letGo(deps: ChangeDeps, held: Held, name: ChangeMove, noted: Noted = {}): Promise<Change> {
  const moved = await retryOutage(() => deps.database.transaction((tx) => moveHeld(tx, held.change, name, noted)))
  announceChange(deps, moved)
  return moved
}

/** The same in a transaction of the caller's, who announces it after the commit. */
export async function moveHeld(
  tx: ScopedTransaction,
  { id, leaseToken }: Pick<Change, 'id' | 'leaseToken'>,
  name: ChangeMove,
  noted: Noted = {},
): Promise<Change> {
  const moved = await move(tx, { id, leaseToken }, name, noted)
  if (moved === null) throw changeLost()
  if (moved.endedAt !== null) await noteEnd(tx, moved, null)
  return moved
}

/** @param actor who ended it; null: nobody but the course of things */
export async function noteEnd(tx: ScopedTransaction, ended: Change, actor: string | null): Promise<void> {
  const { hotelId, state, setId } = ended
  // Of a set it is the set that is told of.
  if (setId === null) audit(tx, { hotelId, actor, action: 'change.ended', details: auditDetails(ended) })
  if (state !== 'APPLIED') await rebaseSuccessors(tx, ended)
}

export function auditDetails(change: ToldOf & Pick<Change, 'state'>) {
  const { changeId, provider, entityType, externalId, action, groups, errorCode } = factsOf(change)
  return { changeId, provider, entityType, externalId, action, groups: [...groups], state: change.state, errorCode }
}

/** Who wanted more on top of what did not come to be, saw what was there before it. */
export async function rebaseSuccessors(tx: ScopedTransaction, ended: Change): Promise<void> {
  if (ended.base !== null) await rebaseOn(tx, ended, ended.base)
}

/** Who wanted more on top of what a change wanted, is to have seen this instead. */
export async function rebaseOn(tx: ScopedTransaction, { wanted, ...earlier }: Change, seen: Values): Promise<void> {
  if (wanted === null) return
  for (const later of await findOpen(tx, earlier)) {
    const stale = later.groups.filter(
      (group) =>
        later.number > earlier.number && earlier.groups.includes(group) && agree(group, later.base ?? {}, wanted),
    )
    if (stale.length === 0) continue
    const rebased = { ...later.base, ...pickGroups(seen, stale) }
    await tx.query('UPDATE pms_change SET base = $2 WHERE id = $1', [later.id, JSON.stringify(rebased)])
  }
}

/** One after the other; what somebody else has taken over is taken as it is by now, and keeps the rest from nothing. */
export async function eachHeld<T extends Held | { readonly held: Held }>(
  deps: ChangeDeps,
  items: readonly T[],
  work: (item: T) => Promise<Change>,
): Promise<Change[]> {
  const changes: Change[] = []
  for (const item of items) {
    const change = await work(item).catch((error: unknown) => {
      if (!(error instanceof PmsIntegrationError) || error.code !== 'SYNC_LEASE_LOST') throw error
      return current(deps, 'held' in item ? item.held : item)
    })
    changes.push(change)
  }
  return changes
}

/** Why it does not go on, with what it may have left undone at the PMS. */
export function withOwed({ adapters }: Pick<ChangeDeps, 'adapters'>, change: Change, words: string): string {
  const owed = change.step && adapters(change.provider).write?.[change.action]?.owed?.(change.step)
  return owed ? `${words} ${owed}` : words
}

/** The change as it is by now; the one that was held when it is gone with its hotel. */
export const current = async ({ database }: ChangeDeps, { change }: Held): Promise<Change> =>
  (await findChange(database, change.id)) ?? change
