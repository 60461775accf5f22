import type { ChangeSet } from '../../entities/change-set.ts'
import { ofHotel } from '../../hotels/of-hotel.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { claimSet } from './claim.ts'
import { createSet } from './create.ts'
import { lookAnew } from './look-anew.ts'
import { workOnPreview } from './preview.ts'
import type { ChangeSetRequest } from './request.ts'
import { advanceSet } from './running/advance.ts'
import { cancelSet, pauseSet, resumeSet, runSet } from './running/people.ts'
import { sweepSets } from './running/sweep.ts'
import { undoSet } from './running/undo.ts'

/** The same change for many things of a hotel. All of its methods throw `PmsIntegrationError`. */
export interface ChangeSets {
  /** Makes a set and its items. See {@link createSet}. */
  create(request: ChangeSetRequest): Promise<ChangeSet>
  /** Has a set looked at anew. @throws NOT_FOUND, CHANGE_SET_STATE */
  preview(word: { hotelId: string; id: string; actor: string }): Promise<ChangeSet>
  /** Starts a set as it was shown. See {@link runSet}. */
  run(word: { hotelId: string; id: string; actor: string; previewHash: string }): Promise<ChangeSet>
  /** @throws NOT_FOUND, CHANGE_SET_STATE */
  pause(word: { hotelId: string; id: string; actor: string }): Promise<ChangeSet>
  /** @throws NOT_FOUND, CHANGE_SET_STATE, and what keeps anything from being changed at the hotel's PMS */
  resume(word: { hotelId: string; id: string; actor: string }): Promise<ChangeSet>
  /** @throws NOT_FOUND, CHANGE_SET_STATE */
  cancel(word: { hotelId: string; id: string; actor: string }): Promise<ChangeSet>
  /** Makes a set that takes this one back. See {@link undoSet}. */
  undo(word: { hotelId: string; id: string; actor: string }): Promise<ChangeSet>
  /** Lets the next items of a set be sent that runs, and ends one of which nothing is left. */
  advance(set: { hotelId: string; id: string }): Promise<void>
  /** The same for all that nobody has looked after. */
  sweep(): Promise<void>
  /** Takes the set that has been due longest, or this one if it is due; null: there is none. */
  claim(id?: string): Promise<ChangeSet | null>
  /** Brings a claimed set as far as it comes. */
  work(claimed: ChangeSet, shutdown: AbortSignal): Promise<ChangeSet>
}

export function createChangeSets(deps: ChangeDeps): ChangeSets {
  return {
    create: (request) => createSet(ofHotel(deps, request.hotelId), request),
    preview: ({ hotelId, ...word }) => lookAnew(ofHotel(deps, hotelId), word),
    run: ({ hotelId, ...word }) => runSet(ofHotel(deps, hotelId), word),
    pause: ({ hotelId, ...word }) => pauseSet(ofHotel(deps, hotelId), word),
    resume: ({ hotelId, ...word }) => resumeSet(ofHotel(deps, hotelId), word),
    cancel: ({ hotelId, ...word }) => cancelSet(ofHotel(deps, hotelId), word),
    undo: ({ hotelId, ...word }) => undoSet(ofHotel(deps, hotelId), word),
    advance: ({ hotelId, id }) => advanceSet(ofHotel(deps, hotelId), id),
    sweep: () => sweepSets(deps),
    claim: (id) => claimSet(deps.database, deps.changeTiming.leaseMs, id ?? null),
    work: (claimed, shutdown) => workOnPreview(ofHotel(deps, claimed.hotelId), claimed, shutdown),
  }
}
