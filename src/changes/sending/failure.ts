import type { Change, ChangeWait } from '../../entities/change.ts'
import { type ErrorCode, type PmsIntegrationError, toPmsError } from '../../errors.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { type Held, letGo } from '../parts/hold.ts'

/** What a failure makes a change wait for; whatever is not here is an end. */
export const WAITS: Partial<Record<ErrorCode, ChangeWait>> = {
  PROVIDER_RATE_LIMITED: 'RATE',
  PROVIDER_UNAVAILABLE: 'PMS_DOWN',
  PROVIDER_TIMEOUT: 'PMS_DOWN',
  PROVIDER_BAD_RESPONSE: 'PMS_DOWN',
  PROVIDER_UNAUTHORIZED: 'AUTH',
  CREDENTIALS_UNREADABLE: 'AUTH',
  CONFIGURATION_DISABLED: 'PAUSED',
  WRITES_DISABLED: 'WRITES_OFF',
  TARGET_LOCKED: 'LOCKED',
}

const FIRST_WAIT_MS: Record<ChangeWait, number> = {
  ...{ TURN: 0, RATE: 1_000, LOCKED: 5_000, PMS_DOWN: 1_000 },
  ...{ PAUSED: 30_000, WRITES_OFF: 30_000, AUTH: 30_000, PERSON: 0 },
}
const LONGEST_WAIT_MS = 300_000

/** Nothing was done at the PMS: the change waits, or ends with the reason. */
export async function afterFailure(deps: ChangeDeps, held: Held, thrown: unknown): Promise<Change> {
  const error = toPmsError(thrown)
  const waitingFor = WAITS[error.code]
  if (waitingFor !== undefined) {
    const noted = { waitingFor, errorCode: error.code, error: error.message }
    return letGo(deps, held, 'wait', { ...noted, readyInMs: waitMs(deps, held.change, waitingFor, error) })
  }
  const name = error.code === 'ACCOUNT_CHANGED' ? 'cancel' : 'refuse'
  if (error.code === 'INTERNAL_SERVER_ERROR')
    deps.log.error({ err: thrown, changeId: held.change.id }, 'A change failed')
  return letGo(deps, held, name, { errorCode: error.code, error: error.message })
}

/** What was sent cannot be looked at now: it stays what it is. */
export async function lookLater(deps: ChangeDeps, held: Held, thrown: unknown): Promise<Change> {
  const error = toPmsError(thrown)
  const { change } = held
  if (error.code === 'INTERNAL_SERVER_ERROR') deps.log.error({ err: thrown, changeId: change.id }, 'A change failed')
  // Trouble of ours, or the end of this process.
  if (error.code === 'SERVICE_UNAVAILABLE') return letGo(deps, held, change.state === 'UNKNOWN' ? 'doubt' : 'look')
  const isForPerson = error.code === 'ACCOUNT_CHANGED'
  const waitingFor = isForPerson ? 'PERSON' : (WAITS[error.code] ?? 'PMS_DOWN')
  const noted = { errorCode: error.code, error: error.message, waitingFor } as const
  const readyInMs = waitMs(deps, change, waitingFor, error)
  if (change.state === 'UNKNOWN') return letGo(deps, held, 'doubt', { ...noted, readyInMs })
  return letGo(deps, held, isForPerson ? 'lose' : 'look', { ...noted, readyInMs })
}

/** Twice as long each time, with jitter; what the PMS says wins. */
export function waitMs(
  { random }: Pick<ChangeDeps, 'random'>,
  { attempts }: Pick<Change, 'attempts'>,
  waitingFor: ChangeWait,
  { retryAfterMs }: Pick<PmsIntegrationError, 'retryAfterMs'>,
): number {
  const grown = FIRST_WAIT_MS[waitingFor] * 2 ** Math.min(attempts - 1, 10) * (0.5 + random())
  return Math.min(retryAfterMs ?? grown, LONGEST_WAIT_MS)
}
