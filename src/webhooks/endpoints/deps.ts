import type { CommandAnswers } from '../../hotels/command-answers.ts'
import type { Metrics } from '../../platform/metrics.ts'
import type { SyncEngine } from '../../sync/engine.ts'
import type { EngineDeps } from '../../sync/run/deps.ts'

/** What the inbox is built from: all that the engine has, and the engine. */
export interface InboxDeps extends Omit<EngineDeps, 'timing' | 'enqueue'> {
  readonly engine: Pick<SyncEngine, 'request'>
  /** Where answers to commands go; without it nobody has commanded anything. */
  readonly answers?: CommandAnswers
  /** Tells the queue of an inbox with something in it. Returns at once and never fails: what is lost is found again. */
  enqueueInbox(configurationId: string): void
  /** Counts what comes in. */
  readonly metrics?: Pick<Metrics, 'countAccepted'>
  /** How long the PMS is given for one look; ten seconds unless a test says otherwise. */
  readonly batchMs?: number
  /** How long our own database is waited for; as long as a lease unless a test says otherwise. */
  readonly patienceMs?: number
}
