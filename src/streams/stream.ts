import { setTimeout as delay } from 'node:timers/promises'
import { findEnabledConfiguration, openConnection } from '../configurations/connection.ts'
import { PmsIntegrationError, toPmsError } from '../errors.ts'
import { retryOutage } from '../platform/database/errors.ts'
import { abortable } from '../platform/deadline.ts'
import type { ProviderStream, StreamMessage } from '../providers/stream.ts'
import type { Hold } from '../sync/run/lease-keeper.ts'
import type { StreamDeps } from './deps.ts'
import { type Ended, outcomeOf } from './outcome.ts'
import { findHolder, noteCaughtUp, noteConnected, noteRead, releaseStream, type StreamLease } from './rows.ts'

/** A message that is younger is news, and what comes before it is no backlog. */
const NEWS_MS = 60_000
/** Nor is there one when no message came for so long. A vendor may give a sign of life before it begins to tell. */
const QUIET_MS = 3_000

/**
 * So many messages at a time are a backlog or a flood: others share the process and the database, so it rests between two
 * of them for a multiple of what the first took.
 */
const MANY = 40
const RESTS = 3
const LONGEST_REST_MS = 1_000

/** What is needed of a lease while its stream is read. */
export interface Held extends Pick<Hold, 'stopReason'> {
  readonly lease: StreamLease
  /** Aborts when it has to stop, also when somebody else may hold the lease by now although nobody has said so. */
  readonly signal: AbortSignal
  progressed(): void
}

/** Reads a stream from where it was left until it ends, and lets go of it. Never throws for what the vendor does. */
export async function readStream(deps: StreamDeps, held: Held): Promise<void> {
  const { lease } = held
  const stream = deps.adapters(lease.provider).stream
  const error = stream === undefined ? undefined : await readAll(deps, stream, held).catch(wrapped)
  const ended: Ended = {
    error: error?.cause,
    stopReason: stream === undefined ? 'CANCELLED' : held.stopReason,
    failures: lease.failures,
    restMs: stream?.restMs ?? 0,
  }
  const outcome = outcomeOf(ended, deps.random)
  report(deps, lease, outcome, error?.cause)
  await retryOutage(() => releaseStream(deps.database, lease, outcome))
}

/** Tells a failure without a value from none. */
const wrapped = (cause: unknown) => ({ cause })

function report(
  { log }: StreamDeps,
  { key, provider }: StreamLease,
  end: ReturnType<typeof outcomeOf>,
  error: unknown,
) {
  const facts = { event: 'pms.stream.ended', provider, stream: key, state: end.state, closeCode: end.closeCode }
  if (!end.isFailure) return log.debug(facts, 'A stream ended')
  const { code } = toPmsError(error)
  const isBug = code === 'INTERNAL_SERVER_ERROR'
  log[isBug ? 'error' : 'warn']({ ...facts, code, ...(isBug && { err: error }) }, `A stream ended: ${end.reason}`)
}

async function readAll(deps: StreamDeps, stream: ProviderStream, held: Held): Promise<void> {
  const { lease } = held
  const { ctx, isAllKept } = await prepare(deps, stream, held)
  const offset = isAllKept ? lease.offset : null
  // Only what is read from a position on can be late.
  const hasBacklog = offset !== null
  let reading: Reading | null = null
  for await (const messages of stream.open(ctx, { offset })) {
    held.signal.throwIfAborted()
    const begunAtMs = performance.now()
    const took = take(deps, held, reading, { messages, isAllKept, hasBacklog })
    // A database that does not answer must not keep a connection open that another worker may be about to make.
    reading = await abortable(took, held.signal)
    held.progressed()
    if (messages.length >= MANY) await rest((performance.now() - begunAtMs) * RESTS, held.signal)
  }
}

const rest = (ms: number, signal: AbortSignal) =>
  delay(Math.min(ms, LONGEST_REST_MS), undefined, { signal }).catch(() => {})

async function take(deps: StreamDeps, held: Held, begun: Reading | null, batch: Batch) {
  const { messages, isAllKept, hasBacklog } = batch
  const reading = begun ?? (await begin(deps, held, isAllKept))
  if (messages.length > 0) await store(deps, held, messages, reading)
  const isQuiet = messages.length === 0 && performance.now() - reading.toldAtMs >= QUIET_MS
  if (messages.length > 0) reading.toldAtMs = performance.now()
  await noteProgress(deps, held, reading, !hasBacklog || isQuiet)
  return reading
}

interface Batch {
  readonly messages: readonly StreamMessage[]
  /** What is told now may have happened long ago. */
  readonly hasBacklog: boolean
  /** Nothing has happened that is not told. */
  readonly isAllKept: boolean
}

/** Any hotel of the scope lends its credentials. */
async function prepare(deps: StreamDeps, { keepsMs }: ProviderStream, { lease, signal }: Held) {
  const holder = await findHolder(deps.database, lease.key)
  if (holder === null) throw new PmsIntegrationError('CONFIGURATION_DISABLED', 'No hotel wants this stream any more.')
  const adapter = deps.adapters(holder.provider)
  const { hotel, configuration } = await findEnabledConfiguration(deps.database, holder)
  const connection = openConnection(deps, adapter, hotel, configuration)
  // A vendor forgets what was not read in time; then it is asked for what happens from now on.
  const isAllKept =
    keepsMs !== null && lease.offset !== null && lease.awayMs !== null && lease.awayMs < keepsMs * SURELY_KEPT
  return { ctx: deps.openContext({ adapter, connection, signal }), isAllKept }
}

/** Our clock is not the vendor's, and it may count from the event and not from our absence. */
const SURELY_KEPT = 0.9

interface Reading {
  isCaughtUp: boolean
  lagMs: number | null
  /** When messages last came; before the first, when the vendor began to talk. */
  toldAtMs: number
}

/** Once the vendor talks: only then what comes between here and the sync that is owed is told as well. */
async function begin(deps: StreamDeps, { lease }: Held, isAllKept: boolean): Promise<Reading> {
  const isOurs = await retryOutage(() =>
    deps.database.transaction(async (tx) => {
      // Owed from before the connection is noted: both or neither.
      if (!isAllKept) await deps.inbox.oweBackfill(tx, lease.key)
      return noteConnected(tx, lease)
    }),
  )
  if (!isOurs) throw leaseLost()
  deps.log.info({ event: 'pms.stream.connected', provider: lease.provider, stream: lease.key }, 'A stream is connected')
  return { isCaughtUp: false, lagMs: null, toldAtMs: performance.now() }
}

/** Messages and position are one transaction: neither is ever there without the other. */
async function store(deps: StreamDeps, { lease }: Held, messages: readonly StreamMessage[], reading: Reading) {
  const offset = messages.findLast((message) => message.offset !== null)?.offset ?? null
  reading.lagMs = lagOf(messages, deps.clock.now())
  const woken = await retryOutage(() =>
    deps.database.transaction(async (tx) => {
      if (!(await noteRead(tx, lease, { offset, lagMs: reading.lagMs }))) throw leaseLost()
      return deps.inbox.record(tx, lease.key, messages)
    }),
  )
  for (const configurationId of woken) deps.enqueueInbox(configurationId)
}

async function noteProgress(deps: StreamDeps, { lease }: Held, reading: Reading, isAtEnd: boolean): Promise<void> {
  if (reading.isCaughtUp) return
  const isNews = isAtEnd || (reading.lagMs !== null && reading.lagMs < NEWS_MS)
  if (!isNews || (await retryOutage(() => deps.inbox.isBackfillOwed(deps.database, lease.key)))) return
  await retryOutage(() => noteCaughtUp(deps.database, lease))
  reading.isCaughtUp = true
}

const DAY_MS = 86_400_000

/** How long ago the newest of it happened; null where the vendor does not say, or says what cannot be. */
function lagOf(messages: readonly StreamMessage[], now: Date): number | null {
  const happened = messages.flatMap(({ events }) => events.flatMap(({ occurredAt }) => occurredAt?.getTime() ?? []))
  const lagMs = now.getTime() - Math.max(...happened)
  return lagMs > -DAY_MS && lagMs < 30 * DAY_MS ? Math.max(0, Math.round(lagMs)) : null
}

export const leaseLost = () => new PmsIntegrationError('SYNC_LEASE_LOST', 'Another worker has taken the stream over.')
