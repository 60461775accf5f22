import { settledWithin } from '../platform/deadline.ts'
import type { Logger } from '../platform/logger.ts'
import { createPlaces } from '../platform/places.ts'
import { createOutageLog } from '../platform/queue/outage-log.ts'
import type { StreamLease } from '../streams/rows.ts'
import type { Streams } from '../streams/streams.ts'
import { createCrew } from './crew.ts'
import { repeat } from './repeat.ts'

export interface StreamWorkerOptions {
  streams: Streams
  log: Logger
  timing?: Partial<typeof DEFAULT_TIMING>
}

const DEFAULT_TIMING = {
  /** How often streams are looked for that nobody holds. */
  lookMs: 1_000,
  /** How often streams are looked for that are down. */
  guardMs: 5_000,
  graceMs: 10_000,
}

/** Connections of a process; a place costs a socket and next to nothing else. */
const PLACES = { atWork: 1_000, inAll: 1_000, slowMs: 2_000 }

/** Holds streams that nobody else holds. Disposing says good-bye to their vendors, so that others may connect at once. */
export async function startStreamWorker({ streams, log, timing }: StreamWorkerOptions): Promise<AsyncDisposable> {
  const { lookMs, guardMs, graceMs } = { ...DEFAULT_TIMING, ...timing }
  const shutdown = new AbortController()
  const crew = createCrew<StreamLease>({
    places: createPlaces(PLACES),
    claim: () => streams.claim(),
    kindOf: ({ provider }) => provider,
    work: (lease, place) => streams.work(lease, { shutdown: shutdown.signal, place }),
    onError: createOutageLog(log, { subject: 'A stream was left to another worker' }),
  })
  const loops = [
    repeat(guardMs, () => streams.guard(), createOutageLog(log, { subject: 'Stream guard' })),
    repeat(lookMs, crew.wake, createOutageLog(log, { subject: 'Looking for streams' })),
  ]
  return {
    async [Symbol.asyncDispose]() {
      const stopped = loops.map((loop) => loop[Symbol.asyncDispose]())
      shutdown.abort(new Error('The worker is shutting down.'))
      await Promise.all([crew.close(graceMs), settledWithin(graceMs, Promise.all(stopped))])
    },
  }
}
