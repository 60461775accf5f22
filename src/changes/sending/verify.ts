import type { Change } from '../../entities/change.ts'
import { contradict } from '../conflicts/contradict.ts'
import { decide, type Finding, findOut } from '../parts/compare.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { eachHeld, type Held, letGo, withOwed } from '../parts/hold.ts'
import type { OpenDesk } from '../parts/open.ts'
import { type Sight, seenOf } from '../parts/sight.ts'
import { type Looked, lookAtAll } from '../parts/sights.ts'
import { applyAll } from './apply.ts'
import { lookLater } from './failure.ts'

/**
 * Looks at the PMS whether changes are there; those that are, are stored and over. Several are of one action, and each is
 * judged by itself.
 */
export async function verifyAll(deps: ChangeDeps, all: readonly Held[], desk: OpenDesk): Promise<Change[]> {
  const looked = await lookAtAll(
    deps,
    desk,
    all.map(({ change }) => change),
  )
  const judged = all.map((held) => {
    const sight = looked.get(held.change.id) ?? { error: new Error('It was not looked at.') }
    return { held, sight, finding: 'error' in sight ? null : findingOf(held.change, sight, desk) }
  })
  const seen = judged.flatMap(({ held, sight, finding }) =>
    finding === 'DONE' && !('error' in sight) ? [{ held, sight }] : [],
  )
  const applied = await applyAll(deps, seen)
  const others = judged.filter(({ finding }) => finding !== 'DONE')
  return [...applied, ...(await eachHeld(deps, others, (one) => goOn(deps, desk, one)))]
}

interface Judged {
  readonly held: Held
  readonly sight: Looked
  readonly finding: Finding | null
}

function goOn(deps: ChangeDeps, desk: OpenDesk, { held, sight, finding }: Judged): Promise<Change> {
  const { change } = held
  if ('error' in sight) return lookLater(deps, held, sight.error)
  if (finding === null || finding === 'GONE' || sight.facts === null)
    return letGo(deps, held, 'refuse', { errorCode: 'TARGET_GONE', error: 'The PMS no longer has it.' })
  if (change.state === 'PENDING') return letGo(deps, held, 'wait', { readyInMs: 0 })
  return change.state === 'AWAITING' ? wait(deps, held, desk) : doubt(deps, held, sight, desk, finding)
}

function findingOf(change: Change, { facts }: Sight, { write }: OpenDesk): Finding {
  const { theirs, theirsModifiedAt, alike, base, wanted, acceptedAt } = change
  const wish = { ...change, base: base ?? {}, wanted: wanted ?? {} }
  if (change.state === 'PENDING') return decide(wish, facts, write).kind === 'IS_SO' ? 'DONE' : 'NOT_DONE'
  const before = { values: theirs ?? {}, modifiedAt: theirsModifiedAt, ...(alike && { alike }) }
  return findOut({ ...wish, before, hadYes: acceptedAt !== null }, facts, write)
}

/** The PMS said yes and does not show it yet. */
function wait(deps: ChangeDeps, held: Held, { write }: OpenDesk): Promise<Change> {
  const { change } = held
  const { showMs, lookEveryMs } = deps.changeTiming
  const waitedMs = deps.clock.now().getTime() - (change.acceptedAt?.getTime() ?? 0)
  if (waitedMs >= (write.answerMs ?? showMs)) {
    const error = 'The PMS said yes, and does not show it.'
    return letGo(deps, held, 'lose', { error, attempts: 0, readyInMs: 0 })
  }
  return letGo(deps, held, 'look', { readyInMs: lookEveryMs * 2 ** Math.min(change.attempts, 4) })
}

/** Nobody knows what came of it; what the PMS shows may tell. */
function doubt(deps: ChangeDeps, held: Held, { facts }: Sight, desk: OpenDesk, finding: Finding): Promise<Change> {
  const { change } = held
  if (finding === 'NOT_DONE' && change.sendings < deps.changeTiming.maxSendings)
    return letGo(deps, held, 'again', { attempts: 0, readyInMs: 0 })
  if (finding === 'OVERWRITTEN') {
    const decision = decide({ ...change, base: change.base ?? {}, wanted: change.wanted ?? {} }, facts, desk.write)
    if (decision.kind === 'REFUSED')
      return letGo(deps, held, 'refuse', { ...seenOf(facts), errorCode: decision.code, error: decision.message })
    const contested = decision.kind === 'CONFLICT' ? decision.groups : change.groups
    const error = 'The PMS has neither what was there nor what was wanted.'
    return contradict(deps, held, desk, { contested, theirs: facts ?? { values: {}, modifiedAt: null }, error })
  }
  const error =
    finding === 'NOT_DONE'
      ? `It was sent ${change.sendings} times, and the PMS does not have it.`
      : 'Whether the PMS has done it cannot be told.'
  return letGo(deps, held, 'doubt', { waitingFor: 'PERSON', error: withOwed(deps, change, error) })
}
