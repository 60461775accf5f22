import type { Change } from '../entities/change.ts'
import type { AnsweredHotel, CommandAnswers } from '../hotels/command-answers.ts'
import type { ScopedTransaction } from '../platform/database/database.ts'
import type { CommandOutcome } from '../records/changes/command-outcome.ts'
import { scrubProse } from '../records/text/prose.ts'
import { announceChange } from './parts/announce.ts'
import type { ChangeDeps } from './parts/deps.ts'
import { noteEnd } from './parts/hold.ts'
import { mayMove } from './parts/life.ts'
import { COLUMNS, move } from './parts/rows.ts'

const MAX_WORDS = 1_000

/**
 * Gives the answers of a PMS to the changes that wait for them. A no is an end; a yes has to be seen, so that a worker
 * looks. An answer that comes twice, or to what is over, says nothing more.
 * @returns the changes as they stand then, to be announced after the commit, and the tokens that nobody waits for
 */
export async function giveAnswers(
  tx: ScopedTransaction,
  whose: AnsweredHotel,
  outcomes: readonly CommandOutcome[],
): Promise<{ moved: Change[]; unknown: string[] }> {
  const moved: Change[] = []
  const unknown: string[] = []
  for (const outcome of outcomes) {
    const change = await findWaiting(tx, whose, outcome.token)
    if (change === null) unknown.push(outcome.token)
    else moved.push(...((await give(tx, change, outcome)) ?? []))
  }
  return { moved, unknown }
}

/** The same for the inbox, which knows no more of changes than this. */
export function answerChanges(deps: Pick<ChangeDeps, 'pubsub' | 'events' | 'log' | 'enqueueChange'>): CommandAnswers {
  return {
    async give(tx, whose, outcomes) {
      const { moved, unknown } = await giveAnswers(tx, whose, outcomes)
      return {
        unknown,
        announce() {
          for (const change of moved) {
            announceChange(deps, change)
            if (change.endedAt === null) void deps.enqueueChange(change.id)
          }
        },
      }
    },
  }
}

/** By what the vendor calls it, or by our own id where that was its key. */
async function findWaiting(tx: ScopedTransaction, { hotelId, provider }: AnsweredHotel, token: string) {
  const [change] = await tx.query<Change>(
    `SELECT ${COLUMNS} FROM pms_change c
     WHERE c.hotel_id = $1 AND c.provider = $2 AND (c.token = $3 OR c.id::text = $3)
     ORDER BY c.number DESC LIMIT 1`,
    [hotelId, provider, token],
  )
  return change ?? null
}

async function give(
  tx: ScopedTransaction,
  change: Change,
  { state, errors }: CommandOutcome,
): Promise<Change[] | null> {
  const whoever = { id: change.id, leaseToken: null }
  if (state === 'REFUSED') {
    const error = scrubProse(errors.join(' ')).slice(0, MAX_WORDS) || 'The PMS refused it.'
    const refused = await move(tx, whoever, 'refuse', { errorCode: 'PROVIDER_REJECTED', error })
    if (refused === null) return null
    await noteEnd(tx, refused, null)
    return [refused]
  }
  // Not out of the hands of a worker: it is looking already.
  const [looked] = await tx.query<Change>(
    `UPDATE pms_change c SET ready_at = now(), accepted_at = coalesce(c.accepted_at, now()), waiting_for = NULL
     WHERE c.id = $1 AND (${mayMove('look')} OR ${mayMove('doubt')}) RETURNING ${COLUMNS}`,
    [change.id],
  )
  return looked === undefined ? null : [looked]
}
