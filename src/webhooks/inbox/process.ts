import { findEnabledConfiguration, openConnection } from '../../configurations/connection.ts'
import { PmsIntegrationError, toPmsError } from '../../errors.ts'
import { joinOrigins, readOrigin, runCausedBy } from '../../platform/cause.ts'
import type { Statement } from '../../platform/database/database.ts'
import { isDataError, isOutage, retryOutage } from '../../platform/database/errors.ts'
import { createDeadline } from '../../platform/deadline.ts'
import { announceIngested, type Ingested } from '../../sync/run/ingest.ts'
import type { InboxDeps } from '../endpoints/deps.ts'
import type { EndpointRow } from '../endpoints/rows.ts'
import { attempt, type DueEvent, markFailed, markProcessed, undoAttempt } from './event-rows.ts'
import { giveAnswers } from './give-answers.ts'
import { type InboxLease, keepInbox } from './leases.ts'
import { type Findings, isBusy, keyOf, type Lookup, lookUpAll } from './lookup.ts'
import { replyToVendor } from './reply.ts'
import { INBOX_TIMING } from './timing.ts'
import { prepareWrites, storeWrites, type Write, withoutRefusedItems } from './write.ts'

const { leaseMs, batchMs, recheckMs, retryBaseMs, maxAttempts } = INBOX_TIMING

/** Events of one configuration that are processed together. */
export interface Batch {
  readonly lease: InboxLease
  readonly endpoint: EndpointRow
  readonly events: readonly DueEvent[]
  /** What is noted together with the try. */
  readonly notes: readonly Statement[]
  readonly signal: AbortSignal
}

/** An event, and what stood in its way. */
export interface Outcome {
  readonly event: DueEvent
  readonly error: PmsIntegrationError | null
  /** No further try follows. */
  readonly isFinal: boolean
}

/**
 * Looks at every entity that the events name, once, and stores what it found together with how the events fared. A try
 * counts when its look begins: what there was no time for keeps its tries.
 * @returns false when the PMS took too long
 */
export function processEvents(deps: InboxDeps, batch: Batch): Promise<boolean> {
  const origins = batch.events.map(({ origin }) => readOrigin(origin))
  const { hotelId, provider } = batch.endpoint
  const facts = { 'pms.hotel': hotelId, 'pms.provider': provider, 'pms.webhook.events': batch.events.length }
  // A part of the trace of the first, and linked with those of the others.
  const links = origins.slice(1).flatMap(({ traceparent }) => traceparent ?? [])
  const work = () =>
    deps.tracing.span('webhook.process', { kind: 'CONSUMER', facts, links }, () => processCaused(deps, batch))
  return runCausedBy(joinOrigins(origins), work)
}

async function processCaused(deps: InboxDeps, batch: Batch): Promise<boolean> {
  try {
    return await processCounted(deps, batch)
  } catch (error) {
    const ids = batch.events.map(({ id }) => id)
    if (isOutage(error)) void takeBack(deps, ids).catch(() => {})
    throw error
  }
}

/** An outage of our own is no try, however long it lasts. It ends early with the process, which has counted one then. */
function takeBack(deps: InboxDeps, ids: readonly string[]): Promise<void> {
  return retryOutage(() => undoAttempt(deps.database, ids, deps.clock.now()), Number.POSITIVE_INFINITY)
}

async function processCounted(deps: InboxDeps, batch: Batch): Promise<boolean> {
  const startedAt = deps.clock.now()
  using deadline = createDeadline(deps.batchMs ?? batchMs, tooLate())
  const signal = AbortSignal.any([batch.signal, deadline.signal])
  const [lookup] = await Promise.all([
    openLookup(deps, batch, signal).catch(toPmsError),
    deps.database.queryAll([...batch.notes, attempt(batch.events, startedAt, new Date(startedAt.getTime() + leaseMs))]),
  ])
  if (lookup instanceof Error) {
    const outcomes = batch.events.map((event) => outcomeOf(event, lookup))
    await settle(deps, batch, [], outcomes)
    return true
  }
  deadline.start()
  const findings = await lookUpAll(deps, lookup, signal)
  const isKept = deadline.stop()
  const [begun, untouched] = partition(batch.events, ({ subjects }) =>
    subjects.every((subject) => findings.has(keyOf(subject))),
  )
  const untouchedIds = untouched.map(({ id }) => id)
  await undoAttempt(deps.database, untouchedIds, deps.clock.now())
  if (batch.signal.aborted) return true
  const outcomes = await store(deps, { ...batch, events: begun }, findings, prepareWrites(lookup, findings))
  await replyToVendor(deps, batch.endpoint, lookup, outcomes)
  return isKept && !outcomes.some(({ error }) => error?.code === 'PROVIDER_TIMEOUT')
}

const tooLate = () => new PmsIntegrationError('PROVIDER_TIMEOUT', 'The PMS did not answer in time.')

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}

async function openLookup(deps: InboxDeps, { endpoint, events }: Batch, signal: AbortSignal): Promise<Lookup> {
  const { hotelId, provider } = endpoint
  const adapter = deps.adapters(provider)
  const { hotel, configuration } = await findEnabledConfiguration(deps.database, { hotelId, provider })
  const connection = openConnection(deps, adapter, hotel, configuration)
  // The inbox tries again by itself, and nothing may take longer than a look.
  const limits = { maxRetries: 0, timeoutMs: batchMs, maxWaitMs: batchMs }
  return {
    adapter,
    ctx: deps.openContext({ adapter, connection, signal, ...limits }),
    hotelId,
    events,
    requested: new Map(),
  }
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
  const work = () =>
    deps.database.transaction(async (tx): Promise<Settled> => {
      // Another worker has the inbox: it will look at the same events.
      if (!(await keepInbox(tx, lease, leaseMs))) return { stored: [], announce() {} }
      const stored = await storeWrites(tx, endpoint, writes)
      const answered = await giveAnswers(deps, tx, endpoint, outcomes)
      const done = answered.outcomes.flatMap(({ event, error }) => (error === null ? [event] : []))
      await markProcessed(tx, done, now)
      for (const outcome of answered.outcomes) {
        const { event, error } = outcome
        if (error === null) continue
        if (isBusy(error)) await undoAttempt(tx, [event.id], new Date(now.getTime() + waitMsOf(error)))
        else await markFailed(tx, event.id, describeFailure(deps, outcome, error, now))
      }
      return { stored, announce: answered.announce }
    })
  const settled = await retryOutage(work, deps.patienceMs)
  for (const each of settled.stored) announceIngested(deps, each)
  settled.announce()
}

interface Settled {
  readonly stored: readonly Ingested[]
  announce(): void
}

const waitMsOf = ({ retryAfterMs = 0 }: PmsIntegrationError) => Math.max(retryAfterMs, recheckMs)

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
