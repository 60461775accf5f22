import { progressOf, progressTopic } from '../events/progress.ts'
import { sweepRuns } from '../store/unheld-runs.ts'
import { announceEnd } from './announce.ts'
import type { EngineDeps } from './deps.ts'

/** See `SyncEngine.sweep`. */
export async function sweep(deps: Pick<EngineDeps, 'database' | 'log' | 'events' | 'pubsub'>): Promise<void> {
  for (const log of await sweepRuns(deps.database)) {
    announceEnd(deps, log)
    await deps.pubsub.publish(progressTopic(log), progressOf(log))
  }
}
