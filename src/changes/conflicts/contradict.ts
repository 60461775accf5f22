import { findConfiguration } from '../../configurations/rows.ts'
import type { Change } from '../../entities/change.ts'
import { retryOutage } from '../../platform/database/errors.ts'
import type { Facts } from '../../providers/write.ts'
import { defaultFor } from '../../records/changes/conflict-defaults.ts'
import type { Group } from '../../records/changes/groups.ts'
import { announceIngested, type Ingested } from '../../sync/run/ingest.ts'
import { announceChange } from '../parts/announce.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { type Held, moveHeld } from '../parts/hold.ts'
import type { OpenDesk } from '../parts/open.ts'
import { lookAt, storeSight } from '../parts/sight.ts'
import { giveWay, insist } from './resolve.ts'

export interface Contradiction {
  readonly contested: readonly Group[]
  readonly theirs: Facts
  readonly error: string
}

/**
 * Both sides have moved the same: what the hotel has decided for such a case is done, once, and a person is asked for
 * everything else. What the PMS has is stored with it, so that all see the same.
 */
export async function contradict(
  deps: ChangeDeps,
  held: Held,
  desk: OpenDesk,
  { contested, theirs, error }: Contradiction,
): Promise<Change> {
  const noted = {
    ...{ theirs: theirs.values, theirsModifiedAt: theirs.modifiedAt, contested: [...contested], error },
    also: ['conflict_at = now()'],
  }
  const configuration = await findConfiguration(deps.database, held.change)
  // Of a set nothing goes that was not shown: a person looks.
  const isOfSet = held.change.setId !== null
  const choice = isOfSet ? 'ASK' : defaultFor(configuration?.conflictDefaults ?? {}, contested)
  const sight = await lookAt(deps, desk, held.change).catch(() => null)
  const [stored, found, decided] = await retryOutage(() =>
    deps.database.transaction(async (tx): Promise<[Ingested | null, Change, Change | null]> => {
      const stored = sight && (await storeSight(tx, held.change, sight))
      const found = await moveHeld(tx, held.change, 'conflict', noted)
      // It was decided before, and they have moved again: a person looks at what is going on.
      if (choice === 'ASK' || found.resolution !== null) return [stored, found, null]
      return [stored, found, await (choice === 'OURS' ? insist : giveWay)(tx, found, { actor: null })]
    }),
  )
  if (stored !== null) announceIngested(deps, stored)
  announceChange(deps, found)
  if (decided === null) return found
  announceChange(deps, decided)
  if (decided.endedAt === null) await deps.enqueueChange(decided.id)
  return decided
}
