import type { FastifyInstance } from 'fastify'
import type { BookingIngest } from '../../webhooks/booking-ingest.ts'
import type { Inbox } from '../../webhooks/inbox/inbox.ts'
import { serveBookings } from './bookings.ts'
import { serveChangeSetWords } from './change-set-words.ts'
import { type ChangeSetRoutesDeps, serveChangeSets } from './change-sets.ts'
import { type ChangeRoutesDeps, serveChanges } from './changes.ts'
import { type SyncRoutesDeps, serveSyncs } from './syncs.ts'
import { serveWebhooks } from './webhooks.ts'

export interface RestDeps extends SyncRoutesDeps, ChangeRoutesDeps, Omit<ChangeSetRoutesDeps, 'changes'> {
  readonly changes: ChangeRoutesDeps['changes'] & ChangeSetRoutesDeps['changes']
  readonly inbox: Pick<Inbox, 'intake'>
  readonly bookings: BookingIngest
}

/** Everything under `/api/pms`. */
export async function serveRest(fastify: FastifyInstance, deps: RestDeps): Promise<void> {
  await serveWebhooks(fastify, deps.inbox.intake, deps.tracing)
  await serveBookings(fastify, deps.bookings, deps.tracing)
  await serveSyncs(fastify, deps)
  await serveChanges(fastify, deps)
  await serveChangeSets(fastify, deps)
  await serveChangeSetWords(fastify, deps)
}
