import type { Change } from '../../entities/change.ts'
import { PmsIntegrationError, toPmsError } from '../../errors.ts'
import { retryOutage } from '../../platform/database/errors.ts'
import type { Facts, Sent } from '../../providers/write.ts'
import { wordsOf } from '../../records/changes/groups.ts'
import { contradict } from '../conflicts/contradict.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { changeLost, eachHeld, type Held, letGo } from '../parts/hold.ts'
import { judge, type Verdict } from '../parts/judge.ts'
import { type OpenDesk, openDesk, requireDesk } from '../parts/open.ts'
import { moveAll } from '../parts/rows.ts'
import { readAllFacts } from '../parts/sight.ts'
import { isOfAll } from '../parts/sights.ts'
import { type Departure, keyOf, type Leaving, noteDeparture, outgoing, seenBefore } from './departure.ts'
import { afterFailure } from './failure.ts'
import { verifyAll } from './verify.ts'

/** A change, what the PMS has, and what is to be done about it. */
interface Judged {
  readonly held: Held
  readonly theirs: Facts | null
  readonly verdict: Verdict
}

/**
 * Compares changes that are due with what the PMS has, notes that they are about to be sent, sends them once, and looks
 * whether they are there. Several are of one set, one action and one account, and go in one request; each ends by its own
 * answer.
 */
export async function sendChanges(deps: ChangeDeps, all: readonly Held[], signal: AbortSignal): Promise<Change[]> {
  const departure: Departure = { leaving: [], hasLeft: false }
  const prepared = await prepare(deps, all, departure, signal).catch((error: unknown) => ({ error }))
  if ('error' in prepared) return eachHeld(deps, all, (held) => keepBack(deps, held, prepared.error, all.length > 1))
  const { desk, judged } = prepared
  departure.leaving = judged.flatMap(({ held, theirs: before, verdict }) =>
    verdict.kind === 'SEND' && before !== null ? [{ held, before, values: verdict.values }] : [],
  )
  const arrived: Held[] = []
  const sent = await depart(deps, desk, departure, arrived)
  const isSo = judged.filter(({ verdict }) => verdict.kind === 'IS_SO').map(({ held }) => held)
  const verified = await verifyAll(deps, [...arrived, ...isSo], desk)
  const others = judged.filter(({ verdict }) => verdict.kind !== 'SEND' && verdict.kind !== 'IS_SO')
  const kept = await eachHeld(deps, others, (one) => endUnsent(deps, desk, one))
  return [...sent, ...kept, ...verified]
}

async function prepare(deps: ChangeDeps, all: readonly Held[], departure: Departure, signal: AbortSignal) {
  const changes = all.map(({ change }) => change)
  const found = await requireDesk(deps, changes[0] as Change)
  const onLeaving = () => noteDeparture(deps, departure, found.write.settleMs)
  const desk = openDesk(deps, found, { signal, onLeaving, isOfSet: isOfSet(all) })
  const facts = await readAllFacts(desk, changes)
  const judged = all.map((held): Judged => {
    const theirs = facts.get(held.change.externalId) ?? null
    return { held, theirs, verdict: judge(held.change, theirs, desk) }
  })
  return { desk, judged }
}

export const isOfSet = ([first]: readonly Held[]) => first !== undefined && first.change.setId !== null

/** @param arrived gets those that the vendor said yes to, which are to be looked for */
async function depart(deps: ChangeDeps, desk: OpenDesk, departure: Departure, arrived: Held[]): Promise<Change[]> {
  const { leaving } = departure
  if (leaving.length === 0) return []
  const ids = leaving.map(({ held }) => held.change.id)
  deps.log.debug({ changeIds: ids, hotelId: desk.hotel.id }, 'Sending changes')
  const requests = leaving.map((one) => outgoing(deps, one))
  const answers = await desk.write.send(desk.ctx, requests).catch((error: unknown) => ({ error }))
  const isOneOfMany = leaving.length > 1
  if ('error' in answers)
    return eachHeld(deps, leaving, ({ held }) =>
      departure.hasLeft && toPmsError(answers.error).sent !== false
        ? lose(deps, held, answers.error)
        : keepBack(deps, held, answers.error, isOneOfMany),
    )
  const done = leaving.filter(({ held }) => answers.get(keyOf(held.change))?.kind === 'DONE')
  arrived.push(...(await accept(deps, done)))
  const others = leaving.filter((one) => !done.includes(one))
  return eachHeld(deps, others, ({ held }) => settle(deps, held, desk, answers.get(keyOf(held.change))))
}

/** One that was taken over meanwhile is no longer ours to look for. */
async function accept(deps: ChangeDeps, done: readonly Leaving[]): Promise<Held[]> {
  const moved = done.map(({ held: { change } }) => ({ id: change.id, leaseToken: change.leaseToken, noted: {} }))
  const also = ['attempts = 0', 'accepted_at = now()']
  const accepted = await retryOutage(() => moveAll(deps.database, moved, 'accept', { also, keepsLease: true }))
  return done.flatMap(({ held }) => {
    const change = accepted.get(held.change.id)
    return change === undefined ? [] : [{ ...held, change }]
  })
}

async function settle(deps: ChangeDeps, held: Held, desk: OpenDesk, sent: Sent | undefined): Promise<Change> {
  const { answerMs = deps.changeTiming.showMs } = desk.write
  switch (sent?.kind) {
    case 'REFUSED':
      return letGo(deps, held, 'refuse', { errorCode: sent.code, error: sent.message })
    case 'AGAIN':
      return afterFailure(deps, held, sent.waitFor === null ? toBeReadAgain(held.change) : openAtDesk())
    case 'ALONE':
      return goAlone(deps, held)
    case 'ACCEPTED':
      return letGo(deps, held, 'accept', {
        token: sent.token,
        readyInMs: answerMs,
        attempts: 0,
        also: ['accepted_at = now()'],
      })
    default:
      return lose(deps, held, new Error('The provider did not say what became of a change.'))
  }
}

const openAtDesk = () => new PmsIntegrationError('TARGET_LOCKED', 'Somebody at the PMS has it open.', { sent: false })

const toBeReadAgain = ({ attempts }: Change) =>
  new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'The PMS wants it to be read again.', {
    sent: false,
    // At once, but not for ever: one that never agrees is asked less and less often.
    ...(attempts <= 1 && { retryAfterMs: 0 }),
  })

async function endUnsent(deps: ChangeDeps, desk: OpenDesk, { held, theirs, verdict }: Judged): Promise<Change> {
  const before = theirs ?? { values: {}, modifiedAt: null }
  switch (verdict.kind) {
    case 'CONFLICT': {
      const error = `The PMS has another ${wordsOf(verdict.groups)} by now.`
      return contradict(deps, held, desk, { contested: verdict.groups, theirs: before, error }).catch((thrown) =>
        keepBack(deps, held, thrown, false),
      )
    }
    case 'REFUSED':
      return letGo(deps, held, 'refuse', {
        ...(theirs !== null && seenBefore(theirs)),
        ...{ errorCode: verdict.code, error: verdict.message },
      })
    case 'WAIT':
      return afterFailure(deps, held, new PmsIntegrationError('TARGET_LOCKED', verdict.message))
    default:
      throw changeLost()
  }
}

/** Nothing of it has left. What may be for another one of several is not said about this one. */
function keepBack(deps: ChangeDeps, held: Held, error: unknown, isOneOfMany: boolean): Promise<Change> {
  const { code } = toPmsError(error)
  // Trouble of ours, or the end of this process.
  if (code === 'SERVICE_UNAVAILABLE') return letGo(deps, held, 'wait')
  if (code === 'SYNC_LEASE_LOST') return isOneOfMany ? letGo(deps, held, 'wait') : Promise.reject(error)
  return isOneOfMany && !isOfAll(error) ? goAlone(deps, held) : afterFailure(deps, held, error)
}

/** What one of several may be to blame for is sent again one by one. */
const goAlone = (deps: ChangeDeps, held: Held) => letGo(deps, held, 'wait', { also: ['goes_alone = true'] })

/** It may have been done: it is looked for once it cannot be done any more. */
async function lose(deps: ChangeDeps, held: Held, thrown: unknown): Promise<Change> {
  const error = toPmsError(thrown)
  const { settleMs } = deps.adapters(held.change.provider).write?.[held.change.action] ?? { settleMs: 0 }
  if (error.code === 'INTERNAL_SERVER_ERROR')
    deps.log.error({ err: thrown, changeId: held.change.id }, 'A change was lost on its way')
  return letGo(deps, held, 'lose', { errorCode: error.code, error: error.message, attempts: 0, readyInMs: settleMs })
}
