import type { Change } from '../../entities/change.ts'
import { auditStatement } from '../../hotels/audit.ts'
import type { ScopedTransaction } from '../../platform/database/database.ts'
import type { JsonObject } from '../../records/common.ts'
import { announceChange } from '../parts/announce.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { auditDetails, noteEnd } from '../parts/hold.ts'
import { insertion, move, type NewChange } from '../parts/rows.ts'
import type { Wanted } from './weigh.ts'

/** A wish that is durable once its transaction is. */
export interface Recorded {
  readonly change: Change
  readonly isNew: boolean
  /** Whose place it took. */
  readonly ended: readonly Change[]
}

/**
 * @param wishes of different things
 * @param isAll nothing else is done in the transaction: it is committed
 */
export async function record(tx: ScopedTransaction, wishes: readonly Wanted[], isAll = false): Promise<Recorded[]> {
  const fresh = wishes.filter(({ equal }) => equal === null)
  const recorded = new Map<Wanted, Recorded>()
  if (fresh.length > 0) {
    const changes = fresh.map(({ change }) => change)
    const statements = [insertion(changes), auditStatement(changes.map(deedOf))]
    const commits = isAll && fresh.every(({ replaced }) => replaced.length === 0)
    const [rows] = await tx.queryAll<[Change[], object[]]>(statements, { commits })
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const wish of fresh) {
      const { id, requestedBy } = wish.change
      const ended = await supersede(tx, wish.replaced, requestedBy)
      recorded.set(wish, { change: byId.get(id) as Change, isNew: true, ended })
    }
  }
  return wishes.map((wish) => recorded.get(wish) ?? { change: wish.equal as Change, isNew: false, ended: [] })
}

/** After the commit. Nobody waits for the queue: it is a hint. */
export function afterRecording(deps: ChangeDeps, { change, isNew, ended }: Recorded): void {
  for (const each of isNew ? [...ended, change] : ended) announceChange(deps, each)
  void deps.enqueueChange(change.id)
}

function deedOf(change: NewChange) {
  // Which options were asked for is no secret: a mail or a fee has to be explained one day.
  const details = { ...auditDetails({ ...change, errorCode: null }), options: change.options as JsonObject }
  return { hotelId: change.hotelId, actor: change.requestedBy, action: 'change.requested' as const, details }
}

async function supersede(tx: ScopedTransaction, replaced: readonly Change[], actor: string): Promise<Change[]> {
  const ended: Change[] = []
  for (const { id } of replaced) {
    const moved = await move(tx, { id, leaseToken: null }, 'supersede')
    if (moved === null) continue
    ended.push(moved)
    await noteEnd(tx, moved, actor)
  }
  return ended
}
