import type { Distribution } from '../distribution/distribution.ts'
import type { ChannelRow } from '../distribution/rows.ts'
import type { Logger } from '../platform/logger.ts'
import { createPlaces } from '../platform/places.ts'
import { createOutageLog } from '../platform/queue/outage-log.ts'
import { createCrew } from './crew.ts'
import { repeat } from './repeat.ts'

export interface DistributionWorkerOptions {
  distribution: Pick<Distribution, 'claim' | 'work'>
  log: Logger
}

/** How often channels are looked for that have something to send. */
const LOOK_MS = 1_000
/** Longer than a channel may take to answer. */
const GRACE_MS = 10_000
/** One that is slow keeps no other waiting. */
const PLACES = { atWork: 32, inAll: 128, slowMs: 1_000 }

/** Sends what hotels sell to their channels. Disposing ends messages that are under way: they are sent again. */
export function startDistributionWorker({ distribution, log }: DistributionWorkerOptions): AsyncDisposable {
  const shutdown = new AbortController()
  const crew = createCrew<ChannelRow>({
    places: createPlaces(PLACES),
    claim: () => distribution.claim(),
    kindOf: ({ channel }) => channel,
    async work(row, place) {
      place.waiting()
      await distribution.work(row, shutdown.signal)
    },
    onError: createOutageLog(log, { subject: 'A channel was left to another worker' }),
  })
  const looking = repeat(LOOK_MS, crew.wake, createOutageLog(log, { subject: 'Looking for channels' }))
  return {
    async [Symbol.asyncDispose]() {
      shutdown.abort(new Error('The worker is shutting down.'))
      await Promise.all([looking[Symbol.asyncDispose](), crew.close(GRACE_MS)])
    },
  }
}
