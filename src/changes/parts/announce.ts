import type { Change } from '../../entities/change.ts'
import type { ChangeEvent } from '../../sync/events/events.ts'
import { changeTopic } from '../../sync/events/progress.ts'
import type { ChangeDeps } from './deps.ts'

type Listeners = Pick<ChangeDeps, 'pubsub' | 'events' | 'log'>

const EVENTS = {
  APPLIED: 'pms.change.applied',
  REJECTED: 'pms.change.rejected',
  CONFLICT: 'pms.change.conflict',
} as const

/** What the rest of the world hears of a change, after the commit: never its values. */
export function announceChange({ pubsub, events, log }: Listeners, change: Change): void {
  const { id, hotelId, state } = change
  void pubsub.publish(changeTopic(hotelId), { hotelId, id })
  const event = state in EVENTS ? EVENTS[state as keyof typeof EVENTS] : null
  if (event === null) return
  const facts = factsOf(change)
  log[state === 'APPLIED' ? 'info' : 'warn']({ event, ...facts }, `A change was ${state.toLowerCase()}`)
  events.emit(event, facts)
}

/** Groups, never values. */
export function factsOf(change: Change): ChangeEvent {
  const { id: changeId, hotelId, provider, entityType, entityId, externalId, action, groups, errorCode } = change
  return { changeId, hotelId, provider, entityType, entityId, externalId, action, groups, errorCode }
}
