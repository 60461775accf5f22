import type { ChangeSet } from '../../entities/change-set.ts'
import { changeTopic } from '../../sync/events/progress.ts'
import type { ChangeDeps } from '../parts/deps.ts'

/** Tells who watches the hotel that something has become of a set, after the commit. */
export function announceSet(
  { pubsub }: Pick<ChangeDeps, 'pubsub'>,
  { hotelId, id: setId }: Pick<ChangeSet, 'hotelId' | 'id'>,
): void {
  void pubsub.publish(changeTopic(hotelId), { hotelId, id: null, setId })
}
