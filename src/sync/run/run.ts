import { findEnabledConfiguration, openConnection } from '../../configurations/connection.ts'
import type { SyncLog } from '../../entities/sync-log.ts'
import { PmsIntegrationError, toPmsError } from '../../errors.ts'
import { ofHotel } from '../../hotels/of-hotel.ts'
import { retryOutage } from '../../platform/database/errors.ts'
import type { ProviderContext } from '../../providers/provider.ts'
import type { WaitNotice } from '../../providers/transport/http.ts'
import { type Checkpoint, startOfWalk } from '../store/checkpoint.ts'
import { hasOpenFailures } from '../store/failures.ts'
import { claim, findRun, type Lease, release } from '../store/runs.ts'
import { syncedEntities } from '../store/synced-entities.ts'
import type { SyncedEntity } from '../store/synced-entity.ts'
import { isEmpty } from '../store/upsert.ts'
import { validatePage } from '../store/validate.ts'
import { announceRows, announceStart } from './announce.ts'
import { closeCancelled } from './cancel.ts'
import type { EngineDeps } from './deps.ts'
import { endFailed, endWalk } from './finish.ts'
import { type Hold, holdRun } from './lease.ts'
import { type PageInput, type PageTarget, writePage } from './page.ts'
import { askedOf, planWalk } from './plan.ts'
import { readAhead, type TimedPage } from './read-ahead.ts'
import { replayOf, replayPages } from './replay-failures.ts'
import { createReporter, type Reporter } from './reporter.ts'

/** A run in the hands of this worker. `log` is the row as last committed. */
export interface ActiveRun {
  readonly deps: EngineDeps
  readonly entity: SyncedEntity
  readonly lease: Lease
  readonly hold: Hold
  readonly reporter: Reporter
  /** Nothing of this hotel was stored when the worker took the run: nothing can be unchanged, and nothing can be gone. */
  readonly wasEmpty: boolean
  log: SyncLog
}

/** See `SyncEngine.run`. */
export async function runSync(engine: EngineDeps, syncLogId: string, shutdown?: AbortSignal): Promise<SyncLog> {
  const log = await retryOutage(() => claim(engine.database, syncLogId, engine.timing.leaseMs))
  if (log === null) return existing(engine, syncLogId)
  const deps = ofHotel(engine, log.hotelId)
  const lease = { syncLogId, token: log.leaseToken }
  using hold = holdRun(deps.database, lease, deps.timing, shutdown)
  using reporter = createReporter(deps.pubsub, log, deps.adapters(log.provider).name)
  const entity = syncedEntities[log.entityType]
  const wasEmpty = await retryOutage(() => isEmpty(deps.database, entity, log))
  const run: ActiveRun = { deps, entity, lease, hold, reporter, wasEmpty, log }
  announceStart(deps, log)
  try {
    return await endWalk(run, await walk(run))
  } catch (error) {
    return await stopped(run, error)
  }
}

async function existing(deps: EngineDeps, syncLogId: string): Promise<SyncLog> {
  const log = await findRun(deps.database, syncLogId)
  if (log === null) throw new PmsIntegrationError('NOT_FOUND', 'There is no such sync.', { field: 'syncLogId' })
  return log
}

/** Fetches and stores page after page; returns where the walk ended. */
async function walk(run: ActiveRun): Promise<Checkpoint> {
  const { deps, log, hold } = run
  const adapter = deps.adapters(log.provider)
  const { hotel, configuration } = await findEnabledConfiguration(deps.database, log)
  if (log.attempts > MAX_ATTEMPTS) throw interruptedTooOften()
  const checkpoint = await planWalk(deps.database, log, adapter.limits.overlapMs, deps.clock.now())
  using source = abortScope(hold.signal)
  const ctx = deps.openContext({
    adapter,
    connection: openConnection(deps, adapter, hotel, configuration),
    signal: source.signal,
    onWait: (notice) => waited(run, notice),
  })
  try {
    return await walkFrom(run, ctx, checkpoint)
  } catch (error) {
    if (!isDeadCursor(error, checkpoint, run)) throw error
    deps.log.warn({ syncLogId: log.id }, 'The vendor no longer knows where this walk stopped; it begins again')
    return walkFrom(run, ctx, startOfWalk(checkpoint.since, deps.clock.now()))
  }
}

/** A run that brings its worker down this many times in a row, without a page between, is given up. */
const MAX_ATTEMPTS = 5

function interruptedTooOften(): PmsIntegrationError {
  return new PmsIntegrationError(
    'SYNC_INTERRUPTED',
    `The worker was lost ${MAX_ATTEMPTS} times in a row during this sync.`,
  )
}

/** The first request after a resume was refused: the place to resume from is gone, not the vendor. */
function isDeadCursor(error: unknown, resumedFrom: Checkpoint, run: ActiveRun): boolean {
  const code = error instanceof PmsIntegrationError ? error.code : null
  const stoodStill = resumedFrom.cursor !== null && run.log.attempts > 0
  return stoodStill && (code === 'PROVIDER_CURSOR_INVALID' || code === 'PROVIDER_REJECTED')
}

/** While one page is being stored, the next one is fetched and mapped. */
async function walkFrom(run: ActiveRun, ctx: ProviderContext, from: Checkpoint): Promise<Checkpoint> {
  if (from.done) return from
  const { deps, hold, entity } = run
  const adapter = deps.adapters(run.log.provider)
  const { limit } = askedOf(run.log)
  const settleFailures = await hasOpenFailures(deps.database, run.log)
  const noteSeen = run.log.operation === 'FULL' && limit === undefined && !run.wasEmpty
  let left = (limit ?? Number.POSITIVE_INFINITY) - run.log.itemsProcessed
  let checkpoint = from
  let storing = Promise.resolve()
  try {
    for await (const fetched of pagesOf(run, ctx, from, limit ?? null)) {
      hold.signal.throwIfAborted()
      const items = fetched.items.slice(0, left)
      left -= items.length
      checkpoint = after(checkpoint, fetched, items.length < fetched.items.length)
      const page = validatePage(entity, adapter, items, ctx)
      await storing
      storing = store(run, { page, fetched, checkpoint }, { noteSeen, settleFailures })
      storing.catch(() => {}) // thrown where it is awaited
      if (left === 0) break
    }
  } finally {
    await storing
  }
  return checkpoint
}

async function store(run: ActiveRun, input: PageInput, flags: Pick<PageTarget, 'noteSeen' | 'settleFailures'>) {
  const { entity, lease, log: before, wasEmpty } = run
  const target: PageTarget = { entity, lease, log: before, probe: !wasEmpty, ...flags }
  const { log, rows } = await writePage(run.deps.database, target, input)
  run.log = log
  run.hold.progressed()
  run.reporter.page(log)
  announceRows(run.deps, log, rows)
}

function pagesOf(run: ActiveRun, ctx: ProviderContext, from: Checkpoint, limit: number | null) {
  if (run.log.operation === 'REPLAY') return replayPages(run.deps.database, replayOf(run.log), from.cursor)
  const fetch = run.deps.adapters(run.log.provider).fetch[run.entity.kind]
  if (fetch === undefined) {
    throw new PmsIntegrationError('UNSUPPORTED_CAPABILITY', `The provider has no ${run.entity.kind}.`)
  }
  const { since, until, cursor } = from
  return readAhead(fetch(ctx, { since, until, cursor, limit }), run.hold.signal, run.deps.clock)
}

function after(checkpoint: Checkpoint, page: TimedPage, isCut: boolean): Checkpoint {
  return { ...checkpoint, cursor: page.cursor, pages: checkpoint.pages + 1, done: page.cursor === null && !isCut }
}

function waited(run: ActiveRun, notice: WaitNotice): void {
  run.hold.progressed(notice.until)
  run.reporter.waiting(notice)
}

/** The walk did not come to its end: closes the run, or leaves it for the next worker. */
async function stopped(run: ActiveRun, error: unknown): Promise<SyncLog> {
  const { deps, hold, lease } = run
  const lost = error instanceof PmsIntegrationError && error.code === 'SYNC_LEASE_LOST'
  if (lost || hold.stopReason === 'LEASE_LOST') return existing(deps, lease.syncLogId)
  if (hold.stopReason === 'SHUTDOWN') {
    await release(deps.database, lease)
    await closeCancelled(deps)
    return existing(deps, lease.syncLogId)
  }
  return endFailed(run, hold.stopReason, toPmsError(error))
}

/** A signal that also aborts at the end of its scope, so that a request still under way does not outlive the walk. */
function abortScope(parent: AbortSignal): Disposable & { signal: AbortSignal } {
  const controller = new AbortController()
  const signal = AbortSignal.any([parent, controller.signal])
  return { signal, [Symbol.dispose]: () => controller.abort(new Error('The walk has ended')) }
}
