import type { ConfigurationKey } from '../configurations/rows.ts'
import type { Change } from '../entities/change.ts'
import { ofHotel } from '../hotels/of-hotel.ts'
import type { ConflictDefaults } from '../records/changes/conflict-defaults.ts'
import { cancelChange, type Settlement, settleChange } from './asking/people.ts'
import { type Preview, previewChange } from './asking/preview.ts'
import { type ChangeRequest, requestChange, requestChanges } from './asking/request.ts'
import { type UndoRequest, undoOf } from './asking/undo.ts'
import { waitForChange } from './asking/wait.ts'
import { type Conflicts, findConflicts } from './conflicts/list.ts'
import { type Decision, resolveConflict } from './conflicts/resolve.ts'
import { type TriedDefaults, tryDefaults } from './conflicts/try-defaults.ts'
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
  /** The wish that takes a change back, to be previewed or requested. @throws NOT_FOUND, CHANGE_NOT_OPEN */
  undoOf(undo: UndoRequest & { hotelId: string }): Promise<ChangeRequest>
  /** A person's word on a conflict. See {@link resolveConflict}. */
  resolve(decision: Decision & { hotelId: string }): Promise<Change>
  /** What is contested at a hotel, the most harmful first. */
  conflicts(hotelId: string, first: number): Promise<Conflicts>
  /** What defaults would have made of the conflicts of the last 30 days. */
  tryDefaults(key: ConfigurationKey, defaults: ConflictDefaults): Promise<TriedDefaults>
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
    undoOf: ({ hotelId, ...undo }) => undoOf(ofHotel(deps, hotelId), undo),
    resolve: ({ hotelId, ...decision }) => resolveConflict(ofHotel(deps, hotelId), decision),
    conflicts: (hotelId, first) => findConflicts(ofHotel(deps, hotelId), hotelId, first),
    tryDefaults: (key, defaults) => tryDefaults(ofHotel(deps, key.hotelId).database, key, defaults),
    waitForEnd: (change, signal) => waitForChange(ofHotel(deps, change.hotelId), change, signal),
    claim: (id) => claimChange(deps.database, deps.changeTiming.leaseMs, id ?? null),
    work: (claimed, shutdown) => workOn(deps, claimed, shutdown),
    sweep: () => sweepChanges(deps),
  }
}
