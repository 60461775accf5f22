import type { ChangeSets } from '../changes/sets/sets.ts'
import type { ChangeSet } from '../entities/change-set.ts'
import { PmsIntegrationError } from '../errors.ts'
import { settledWithin } from '../platform/deadline.ts'
import type { Logger } from '../platform/logger.ts'
import { createPlaces } from '../platform/places.ts'
import { createOutageLog } from '../platform/queue/outage-log.ts'
import { createCrew } from './crew.ts'
import { repeat } from './repeat.ts'

export interface ChangeSetWorkerOptions {
  readonly sets: Pick<ChangeSets, 'claim' | 'work'>
  readonly log: Logger
  readonly timing?: Partial<typeof DEFAULT_TIMING>
}

const DEFAULT_TIMING = {
  /** How often sets are looked for. */
  lookMs: 1_000,
  graceMs: 10_000,
}

/** Places of their own: a set of any hotel stands in the way of no single change. */
const PLACES = { atWork: 16, inAll: 64, slowMs: 2_000 }

/** Looks at the items of change sets. Disposing lets the page that is under way finish, up to the grace time. */
export function startChangeSetWorker({ sets, log, timing }: ChangeSetWorkerOptions): AsyncDisposable {
  const { lookMs, graceMs } = { ...DEFAULT_TIMING, ...timing }
  const shutdown = new AbortController()
  const crew = createCrew<ChangeSet>({
    places: createPlaces(PLACES),
    claim: () => sets.claim(),
    kindOf: ({ hotelId, provider }) => `${hotelId} ${provider}`,
    work: (set) => sets.work(set, shutdown.signal),
    onError: createOutageLog(log, { subject: 'A change set was left to another worker' }),
  })
  const loop = repeat(lookMs, crew.wake, createOutageLog(log, { subject: 'Looking for change sets' }))
  return {
    async [Symbol.asyncDispose]() {
      shutdown.abort(new PmsIntegrationError('SERVICE_UNAVAILABLE', 'The worker is shutting down.'))
      await Promise.all([crew.close(graceMs), settledWithin(graceMs, Promise.all([loop[Symbol.asyncDispose]()]))])
    },
  }
}
