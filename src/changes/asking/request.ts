import type { Change } from '../../entities/change.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { createBatcher } from '../../platform/database/batcher.ts'
import type { ScopedTransaction } from '../../platform/database/database.ts'
import { isDataError } from '../../platform/database/errors.ts'
import type { ActionName } from '../../records/changes/actions.ts'
import type { Values } from '../../records/changes/groups.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { targetKey, tryLockTargets } from '../parts/rows.ts'
import { layGround, targetOf } from './ground.ts'
import { afterRecording, type Recorded, record } from './record.ts'
import { type Wanted, weigh, weighOn } from './weigh.ts'

/** What a person wants to have changed. */
export interface ChangeRequest {
  readonly hotelId: string
  readonly action: ActionName
  /** Our id of the thing. */
  readonly entityId: string
  /** Fields of the action's groups; a field that is left out stays as it is. */
  readonly values: Values
  /** What the person saw. Left out: what is stored here. */
  readonly expected?: Values | null | undefined
  readonly options?: Readonly<Record<string, unknown>> | null | undefined
  readonly reason?: string | null | undefined
  readonly requestedBy: string
  readonly undoOf?: string | undefined
}

/** One wish that the database does not take must not take the others with it. */
const GROUP = { size: 50, lanes: 2, patienceMs: 100, isOfOneItem: isDataError }

/**
 * Records wishes, each by itself; those that come at the same time share a transaction. One that is open already, such as
 * that of a double click, is answered with the change that is there.
 * @returns throws PmsIntegrationError NOT_FOUND, TARGET_GONE, UNSUPPORTED_CAPABILITY, WRITES_DISABLED, BAD_USER_INPUT naming
 * the field, STALE_EXPECTED naming it, TRANSITION_REFUSED, and what the provider refuses
 */
export function createRequests(deps: ChangeDeps): (request: ChangeRequest) => Promise<Change> {
  const together = createBatcher((requests: readonly ChangeRequest[]) => recordTogether(deps, requests), GROUP)
  return async (request) => {
    const outcome = await together.add(request)
    if (outcome instanceof Error) throw outcome
    const recorded = outcome ?? (await recordAlone(deps, request))
    afterRecording(deps, recorded)
    return recorded.change
  }
}

/** Null: somebody has the thing at hand, which nobody else is made to wait for. */
type Outcome = Recorded | Error | null

async function recordTogether(deps: ChangeDeps, requests: readonly ChangeRequest[]): Promise<Outcome[]> {
  const hotelIds = [...new Set(requests.map(({ hotelId }) => hotelId))]
  // The first of each thing: the next one is judged by what becomes of it.
  const keys = requests.map((request) => targetKey(targetOf(request)))
  const firsts = requests.filter((_, at) => keys.indexOf(keys[at] as string) === at)
  const work = async (tx: ScopedTransaction) => {
    const lock = tryLockTargets(firsts.map(targetOf))
    const { locked, groundOf } = await layGround<{ isLocked: boolean }>(tx, deps.adapters, firsts, lock)
    const ours = firsts.filter((_, at) => locked[at]?.isLocked)
    const weighed = new Map<ChangeRequest, Wanted | Error>()
    for (const request of ours)
      weighed.set(
        request,
        attempt(() => weighOn(groundOf(request), request)),
      )
    const wishes = [...weighed.values()].filter((each): each is Wanted => !(each instanceof Error))
    const recorded = new Map((await record(tx, wishes, true)).map((each, at) => [wishes[at], each]))
    return requests.map((request) => {
      const wish = weighed.get(request)
      return wish === undefined || wish instanceof Error ? (wish ?? null) : (recorded.get(wish) ?? null)
    })
  }
  return deps.database.within(hotelIds).transaction(work, { isPrepared: true })
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Waits for its turn at the thing. */
function recordAlone(deps: ChangeDeps, request: ChangeRequest): Promise<Recorded> {
  return deps.database.within([request.hotelId]).transaction((tx) => recordIn(deps, tx, request))
}

async function recordIn(deps: ChangeDeps, tx: ScopedTransaction, request: ChangeRequest): Promise<Recorded> {
  const [recorded] = await record(tx, [await weigh(deps, tx, request)])
  return recorded as Recorded
}

/**
 * Several wishes at once: all of them are recorded, or none is.
 * @throws PmsIntegrationError as `createRequests`; its field begins with the number of the wish: `2.values`
 */
export async function requestChanges(deps: ChangeDeps, requests: readonly ChangeRequest[]): Promise<Change[]> {
  // In one order for all: two of these that want the same things do not wait for each other.
  const numbered = requests.map((request, at) => ({ request, at }))
  numbered.sort((one, other) => (one.request.entityId < other.request.entityId ? -1 : 1))
  const recorded = await deps.database.transaction(async (tx) => {
    const all: Recorded[] = []
    for (const { request, at } of numbered)
      all[at] = await recordIn(deps, tx, request).catch((error: unknown) => {
        throw ofWish(error, at)
      })
    return all
  })
  for (const each of recorded) afterRecording(deps, each)
  return recorded.map(({ change }) => change)
}

function ofWish(error: unknown, at: number): unknown {
  if (!(error instanceof PmsIntegrationError)) return error
  const { code, message, details, field } = error
  return new PmsIntegrationError(code, message, { details, field: field === undefined ? `${at}` : `${at}.${field}` })
}
