import type { Change } from '../../entities/change.ts'
import { isDataError, retryOutage } from '../../platform/database/errors.ts'
import type { Facts } from '../../providers/write.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { announceIngested, type Ingested } from '../../sync/run/ingest.ts'
import { withoutRefused } from '../../sync/store/rejected.ts'
import type { ValidatedPage } from '../../sync/store/validate.ts'
import { contradict } from '../conflicts/contradict.ts'
import { announceChange } from '../parts/announce.ts'
import { decide, type Finding, findOut } from '../parts/compare.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { type Held, letGo, moveHeld } from '../parts/hold.ts'
import type { OpenDesk } from '../parts/open.ts'
import { lookAt, type Sight, storeSight } from '../parts/sight.ts'
import { lookLater } from './failure.ts'

/** Looks at the PMS whether a change is there; one that is, is stored and over. */
export async function verify(deps: ChangeDeps, held: Held, desk: OpenDesk): Promise<Change> {
  const { change } = held
  const sight = await lookAt(deps, desk, change).catch((error: unknown) => ({ error }))
  if ('error' in sight) return lookLater(deps, held, sight.error)
  const finding = findingOf(change, sight, desk)
  if (finding === 'GONE' || (finding !== 'DONE' && sight.facts === null))
    return letGo(deps, held, 'refuse', { errorCode: 'TARGET_GONE', error: 'The PMS no longer has it.' })
  if (finding === 'DONE') return apply(deps, held, sight)
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
  return letGo(deps, held, 'doubt', { waitingFor: 'PERSON', error })
}

const seenOf = (facts: Facts | null) =>
  facts === null ? {} : { theirs: facts.values, theirsModifiedAt: facts.modifiedAt }

/** Seen: row, state, audit and what is told of it are one transaction, so that no moment shows neither wish nor fact. */
async function apply(deps: ChangeDeps, held: Held, sight: Sight): Promise<Change> {
  try {
    return await commit(deps, held, sight, sight.page)
  } catch (error) {
    if (!isDataError(error) || sight.page === null) throw error
    const page = await withoutRefused(deps.database, sight.entity, held.change, sight.page, sight.fetchedAt)
    return commit(deps, held, sight, page)
  }
}

async function commit(deps: ChangeDeps, held: Held, sight: Sight, page: ValidatedPage | null): Promise<Change> {
  const { change } = held
  const { facts, entity } = sight
  const [ingested, applied] = await retryOutage(() =>
    deps.database.transaction(async (tx): Promise<[Ingested | null, Change]> => {
      const stored = await storeSight(tx, change, { ...sight, page })
      const seen = { ...seenOf(facts), errorCode: null, error: null }
      return [stored, await moveHeld(tx, change, 'apply', seen)]
    }),
  )
  if (ingested === null) await fetchSoon(deps, applied, entity.type)
  else announceIngested(deps, ingested)
  announceChange(deps, applied)
  return applied
}

/** Of what cannot be fetched by itself the next walk tells, which is started now. */
async function fetchSoon({ engine, log }: ChangeDeps, { id, hotelId, provider }: Change, entityType: EntityType) {
  try {
    await engine.request({ hotelId, provider, entityType, trigger: 'WEBHOOK' })
  } catch (error) {
    // One is under way, or the next one by schedule tells.
    log.debug({ err: error, changeId: id }, 'No sync was started for a change that was applied')
  }
}
