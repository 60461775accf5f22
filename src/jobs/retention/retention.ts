import { rollUpFigures } from '../../insights/fleet/fleet-figures.ts'
import type { RetentionConfig } from '../../platform/config.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { Logger } from '../../platform/logger.ts'
import { createOutageLog } from '../../platform/queue/outage-log.ts'
import type { Clock } from '../../providers/provider.ts'
import { repeat } from '../repeat.ts'
import { expire } from './expire.ts'
import { foldUnchangedRuns } from './fold.ts'

export interface RetentionOptions {
  /** Sees every hotel. */
  readonly database: Sql
  readonly clock: Clock
  readonly log: Logger
  readonly kept: RetentionConfig
  readonly everyMs?: number
}

const HOUR_MS = 3_600_000

/** Keeps tables as small as they have to be. Disposing stops it after the batch that is under way. */
export function startRetention(options: RetentionOptions): AsyncDisposable {
  const { database, clock, log, kept, everyMs = HOUR_MS } = options
  const shutdown = new AbortController()
  const { signal } = shutdown
  const work = async () => {
    const rolledUp = await rollUpFigures(database)
    if (rolledUp > 0) log.debug({ rolledUp }, 'Added up the figures of all hotels')
    const folded = await foldUnchangedRuns(database, { signal })
    const deleted = await expire(database, { kept, now: clock.now(), signal })
    if (folded > 0 || deleted.size > 0) log.info({ folded, ...Object.fromEntries(deleted) }, 'Deleted what is old')
  }
  const loop = repeat(everyMs, work, createOutageLog(log, { subject: 'Deletion of what is old' }))
  return {
    async [Symbol.asyncDispose]() {
      shutdown.abort()
      await loop[Symbol.asyncDispose]()
    },
  }
}
