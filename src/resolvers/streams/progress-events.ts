import { selectList } from '../../entities/select.ts'
import { type SyncLog, SyncLogEntity } from '../../entities/sync-log.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { hotelNotFound } from '../../security/policy.ts'
import { hotelProgressTopic, progressOf, progressTopic, type SyncProgress } from '../../sync/events/progress.ts'
import { isActive } from '../../sync/run/wait.ts'
import type { ApiContext } from '../access/context.ts'
import { linkReturn } from './link-return.ts'
import type { LiveEvents } from './live-events.ts'
import { pollWhenIdle } from './poll-when-idle.ts'

interface Watched {
  hotelId: string
  syncLogId?: string | null
}

/** Messages may be lost, and the last one of a run is the one that matters: the database is asked now and then. */
const REFRESH_MS = 15_000

/**
 * The current state of the watched runs, then every newer step. The relay is subscribed to before the database is read, so that nothing
 * falls between the two.
 * @throws PmsIntegrationError NOT_FOUND
 */
export async function progressEvents(
  context: ApiContext,
  { hotelId, syncLogId }: Watched,
  refreshMs = REFRESH_MS,
): Promise<LiveEvents<SyncProgress>> {
  const topic = syncLogId ? progressTopic({ hotelId, id: syncLogId }) : hotelProgressTopic(hotelId)
  const source = await context.pubsub.subscribe<SyncProgress>(topic)
  try {
    const runs = syncLogId ? [await findRun(context, hotelId, syncLogId)] : await findActiveRuns(context, hotelId)
    const refresh = (ids: string[]) => readRuns(context, hotelId, ids, !syncLogId)
    const isOneRun = Boolean(syncLogId)
    const events = linkReturn(source, newerSteps(source, runs, refresh, refreshMs, isOneRun))
    // How the one run ended is sent to every subscriber; of a hotel only what is still active.
    return { ...events, stateOf: (run) => ({ of: run.syncLogId, isOver: !isOneRun && !isActive(run) }) }
  } catch (error) {
    await source.return?.()
    throw error
  }
}

async function* newerSteps(
  source: AsyncIterableIterator<SyncProgress>,
  runs: readonly SyncLog[],
  refresh: (activeIds: string[]) => Promise<SyncLog[]>,
  refreshMs: number,
  isOneRun: boolean,
) {
  const sent = new Map<string, SyncProgress>()
  const activeIds = () => [...sent.values()].filter(isActive).map(({ syncLogId }) => syncLogId)
  const steps = pollWhenIdle(refreshMs, source, async () => (await refresh(activeIds())).map((run) => progressOf(run)))
  try {
    for (const run of runs) {
      const progress = progressOf(run)
      sent.set(run.id, progress)
      yield progress
    }
    if (isOneRun && activeIds().length === 0) return
    for await (const progress of steps) {
      if (progress.sequence <= (sent.get(progress.syncLogId)?.sequence ?? -1)) continue
      sent.set(progress.syncLogId, progress)
      yield progress
      if (isOneRun && !isActive(progress)) return
    }
  } finally {
    await source.return?.()
  }
}

async function findRun({ loaders }: ApiContext, hotelId: string, syncLogId: string): Promise<SyncLog> {
  const run = await loaders.syncLog.load(syncLogId)
  if (run?.hotelId === hotelId) return run
  throw new PmsIntegrationError('NOT_FOUND', 'There is no such sync.', { field: 'syncLogId' })
}

async function findActiveRuns(context: ApiContext, hotelId: string): Promise<SyncLog[]> {
  if ((await context.loaders.hotel.load(hotelId)) === null) throw hotelNotFound()
  return readRuns(context, hotelId, [], true)
}

/** The runs of these ids, and the active ones. */
function readRuns({ database }: ApiContext, hotelId: string, ids: readonly string[], andActive: boolean) {
  return database.query<SyncLog>(
    `SELECT ${selectList(SyncLogEntity)} FROM pms_sync_log
     WHERE hotel_id = $1 AND (id = ANY($2::uuid[]) OR ($3 AND status IN ('QUEUED', 'RUNNING'))) ORDER BY id`,
    [hotelId, ids, andActive],
  )
}
