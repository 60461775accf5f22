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
export function announceChange(listeners: Listeners, change: Change): void {
  const { events, log } = listeners
  const { state } = change
  showChange(listeners, change)
  const event = state in EVENTS ? EVENTS[state as keyof typeof EVENTS] : null
  if (event === null) return
  const facts = factsOf(change)
  log[state === 'APPLIED' ? 'info' : 'warn']({ event, ...facts }, `A change was ${state.toLowerCase()}`)
  events.emit(event, facts)
}

/** For those who watch; it is no event. */
export function showChange({ pubsub }: Pick<Listeners, 'pubsub'>, { id, hotelId, setId }: Change): void {
  void pubsub.publish(changeTopic(hotelId), { hotelId, id, setId })
}

/** What is told of a change, recorded or about to be. */
export type ToldOf = Pick<
  Change,
  'id' | 'hotelId' | 'provider' | 'entityType' | 'entityId' | 'externalId' | 'action' | 'groups' | 'errorCode'
>

/** Groups, never values. */
export function factsOf(change: ToldOf): ChangeEvent {
  const { id: changeId, hotelId, provider, entityType, entityId, externalId, action, groups, errorCode } = change
  return { changeId, hotelId, provider, entityType, entityId, externalId, action, groups, errorCode }
}
