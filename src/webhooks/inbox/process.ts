import { findEnabledConfiguration, openConnection } from '../../configurations/connection.ts'
import { type PmsIntegrationError, toPmsError } from '../../errors.ts'
import { isDataError, retryOutage } from '../../platform/database/errors.ts'
import { announceIngested, type Ingested } from '../../sync/run/ingest.ts'
import type { InboxDeps } from '../endpoints/deps.ts'
import { type EndpointRow, type InboxLease, keepInbox } from '../endpoints/rows.ts'
import { type DueEvent, markFailed, markProcessed, startAttempt, undoAttempt } from './event-rows.ts'
import { type Findings, isBusy, keyOf, type Lookup, lookUpAll } from './lookup.ts'
import { replyToVendor } from './reply.ts'
import { INBOX_TIMING } from './timing.ts'
import { prepareWrites, storeWrites, type Write, withoutRefusedItems } from './write.ts'

const { leaseMs, recheckMs, retryBaseMs, maxAttempts } = INBOX_TIMING

/** Events of one configuration that are processed together. */
export interface Batch {
  readonly lease: InboxLease
  readonly endpoint: EndpointRow
  readonly events: readonly DueEvent[]
  readonly signal: AbortSignal
}

/** An event, and what stood in its way. */
export interface Outcome {
  readonly event: DueEvent
  readonly error: PmsIntegrationError | null
  /** No further try follows. */
  readonly isFinal: boolean
}

/** Looks at every entity that the events name, once, and stores what it found together with how the events fared. */
export async function processEvents(deps: InboxDeps, batch: Batch): Promise<void> {
  const { database, clock } = deps
  const ids = batch.events.map(({ id }) => id)
  const startedAt = clock.now()
  await startAttempt(database, ids, startedAt, new Date(startedAt.getTime() + leaseMs))
  const lookup = await openLookup(deps, batch).catch(toPmsError)
  if (lookup instanceof Error) {
    await settle(
      deps,
      batch,
      [],
      batch.events.map((event) => outcomeOf(event, lookup)),
    )
    return
  }
  const findings = await lookUpAll(deps, lookup)
  if (batch.signal.aborted) return undoAttempt(database, ids, clock.now())
  const outcomes = await store(deps, batch, findings, prepareWrites(lookup, findings))
  await replyToVendor(deps, batch.endpoint, lookup, outcomes)
}

async function openLookup(deps: InboxDeps, { endpoint, events, signal }: Batch): Promise<Lookup> {
  const { hotelId, provider } = endpoint
  const adapter = deps.adapters(provider)
  const { hotel, configuration } = await findEnabledConfiguration(deps.database, { hotelId, provider })
  const connection = openConnection(deps, adapter, hotel, configuration)
  return { adapter, ctx: deps.openContext({ adapter, connection, signal }), hotelId, events }
}

async function store(deps: InboxDeps, batch: Batch, findings: Findings, writes: readonly Write[]): Promise<Outcome[]> {
  const outcomesOf = (those: readonly Write[]) =>
    batch.events.map((event) => outcomeOf(event, failureOf(event, findings, those)))
  try {
    const outcomes = outcomesOf(writes)
    await settle(deps, batch, writes, outcomes)
    return outcomes
  } catch (error) {
    if (!isDataError(error)) throw error
    const accepted: Write[] = []
    for (const write of writes) accepted.push(await withoutRefusedItems(deps.database, batch.endpoint, write))
    const outcomes = outcomesOf(accepted)
    await settle(deps, batch, accepted, outcomes)
    return outcomes
  }
}

/** What stands in the way of an event; null when every entity that it names is as it should be. */
function failureOf(event: DueEvent, findings: Findings, writes: readonly Write[]): PmsIntegrationError | null {
  for (const key of event.subjects.map(keyOf)) {
    const finding = findings.get(key)?.finding
    if (finding?.kind === 'FAILED') return toPmsError(finding.error)
    const invalid = writes.flatMap(({ failures }) => failures.get(key) ?? [])[0]
    if (invalid !== undefined) return invalid
  }
  return null
}

function outcomeOf(event: DueEvent, error: PmsIntegrationError | null): Outcome {
  return { event, error, isFinal: error === null || (!isBusy(error) && event.attempts + 1 >= maxAttempts) }
}

/** What was found and how the events fared are one transaction: neither is ever there without the other. */
async function settle(deps: InboxDeps, batch: Batch, writes: readonly Write[], outcomes: readonly Outcome[]) {
  const { lease, endpoint } = batch
  const now = deps.clock.now()
  const ingested = await retryOutage(() =>
    deps.database.transaction(async (tx): Promise<Ingested[]> => {
      // Another worker has the inbox: it will look at the same events.
      if (!(await keepInbox(tx, lease, leaseMs))) return []
      const stored = await storeWrites(tx, endpoint, writes)
      const done = outcomes.flatMap(({ event, error }) => (error === null ? [event] : []))
      await markProcessed(tx, done, now)
      for (const outcome of outcomes) {
        const { event, error } = outcome
        if (error === null) continue
        if (isBusy(error)) await undoAttempt(tx, [event.id], new Date(now.getTime() + recheckMs))
        else await markFailed(tx, event.id, describeFailure(deps, outcome, error, now))
      }
      return stored
    }),
  )
  for (const each of ingested) announceIngested(deps, each)
}

/** Full jitter: the events of a vendor's outage do not come back all at once. */
function describeFailure(
  { random, log }: InboxDeps,
  { event, isFinal }: Outcome,
  error: PmsIntegrationError,
  now: Date,
) {
  const { code, message, retryAfterMs = 0 } = error
  const delayMs = Math.max(Math.round(random() * retryBaseMs * 2 ** event.attempts), retryAfterMs, recheckMs)
  const facts = { webhookEventId: event.id, code, attempts: event.attempts + 1 }
  log[isFinal ? 'warn' : 'debug'](facts, isFinal ? 'A webhook event is dead' : 'A webhook event failed')
  return { code, reason: message, nextAttemptAt: isFinal ? null : new Date(now.getTime() + delayMs) }
}
