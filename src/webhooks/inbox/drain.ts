import { ofHotel } from '../../hotels/of-hotel.ts'
import { retryOutage } from '../../platform/database/errors.ts'
import type { InboxDeps } from '../endpoints/deps.ts'
import { type EndpointRow, findEndpoint, type InboxLease, keepInbox, takeInbox } from '../endpoints/rows.ts'
import { type DueEvent, findAttemptedSince, findDue, hasDue, noteEvents, postpone } from './event-rows.ts'
import { keyOf } from './lookup.ts'
import { processEvents } from './process.ts'
import { INBOX_TIMING } from './timing.ts'

const { leaseMs, coalesceMs, holdMs, recheckMs, batchSize, maxEntities } = INBOX_TIMING

/**
 * Processes what is due in the inbox of one configuration, by one worker at a time; returns when nothing is due or
 * another worker is at it. Each look into the inbox takes what changed an entity together: it is fetched once.
 */
export async function drainInbox(deps: InboxDeps, configurationId: string, signal?: AbortSignal): Promise<void> {
  do {
    const lease = await takeInbox(deps.database, configurationId, leaseMs)
    if (lease === null) return
    using hold = keepHold(deps, lease)
    const either = signal === undefined ? hold.signal : AbortSignal.any([signal, hold.signal])
    try {
      while (!either.aborted && (await drainBatch(deps, lease, either)));
    } finally {
      await retryOutage(() => keepInbox(deps.database, lease, 0))
    }
    // What came while this worker was about to let go woke another one, which found the inbox taken.
  } while (!signal?.aborted && (await hasDue(deps.database, configurationId, deps.clock.now())))
}

/** Prolongs the lease until disposed; aborts when another worker has it. */
function keepHold({ database }: InboxDeps, lease: InboxLease): Disposable & { signal: AbortSignal } {
  const lost = new AbortController()
  const timer = setInterval(() => {
    const kept = keepInbox(database, lease, leaseMs)
    // While the database is away nobody else can take the inbox either.
    kept.then((isOurs) => isOurs || lost.abort(new Error('Another worker has taken this inbox over'))).catch(() => {})
  }, leaseMs / 3)
  return { signal: lost.signal, [Symbol.dispose]: () => clearInterval(timer) }
}

/** @returns whether there was something due */
async function drainBatch(deps: InboxDeps, lease: InboxLease, signal: AbortSignal): Promise<boolean> {
  const now = deps.clock.now()
  const due = await findDue(deps.database, lease.configurationId, now, batchSize)
  const endpoint = due.length === 0 ? null : await findEndpoint(deps.database, lease.configurationId)
  if (endpoint === null) return false
  await noteEvents(deps.database, lease.configurationId, due)
  const { held, free } = holdBack(endpoint, due, now)
  await postpone(deps.database, held, new Date(now.getTime() + recheckMs))
  const ready = withinReach(await coalesce(deps, lease, free, now))
  if (ready.length > 0) await processEvents(ofHotel(deps, endpoint.hotelId), { lease, endpoint, events: ready, signal })
  return true
}

/** Events wait until the backfill that is owed is done, so that they meet the rows they are about. */
function holdBack({ backfillOwedSince }: EndpointRow, due: readonly DueEvent[], now: Date) {
  const isHeld = ({ receivedAt, subjects }: DueEvent) =>
    backfillOwedSince !== null && subjects.length > 0 && now.getTime() - receivedAt.getTime() < holdMs
  return { held: due.filter(isHeld).map(({ id }) => id), free: due.filter((event) => !isHeld(event)) }
}

/** As many as can be looked at in a moment, with all that is said about them; one slow vendor must not hold up thousands. */
function withinReach(ready: readonly DueEvent[]): DueEvent[] {
  const entities = new Set<string>()
  return ready.filter(({ subjects }) => {
    const keys = subjects.map(keyOf)
    const isFull = entities.size >= maxEntities
    if (isFull && !keys.every((key) => entities.has(key))) return false
    for (const key of keys) entities.add(key)
    return true
  })
}

/** Leaves events for later whose entity was looked at a moment ago. */
async function coalesce({ database }: InboxDeps, lease: InboxLease, due: readonly DueEvent[], now: Date) {
  if (due.length === 0) return []
  const since = new Date(now.getTime() - coalesceMs)
  const until = new Map<string, Date>()
  for (const { subjects, attemptedAt } of await findAttemptedSince(database, lease.configurationId, since)) {
    for (const subject of subjects) until.set(keyOf(subject), new Date(attemptedAt.getTime() + coalesceMs))
  }
  const ready: DueEvent[] = []
  const later = new Map<number, string[]>()
  for (const event of due) {
    const waits = event.subjects.flatMap((subject) => until.get(keyOf(subject)) ?? [])
    const latest = Math.max(...waits.map((date) => date.getTime()))
    if (waits.length === 0) ready.push(event)
    else later.set(latest, [...(later.get(latest) ?? []), event.id])
  }
  for (const [at, ids] of later) await postpone(database, ids, new Date(at))
  return ready
}
