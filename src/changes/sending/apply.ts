import type { Change } from '../../entities/change.ts'
import { isDataError, retryOutage } from '../../platform/database/errors.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { announceIngested, type Ingested } from '../../sync/run/ingest.ts'
import { withoutRefused } from '../../sync/store/rejected.ts'
import { announceChange } from '../parts/announce.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { changeLost, current, type Held, noteEnd } from '../parts/hold.ts'
import { moveAll } from '../parts/rows.ts'
import { type Sight, storeSights } from '../parts/sight.ts'

/** A change, and the thing as it was wanted. */
export interface Seen {
  readonly held: Held
  readonly sight: Sight
}

/**
 * Seen: rows, states, audit and what is told of it are one transaction, so that no moment shows neither wish nor fact. One
 * that was taken over meanwhile stays as it is.
 */
export async function applyAll(deps: ChangeDeps, seen: readonly Seen[]): Promise<Change[]> {
  if (seen.length === 0) return []
  try {
    return await commit(deps, seen)
  } catch (error) {
    if (!isDataError(error)) throw error
    const clean = await Promise.all(seen.map((one) => withoutBad(deps, one)))
    return commit(deps, clean)
  }
}

async function withoutBad({ database }: ChangeDeps, { held, sight }: Seen): Promise<Seen> {
  if (sight.page === null) return { held, sight }
  const page = await withoutRefused(database, sight.entity, held.change, sight.page, sight.fetchedAt)
  return { held, sight: { ...sight, page } }
}

async function commit(deps: ChangeDeps, seen: readonly Seen[]): Promise<Change[]> {
  const moved = seen.map(({ held: { change }, sight: { facts } }) => ({
    ...{ id: change.id, leaseToken: change.leaseToken },
    // What the PMS no longer has is kept as it was last seen.
    noted: {
      theirs: facts?.values ?? change.theirs,
      theirsModifiedAt: facts ? facts.modifiedAt : change.theirsModifiedAt,
    },
  }))
  const [stored, ended] = await retryOutage(() =>
    deps.database.transaction(async (tx): Promise<[Ingested | null, ReadonlyMap<string, Change>]> => {
      const stored = await storeSights(
        tx,
        seen.map(({ held: { change }, sight }) => ({ change, sight })),
      )
      const ended = await moveAll(tx, moved, 'apply', { also: ['error_code = NULL', 'error = NULL'] })
      if (seen.length === 1 && ended.size === 0) throw changeLost()
      for (const change of ended.values()) await noteEnd(tx, change, null)
      return [stored, ended]
    }),
  )
  const [first] = seen
  if (stored !== null) announceIngested(deps, stored)
  else if (first !== undefined) await fetchSoon(deps, first.held.change, first.sight.entity.type)
  for (const change of ended.values()) announceChange(deps, change)
  return Promise.all(seen.map(({ held }) => ended.get(held.change.id) ?? current(deps, held)))
}

/** Of what cannot be fetched by itself the next walk tells, which is started now. */
async function fetchSoon({ engine, log }: ChangeDeps, { id, hotelId, provider }: Change, entityType: EntityType) {
  try {
    await engine.request({ hotelId, provider, entityType, trigger: 'WEBHOOK' })
  } catch (error) {
    // One is under way, or the next one by schedule tells.
    log.debug({ err: error, changeId: id }, 'No sync was started for a change that was applied')
  }
}
