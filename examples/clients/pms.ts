import type { ArrivalsQuery, StartSyncMutation, SyncProgressSubscription } from './gql/graphql.ts'

export interface PmsOptions {
  /** Without a path, such as `http://localhost:4000`. */
  readonly url: string
  /** `npm run --silent pms -- token` prints one. */
  readonly token: string
}

export type Arrival = ArrivalsQuery['bookings']['edges'][number]['node']
export type Progress = SyncProgressSubscription['syncProgress']

/** What both examples do, each with a client of its own. */
export interface Pms extends Disposable {
  /** Everybody who arrives on a day, whatever number of pages that takes. */
  arrivals(hotelId: string, day: string, pageSize?: number): Promise<Arrival[]>
  /** Starts a sync of bookings, or joins the one that is running; returns the run's id. */
  startSync(hotelId: string, provider: string): Promise<string>
  /** Resolves when the run has ended. */
  watch(hotelId: string, syncLogId: string, onProgress: (progress: Progress) => void): Promise<void>
}

/** Every error of the service carries a code of docs/errors.md. Branch on it, never on the message. */
export class PmsFailure extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Expected failures of a mutation are data, not errors of GraphQL. */
export function runOf({ syncLog, errors: [failure] }: StartSyncMutation['syncBookings']): string {
  if (syncLog) return syncLog.id
  if (failure?.code === 'SYNC_ALREADY_RUNNING' && failure.syncLogId) return failure.syncLogId
  throw new PmsFailure(failure?.code ?? 'INTERNAL_SERVER_ERROR', failure?.message ?? 'Nothing was started.')
}
