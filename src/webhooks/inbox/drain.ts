import { setTimeout as delay } from 'node:timers/promises'
import { ofHotel } from '../../hotels/of-hotel.ts'
import { retryOutage } from '../../platform/database/errors.ts'
import type { Place } from '../../platform/places.ts'
import { createLeaseKeeper, type LeaseKeeper } from '../../sync/run/lease-keeper.ts'
import type { InboxDeps } from '../endpoints/deps.ts'
import { type EndpointRow, endpointOf } from '../endpoints/rows.ts'
import {
  type Attempted,
  attemptedSince,
  type DueEvent,
  dueIn,
  findAlike,
  noteOfLife,
  postponement,
} from './event-rows.ts'
import { type InboxLease, releaseInbox, renewInboxes } from './leases.ts'
import { keyOf } from './lookup.ts'
import { processEvents } from './process.ts'
import { INBOX_TIMING } from './timing.ts'

const { leaseMs, coalesceMs, holdMs, recheckMs, batchSize, gatherSize, maxEntities, parkMs, longestParkMs } =
  INBOX_TIMING
/** Longer than any batch takes, its own deadline and an outage of the database included. */
const STALL_MS = 5 * 60_000

/** The inboxes that this process empties. */
export interface Drains {
  readonly deps: InboxDeps
  readonly leases: LeaseKeeper<InboxLease>
}

export interface DrainOptions {
  /** The process ends: what is left is for another worker. */
  readonly shutdown?: AbortSignal | undefined
  /** Where it is told when the PMS is waited for. */
  readonly place?: Pick<Place, 'waiting' | 'working'> | undefined
}

export function openDrains(deps: InboxDeps): Drains {
  const renew = async (leases: readonly InboxLease[], ms: number) => {
    const standing = new Set(await renewInboxes(deps.database, leases, ms))
    const kept = leases.filter(({ configurationId }) => standing.has(configurationId))
    return kept.map((lease) => ({ lease, stop: null }))
  }
  return { deps, leases: createLeaseKeeper(renew, { leaseMs, heartbeatMs: leaseMs / 3, stallMs: STALL_MS }) }
}

/**
 * Processes what is due in an inbox until nothing is, or the PMS takes too long. Each look into the inbox takes what
 * changed an entity together: it is fetched once.
 */
export async function drainInbox({ deps, leases }: Drains, lease: InboxLease, options: DrainOptions): Promise<void> {
  using hold = leases.keep(lease, options.shutdown)
  let look: Look = 'DONE'
  let { timeouts } = lease
  try {
    do {
      const begunAtMs = performance.now()
      look = await drainBatch(deps, { ...lease, timeouts }, hold.signal, options.place)
      timeouts = 0
      hold.progressed()
      // Others share the process and the database: between two batches of a flood it rests for as long as the first took.
      if (look === 'MORE') await rest(performance.now() - begunAtMs, hold.signal)
    } while ((look === 'DONE' || look === 'MORE') && !hold.signal.aborted)
  } finally {
    const parkedMs = look === 'TOO_LONG' ? parkMsAfter(lease, deps.random) : null
    await retryOutage(() => releaseInbox(deps.database, lease, deps.clock.now(), parkedMs))
  }
}

/** The inboxes of an outage do not come back all at once. */
function parkMsAfter({ timeouts }: InboxLease, random: () => number): number {
  return Math.min(parkMs * 2 ** timeouts, longestParkMs) * (0.75 + random() / 2)
}

const LONGEST_REST_MS = 500

const rest = (ms: number, signal: AbortSignal) =>
  delay(Math.min(ms, LONGEST_REST_MS), undefined, { signal }).catch(() => {})

/** `MORE`: done, and more than one batch was due. */
type Look = 'DONE' | 'MORE' | 'NOTHING_DUE' | 'TOO_LONG'

async function drainBatch(
  deps: InboxDeps,
  lease: InboxLease,
  signal: AbortSignal,
  place: DrainOptions['place'],
): Promise<Look> {
  const now = deps.clock.now()
  const { due, endpoint, attempted } = await lookInto(deps, lease, now)
  if (due.length === 0 || endpoint === undefined) return 'NOTHING_DUE'
  const { held, free } = holdBack(endpoint, due, now)
  const recheckAt = new Date(now.getTime() + recheckMs)
  const { ready, later } = coalesce(free, attempted, now)
  const postponed = [...held.map(({ id }) => ({ id, until: recheckAt })), ...later]
  const notes = [noteOfLife(lease.configurationId, due), ...(postponed.length > 0 ? [postponement(postponed)] : [])]
  // One is enough to find out whether the PMS is back.
  const reach = lease.timeouts > 0 ? 1 : maxEntities
  const first = withinReach(ready, reach)
  if (first.length === 0) {
    await deps.database.queryAll(notes)
    return 'DONE'
  }
  // Where nothing else waits, they are all.
  const events = due.length < batchSize ? first : await gather(deps, lease, endpoint, first, now)
  place?.waiting()
  const isInTime = await processEvents(ofHotel(deps, endpoint.hotelId), { lease, endpoint, events, notes, signal })
  place?.working()
  if (!isInTime) return 'TOO_LONG'
  return due.length < batchSize ? 'DONE' : 'MORE'
}

/** What is due, and what was looked at a moment ago. */
async function lookInto({ database }: InboxDeps, { configurationId }: InboxLease, now: Date) {
  const since = new Date(now.getTime() - coalesceMs)
  const [due, [endpoint], attempted] = await database.queryAll<[DueEvent[], EndpointRow[], Attempted[]]>([
    dueIn(configurationId, now, batchSize),
    endpointOf(configurationId),
    attemptedSince(configurationId, since),
  ])
  return { due, endpoint, attempted }
}

/** Events wait until the backfill that is owed is done, so that they meet the rows they are about. */
function holdBack({ backfillOwedSince }: EndpointRow, due: readonly DueEvent[], now: Date) {
  const isHeld = ({ receivedAt, subjects }: DueEvent) =>
    backfillOwedSince !== null && subjects.length > 0 && now.getTime() - receivedAt.getTime() < holdMs
  return { held: due.filter(isHeld), free: due.filter((event) => !isHeld(event)) }
}

/** With what waits behind them: of a thing that is told of a thousand times, one look settles all that was told before. */
async function gather(
  { database }: InboxDeps,
  { configurationId }: InboxLease,
  endpoint: EndpointRow,
  first: readonly DueEvent[],
  now: Date,
): Promise<readonly DueEvent[]> {
  const alike = await findAlike(database, configurationId, now, first, gatherSize)
  return holdBack(endpoint, alike, now).free
}

/** As many as can be looked at in a moment, with all that is said about them; one slow vendor must not hold up thousands. */
function withinReach(ready: readonly DueEvent[], reach: number): DueEvent[] {
  const entities = new Set<string>()
  return ready.filter(({ subjects }) => {
    const keys = subjects.map(keyOf)
    const isFull = entities.size >= reach
    if (isFull && !keys.every((key) => entities.has(key))) return false
    for (const key of keys) entities.add(key)
    return true
  })
}

/** Leaves events for later whose entity was looked at a moment ago. */
function coalesce(due: readonly DueEvent[], attempted: readonly Attempted[], now: Date) {
  const sinceMs = now.getTime() - coalesceMs
  const lastMs = new Map<string, number>()
  for (const { subjects, attemptedAt } of attempted) {
    // One in the future was made before the clock was set back.
    if (attemptedAt > now) continue
    for (const key of subjects.map(keyOf)) lastMs.set(key, Math.max(attemptedAt.getTime(), lastMs.get(key) ?? 0))
  }
  const ready: DueEvent[] = []
  const later: { id: string; until: Date }[] = []
  for (const event of due) {
    const latestMs = Math.max(...event.subjects.flatMap((subject) => lastMs.get(keyOf(subject)) ?? []))
    if (latestMs < sinceMs) ready.push(event)
    else later.push({ id: event.id, until: new Date(latestMs + coalesceMs) })
  }
  return { ready, later }
}
