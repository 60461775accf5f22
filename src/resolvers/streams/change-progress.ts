import type { Change } from '../../entities/change.ts'
import { hotelNotFound } from '../../security/policy.ts'
import { type ChangeMoved, changeTopic } from '../../sync/events/progress.ts'
import type { ApiContext } from '../access/context.ts'
import { createLoaders } from '../loaders/loaders.ts'
import { linkReturn } from './link-return.ts'

/**
 * Changes of a hotel, as they are when something has become of one.
 * @throws PmsIntegrationError NOT_FOUND
 */
export async function changeProgress(context: ApiContext, { hotelId }: { hotelId: string }) {
  if ((await context.loaders.hotel.load(hotelId)) === null) throw hotelNotFound()
  const source = await context.pubsub.subscribe<ChangeMoved>(changeTopic(hotelId))
  return linkReturn(source, movedChanges(context, source))
}

async function* movedChanges(context: ApiContext, source: AsyncIterableIterator<ChangeMoved>): AsyncGenerator<Change> {
  try {
    for await (const { id } of source) {
      if (id === null) continue
      const change = await createLoaders(context, context.viewer).change.load(id)
      if (change !== null) yield change
    }
  } finally {
    await source.return?.()
  }
}
