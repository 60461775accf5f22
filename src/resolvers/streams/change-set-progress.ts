import type { ChangeSet } from '../../entities/change-set.ts'
import { hotelNotFound } from '../../security/policy.ts'
import { type ChangeMoved, changeTopic } from '../../sync/events/progress.ts'
import type { ApiContext } from '../access/context.ts'
import { createLoaders } from '../loaders/loaders.ts'
import { latest } from './latest.ts'

/** Of one set. */
const EVERY_MS = 300

/**
 * Change sets of a hotel, as they are when they have come on.
 * @throws PmsIntegrationError NOT_FOUND
 */
export async function changeSetProgress(context: ApiContext, { hotelId }: { hotelId: string }) {
  if ((await context.loaders.hotel.load(hotelId)) === null) throw hotelNotFound()
  const source = await context.pubsub.subscribe<ChangeMoved>(changeTopic(hotelId))
  const read = (setId: string): Promise<ChangeSet | null> =>
    createLoaders(context, context.viewer).changeSet.load(setId)
  return latest(source, { keyOf: ({ setId }) => setId, read, everyMs: EVERY_MS })
}
