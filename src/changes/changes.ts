import type { Change } from '../entities/change.ts'
import { ofHotel } from '../hotels/of-hotel.ts'
import { cancelChange, type Settlement, settleChange } from './asking/people.ts'
import { type Preview, previewChange } from './asking/preview.ts'
import { type ChangeRequest, requestChange, requestChanges } from './asking/request.ts'
import { waitForChange } from './asking/wait.ts'
import type { ChangeDeps } from './parts/deps.ts'
import { claimChange } from './sending/claim.ts'
import { sweepChanges } from './sending/sweep.ts'
import { workOn } from './sending/work.ts'

/** Changes at the PMSs of hotels. All of its methods throw `PmsIntegrationError`. */
export interface Changes {
  /** Records a wish and wakes a worker. See {@link requestChange}. */
  request(request: ChangeRequest): Promise<Change>
  /** Several of one hotel at once: all or none. See {@link requestChanges}. */
  requestAll(hotelId: string, requests: readonly ChangeRequest[]): Promise<Change[]>
  /** What would become of a wish if it were sent now; nothing is recorded. */
  preview(request: ChangeRequest, signal: AbortSignal): Promise<Preview>
  /** @throws NOT_FOUND, CHANGE_NOT_OPEN */
  cancel(word: { hotelId: string; changeId: string; actor: string }): Promise<Change>
  /** @throws NOT_FOUND, CHANGE_NOT_OPEN */
  settle(word: { hotelId: string; changeId: string; actor: string; outcome: Settlement }): Promise<Change>
  /** The change once it has ended or waits for a person, or as it is when the signal aborts. */
  waitForEnd(change: Change, signal?: AbortSignal): Promise<Change>
  /** Takes the change whose turn it is, or this one if it is its turn; null: there is none. */
  claim(id?: string): Promise<Change | null>
  /** Brings a claimed change as far as it comes. */
  work(claimed: Change, shutdown?: AbortSignal): Promise<Change>
  sweep(): Promise<void>
}

export function createChanges(deps: ChangeDeps): Changes {
  return {
    request: (request) => requestChange(ofHotel(deps, request.hotelId), request),
    requestAll: (hotelId, requests) => requestChanges(ofHotel(deps, hotelId), requests),
    preview: (request, signal) => previewChange(ofHotel(deps, request.hotelId), request, signal),
    cancel: ({ hotelId, ...word }) => cancelChange(ofHotel(deps, hotelId), word),
    settle: ({ hotelId, ...word }) => settleChange(ofHotel(deps, hotelId), word),
    waitForEnd: (change, signal) => waitForChange(ofHotel(deps, change.hotelId), change, signal),
    claim: (id) => claimChange(deps.database, deps.changeTiming.leaseMs, id ?? null),
    work: (claimed, shutdown) => workOn(deps, claimed, shutdown),
    sweep: () => sweepChanges(deps),
  }
}
