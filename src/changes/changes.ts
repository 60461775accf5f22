import type { ConfigurationKey } from '../configurations/rows.ts'
import type { Change } from '../entities/change.ts'
import { ofHotel } from '../hotels/of-hotel.ts'
import type { ConflictDefaults } from '../records/changes/conflict-defaults.ts'
import { cancelChange, type Settlement, settleChange } from './asking/people.ts'
import { type Preview, previewChange } from './asking/preview.ts'
import { type ChangeRequest, createRequests, requestChanges } from './asking/request.ts'
import { type UndoRequest, undoOf } from './asking/undo.ts'
import { isSettled, waitForChange } from './asking/wait.ts'
import {
  type Conflict,
  type ConflictFilter,
  type ConflictRange,
  countConflicts,
  findConflicts,
} from './conflicts/list.ts'
import { type Decision, resolveConflict } from './conflicts/resolve.ts'
import { type TriedDefaults, tryDefaults } from './conflicts/try-defaults.ts'
import type { ChangeDeps } from './parts/deps.ts'
import { batchesOf, claimChange, claimItems } from './sending/claim.ts'
import { findRepeated } from './sending/repeated.ts'
import { sweepChanges } from './sending/sweep.ts'
import { workOn } from './sending/work.ts'
import { type ChangeSets, createChangeSets } from './sets/sets.ts'

/** Changes at the PMSs of hotels. All of its methods throw `PmsIntegrationError`. */
export interface Changes {
  /** Records a wish and wakes a worker. See {@link createRequests}. */
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
  /** What is contested at a hotel, the most harmful first. @throws NOT_FOUND */
  conflicts(hotelId: string, range: ConflictRange): Promise<Conflict[]>
  /** @throws NOT_FOUND */
  countConflicts(hotelId: string, filter: ConflictFilter): Promise<number>
  /** What defaults would have made of the conflicts of the last 30 days. */
  tryDefaults(key: ConfigurationKey, defaults: ConflictDefaults): Promise<TriedDefaults>
  /** The change once it has ended or waits for a person, or as it is when the signal aborts. */
  waitForEnd(change: Change, signal?: AbortSignal): Promise<Change>
  /** Takes the single change whose turn it is, or this one if it is its turn; null: there is none. */
  claim(id?: string): Promise<Change | null>
  /** Takes items of a set whose turn it is, of another connection than these; as many as go in one request. */
  claimItems(crowded: readonly string[]): Promise<Change[]>
  /** Brings a claimed change as far as it comes. */
  work(claimed: Change, shutdown?: AbortSignal): Promise<Change>
  /** The same of several that were claimed together. */
  workAll(claimed: readonly Change[], shutdown?: AbortSignal): Promise<Change[]>
  sweep(): Promise<void>
  /** Looks whether something was done twice of which nobody knew for a while what had come of it. */
  lookBack(): Promise<void>
  /** The same for many things at once. */
  readonly sets: ChangeSets
}

export function createChanges(deps: ChangeDeps): Changes {
  const sets = createChangeSets(deps)
  return {
    request: createRequests(deps),
    requestAll: (hotelId, requests) => requestChanges(ofHotel(deps, hotelId), requests),
    preview: (request, signal) => previewChange(ofHotel(deps, request.hotelId), request, signal),
    cancel: ({ hotelId, ...word }) => cancelChange(ofHotel(deps, hotelId), word),
    settle: ({ hotelId, ...word }) => settleChange(ofHotel(deps, hotelId), word),
    undoOf: ({ hotelId, ...undo }) => undoOf(ofHotel(deps, hotelId), undo),
    resolve: ({ hotelId, ...decision }) => resolveConflict(ofHotel(deps, hotelId), decision),
    conflicts: (hotelId, range) => findConflicts(ofHotel(deps, hotelId), hotelId, range),
    countConflicts: (hotelId, filter) => countConflicts(ofHotel(deps, hotelId), hotelId, filter),
    tryDefaults: (key, defaults) => tryDefaults(ofHotel(deps, key.hotelId).database, key, defaults),
    waitForEnd: (change, signal) => waitForChange(ofHotel(deps, change.hotelId), change, signal),
    claim: (id) => claimChange(deps.database, deps.changeTiming.leaseMs, id ?? null),
    claimItems: (crowded) =>
      claimItems(deps.database, {
        leaseMs: deps.changeTiming.leaseMs,
        batches: batchesOf(deps.listProviders()),
        crowded,
      }),
    work: async (claimed, shutdown) => (await workOn(deps, [claimed], shutdown))[0] ?? claimed,
    async workAll(claimed, shutdown) {
      const worked = await workOn(deps, claimed, shutdown)
      const [first] = claimed
      if (first?.setId && worked.some(isSettled)) await sets.advance({ hotelId: first.hotelId, id: first.setId })
      return worked
    },
    lookBack: () => findRepeated(deps),
    async sweep() {
      await sweepChanges(deps)
      await sets.sweep()
    },
    sets,
  }
}
