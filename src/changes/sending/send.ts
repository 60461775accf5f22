import { v5 as uuidv5 } from 'uuid'
import type { Change } from '../../entities/change.ts'
import { PmsIntegrationError, toPmsError } from '../../errors.ts'
import type { Facts, Outgoing, Sent } from '../../providers/write.ts'
import { type Values, wordsOf } from '../../records/changes/groups.ts'
import { contradict } from '../conflicts/contradict.ts'
import { decide } from '../parts/compare.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { changeLost, type Held, letGo, requireTime } from '../parts/hold.ts'
import { type OpenDesk, openDesk, requireDesk } from '../parts/open.ts'
import { move } from '../parts/rows.ts'
import { readFacts } from '../parts/sight.ts'
import { afterFailure } from './failure.ts'
import { verify } from './verify.ts'

/** A request on its way: what it was compared with, and whether a byte of it has left. */
interface Departure {
  before: Facts
  hasLeft: boolean
}

/**
 * Compares a change that is due with what the PMS has, notes that it is about to be sent, sends it once, and looks whether
 * it is there.
 */
export async function sendChange(deps: ChangeDeps, held: Held, signal: AbortSignal): Promise<Change> {
  const { change } = held
  const departure: Departure = { before: { values: {}, modifiedAt: null }, hasLeft: false }
  try {
    const found = await requireDesk(deps, change)
    const onLeaving = () => noteDeparture(deps, held, departure, found.write.settleMs)
    const desk = openDesk(deps, found, { signal, onLeaving })
    const facts = await readFacts(desk, change)
    departure.before = facts ?? departure.before
    return await judge(deps, held, desk, departure, facts)
  } catch (error) {
    const { code, sent } = toPmsError(error)
    if (code === 'SYNC_LEASE_LOST') throw error
    if (departure.hasLeft && sent !== false) return lose(deps, held, error)
    // Trouble of ours, or the end of this process.
    if (code === 'SERVICE_UNAVAILABLE') return letGo(deps, held, 'wait')
    return afterFailure(deps, held, error)
  }
}

async function judge(
  deps: ChangeDeps,
  held: Held,
  desk: OpenDesk,
  { before }: Departure,
  theirs: Facts | null,
): Promise<Change> {
  const { change } = held
  const seen = { theirs: before.values, theirsModifiedAt: before.modifiedAt, alike: alikeOf(before) }
  const wish = { ...change, base: change.base ?? {}, wanted: change.wanted ?? {} }
  const decision = decide(wish, theirs, desk.write)
  if (decision.kind === 'IS_SO') return verify(deps, held, desk)
  if (decision.kind === 'CONFLICT') {
    const error = `The PMS has another ${wordsOf(decision.groups)} by now.`
    return contradict(deps, held, desk, { contested: decision.groups, theirs: before, error })
  }
  if (decision.kind === 'REFUSED') throw new PmsIntegrationError(decision.code, decision.message)
  const { hotel, connection, write } = desk
  const refusal = write.may(wish.wanted, before, {
    hotel: connection.hotel,
    settings: connection.settings,
    options: change.options,
  })
  if (refusal?.waitFor === 'LOCKED') throw new PmsIntegrationError('TARGET_LOCKED', refusal.message)
  if (refusal !== null) return letGo(deps, held, 'refuse', { ...seen, errorCode: refusal.code, error: refusal.message })
  deps.log.debug({ changeId: change.id, hotelId: hotel.id, action: change.action }, 'Sending a change')
  const sent = await write.send(desk.ctx, [outgoing(deps, held, before, decision.values)])
  return settle(deps, held, desk, sent.get(keyOf(change)))
}

const alikeOf = ({ alike }: Facts) => (alike === undefined ? null : [...alike])

/** What a vendor knows the request by: the same each time, until somebody has it sent anew. */
const keyOf = ({ id, round }: Pick<Change, 'id' | 'round'>) => (round === 0 ? id : uuidv5(`${round}`, id))

function outgoing({ database }: ChangeDeps, { change }: Held, before: Facts, values: Values): Outgoing {
  const { id, externalId, wanted, options, step } = change
  return {
    ...{ id: keyOf(change), externalId, wanted: wanted ?? {}, values, before, options, step },
    async remember(next) {
      const kept = await database.query(
        'UPDATE pms_change SET step = $3 WHERE id = $1 AND lease_token = $2 RETURNING 1',
        [id, change.leaseToken, JSON.stringify(next)],
      )
      if (kept.length === 0) throw changeLost()
    },
  }
}

/** The intent is durable before the first byte, and the byte follows soon after. */
async function noteDeparture(deps: ChangeDeps, held: Held, departure: Departure, settleMs: number): Promise<void> {
  requireTime(deps, held)
  const startedAtMs = performance.now()
  const { leaseMs, timeoutMs, leaveWithinMs } = deps.changeTiming
  const { before } = departure
  const { id, leaseToken, sendings } = held.change
  const noted = {
    theirs: before.values,
    theirsModifiedAt: before.modifiedAt,
    alike: alikeOf(before),
    ...(held.change.round > 0 && { token: keyOf(held.change) }),
    readyInMs: leaseMs + timeoutMs + settleMs,
    also: ['sent_at = now()', `sendings = ${sendings + 1}`],
  }
  if ((await move(deps.database, { id, leaseToken }, 'leave', noted, true)) === null) throw changeLost()
  if (performance.now() - startedAtMs > leaveWithinMs)
    throw new PmsIntegrationError('PROVIDER_TIMEOUT', 'It took too long until the request could leave.', {
      sent: false,
    })
  departure.hasLeft = true
}

async function settle(deps: ChangeDeps, held: Held, desk: OpenDesk, sent: Sent | undefined): Promise<Change> {
  const { change } = held
  const { answerMs = deps.changeTiming.showMs } = desk.write
  switch (sent?.kind) {
    case 'REFUSED':
      return letGo(deps, held, 'refuse', { errorCode: sent.code, error: sent.message })
    case 'AGAIN':
      throw sent.waitFor === null
        ? new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'The PMS wants it to be read again.', {
            sent: false,
            // At once, but not for ever: one that never agrees is asked less and less often.
            ...(change.attempts <= 1 && { retryAfterMs: 0 }),
          })
        : new PmsIntegrationError('TARGET_LOCKED', 'Somebody at the PMS has it open.', { sent: false })
    case 'ACCEPTED':
      return letGo(deps, held, 'accept', {
        token: sent.token,
        readyInMs: answerMs,
        attempts: 0,
        also: ['accepted_at = now()'],
      })
    case 'DONE': {
      const noted = { attempts: 0, also: ['accepted_at = now()'] }
      const accepted = await move(
        deps.database,
        { id: change.id, leaseToken: change.leaseToken },
        'accept',
        noted,
        true,
      )
      if (accepted === null) throw changeLost()
      return verify(deps, { ...held, change: accepted }, desk)
    }
    default:
      return lose(deps, held, new Error('The provider did not say what became of a change.'))
  }
}

/** It may have been done: it is looked for once it cannot be done any more. */
async function lose(deps: ChangeDeps, held: Held, thrown: unknown): Promise<Change> {
  const error = toPmsError(thrown)
  const { settleMs } = deps.adapters(held.change.provider).write?.[held.change.action] ?? { settleMs: 0 }
  if (error.code === 'INTERNAL_SERVER_ERROR')
    deps.log.error({ err: thrown, changeId: held.change.id }, 'A change was lost on its way')
  return letGo(deps, held, 'lose', { errorCode: error.code, error: error.message, attempts: 0, readyInMs: settleMs })
}
