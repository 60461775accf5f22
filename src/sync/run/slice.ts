import { findEnabledConfiguration, openConnection } from '../../configurations/connection.ts'
import { noteCredentialKey } from '../../configurations/rows.ts'
import type { Configuration } from '../../entities/configuration.ts'
import type { SyncLog } from '../../entities/sync-log.ts'
import { PmsIntegrationError, toPmsError } from '../../errors.ts'
import { ofHotel } from '../../hotels/of-hotel.ts'
import { runCausedBy } from '../../platform/cause.ts'
import { isOutage, retryOutage } from '../../platform/database/errors.ts'
import type { Place } from '../../platform/places.ts'
import { credentialKeyOf } from '../../providers/context.ts'
import { Parked, type ParkedWait } from '../../providers/transport/parked.ts'
import type { Checkpoint } from '../store/checkpoint.ts'
import { forgiveAttempt, type Lease, noteBeginning, noteCredential, parkRun, yieldRun } from '../store/held-runs.ts'
import { findRun } from '../store/runs.ts'
import { rangeOf } from '../synced/calendar-days.ts'
import { syncedEntities } from '../synced/synced-entities.ts'
import type { SyncedEntity } from '../synced/synced-entity.ts'
import { announceStart, causeOf, traceFactsOf } from './announce.ts'
import { sweep } from './cancel.ts'
import { withPageLimit } from './configuration-notes.ts'
import type { EngineDeps } from './deps.ts'
import { endFailed, endWalk } from './finish.ts'
import type { Hold, LeaseKeeper } from './lease-keeper.ts'
import { createHands, type Hands, type PageGates, rankOf } from './pacing/hands.ts'
import { createPageSize } from './pacing/page-size.ts'
import { createParking, givenUp, type SliceParking, shrunk } from './pacing/parking.ts'
import { planWalk } from './plan.ts'
import { createReporter, type Reporter } from './reporter.ts'
import { walkPages } from './walk.ts'

/** An engine with the leases of its process. */
export interface Engine extends EngineDeps {
  readonly gates: PageGates
  readonly leases: LeaseKeeper<Lease>
}

/** A run in the hands of this worker. `log` is the row as last committed. */
export interface ActiveRun {
  readonly deps: EngineDeps
  readonly entity: SyncedEntity
  readonly lease: Lease
  readonly hold: Hold
  readonly reporter: Reporter
  readonly options: SliceOptions
  readonly gates: PageGates
  readonly hands: Hands
  readonly parking: SliceParking
  log: SyncLog
  /** Where it goes on after what was stored; null before the walk is planned. */
  at: Checkpoint | null
}

export interface SliceOptions {
  /** The process ends: the run is left to another worker. */
  readonly shutdown?: AbortSignal | undefined
  /** Asked after each page: whether others wait for the place. */
  readonly isOver?: (() => boolean) | undefined
  /** Where it is told when the run waits for its vendor. */
  readonly place?: Pick<Place, 'waiting' | 'working'> | undefined
}

/**
 * Works on a run from its claim until it ends, makes room for others, has to wait for long, or is lost.
 * @returns the run as it stands then
 */
export function workOn(engine: Engine, claimed: SyncLog, options: SliceOptions): Promise<SyncLog> {
  const { id, startedAt, queuedAt } = claimed
  const waitedMs = startedAt === null ? 0 : startedAt.getTime() - queuedAt.getTime()
  const facts = { ...traceFactsOf(claimed), 'pms.sync.id': id, 'pms.sync.waited_ms': waitedMs }
  const work = () =>
    engine.tracing.span('sync', { kind: 'CONSUMER', facts }, async (span) => {
      const log = await workUntilLetGo(engine, claimed, options)
      span.note({ 'pms.sync.status': log.status, 'pms.sync.processed': log.itemsProcessed })
      if (log.status === 'FAILED') span.failed(log.errorCode ?? 'INTERNAL_SERVER_ERROR')
      return log
    })
  return runCausedBy(causeOf(claimed), work)
}

async function workUntilLetGo(engine: Engine, claimed: SyncLog, options: SliceOptions): Promise<SyncLog> {
  const deps = ofHotel(engine, claimed.hotelId)
  const lease = { syncLogId: claimed.id, token: claimed.leaseToken }
  using hold = engine.leases.keep(lease, options.shutdown)
  const entity = syncedEntities[claimed.entityType]
  const outage = waitOutOutages(options)
  const log = await outage(() => begin(deps, lease, claimed, entity))
  if (log === null) return lost(deps, lease)
  using reporter = createReporter(deps, log, nameOf(deps, log))
  using hands = createHands(engine.gates, () => rankOf(log, run.at?.pages ?? 0), hold.signal)
  const parking = createParking(
    log,
    hands,
    createPageSize(() => deps.adapters(log.provider).limits.pageSize),
    options.place,
  )
  const { gates } = engine
  const run: ActiveRun = { deps, entity, lease, hold, reporter, options, gates, hands, parking, log, at: null }
  try {
    const walk = await walkOn(run)
    return walk === null ? await giveBack(run) : await endWalk(run, walk)
  } catch (error) {
    return await stopped(run, error)
  }
}

/** A provider that is no longer here has no name; its run is ended by whoever asks it for more. */
function nameOf({ adapters }: EngineDeps, { provider }: SyncLog): string {
  try {
    return adapters(provider).name
  } catch {
    return provider
  }
}

/** The first slice of a run looks at what is there, and tells that it has begun. */
async function begin(deps: EngineDeps, lease: Lease, log: SyncLog, { table }: SyncedEntity): Promise<SyncLog | null> {
  if (log.beganEmpty !== null) return log
  const begun = await noteBeginning(deps.database, lease, table)
  if (begun !== null) announceStart(deps, begun)
  return begun
}

/** A run that brings its worker down this many times in a row, without a page between, is given up. */
const MAX_ATTEMPTS = 5

/** @returns where the walk ended; null when it made room for others before */
async function walkOn(run: ActiveRun) {
  const { deps, log } = run
  const adapter = deps.adapters(log.provider)
  const { hotel, configuration } = await findEnabledConfiguration(deps.database, log)
  if (log.attempts > MAX_ATTEMPTS) throw interruptedTooOften()
  const connection = openConnection(deps, adapter, hotel, configuration)
  await noteKey(run, configuration, credentialKeyOf(adapter, hotel.id, connection.credentials))
  const plan = await planWalk(deps.database, log, adapter.limits.overlapMs, deps.clock.now())
  // Frozen with the first page: a walk that goes on after midnight is about the same days.
  const range = plan.range ?? rangeOf(run.entity, log.slice, hotel.timeZone, deps.clock.now())
  return walkPages(run, connection, withPageLimit({ ...plan, range }, configuration.pageLimits[log.entityType]))
}

/** For shares and circuits the next claims have to know whose credentials these are. */
async function noteKey({ deps, lease, log }: ActiveRun, configuration: Configuration, key: string): Promise<void> {
  if (log.credentialKey === key) return
  await noteCredential(deps.database, lease, key)
  if (configuration.credentialKey !== key) await noteCredentialKey(deps.database, configuration.id, key)
}

function interruptedTooOften(): PmsIntegrationError {
  return new PmsIntegrationError(
    'SYNC_INTERRUPTED',
    `The worker was lost ${MAX_ATTEMPTS} times in a row during this sync.`,
  )
}

/** The walk did not come to its end: closes the run, or leaves it for the next worker. */
async function stopped(run: ActiveRun, error: unknown): Promise<SyncLog> {
  const { deps, hold, lease } = run
  const isLost = error instanceof PmsIntegrationError && error.code === 'SYNC_LEASE_LOST'
  if (isLost || hold.stopReason === 'LEASE_LOST') return lost(deps, lease)
  // Our own outage is not the run's failure: it goes on when the database is back, here or elsewhere.
  if (hold.stopReason === 'SHUTDOWN' || isOutage(error)) return giveBack(run)
  if (error instanceof Parked && hold.stopReason === null) return park(run, error.wait)
  return endFailed(run, hold.stopReason, toPmsError(error))
}

/** Lets go of the run until its vendor can be asked again, or gives it up. */
async function park(run: ActiveRun, wait: ParkedWait): Promise<SyncLog> {
  const { deps, lease, log, at } = run
  const failure = givenUp(log, wait)
  if (failure !== null || at === null) return endFailed(run, null, failure ?? wait.failure)
  const checkpoint = shrunk(at, wait, deps.adapters(log.provider))
  const parked = await retryOutage(() => parkRun(deps.database, lease, { ...wait, checkpoint }))
  if (parked === null) return existing(deps, lease.syncLogId)
  await run.reporter.parked(parked)
  await sweep(deps)
  return parked
}

async function giveBack({ deps, lease, options }: ActiveRun): Promise<SyncLog> {
  const yielded = await waitOutOutages(options)(() => yieldRun(deps.database, lease))
  if (yielded === null) return lost(deps, lease)
  // A wish that came meanwhile is nobody else's to see.
  await sweep(deps)
  return existing(deps, lease.syncLogId)
}

/** However long the database is away: a try that its worker gives back does not count against the run. */
const waitOutOutages =
  ({ shutdown }: SliceOptions) =>
  <T>(work: () => Promise<T>) =>
    retryOutage(work, Number.POSITIVE_INFINITY, shutdown)

/** Another worker has it, or it has ended. */
async function lost(deps: EngineDeps, lease: Lease): Promise<SyncLog> {
  await retryOutage(() => forgiveAttempt(deps.database, lease))
  return existing(deps, lease.syncLogId)
}

export async function existing(deps: EngineDeps, syncLogId: string): Promise<SyncLog> {
  const log = await findRun(deps.database, syncLogId)
  if (log === null) throw new PmsIntegrationError('NOT_FOUND', 'There is no such sync.', { field: 'syncLogId' })
  return log
}
