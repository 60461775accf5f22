import type { ConfigurationKey } from '../../configurations/rows.ts'
import { ofHotel } from '../../hotels/of-hotel.ts'
import type { PmsProviderAdapter } from '../../providers/provider.ts'
import type { InboxDeps } from '../endpoints/deps.ts'
import { type RotatedKeys, type RotateInput, rotateKeys } from '../endpoints/keys.ts'
import { drainInbox } from './drain.ts'
import { findWaiting } from './event-rows.ts'
import { guardGaps, noteReachable } from './gap-guard.ts'
import { createIntake, type Intake } from './intake.ts'
import { purgeEvents } from './purge.ts'
import { type ReplayInput, replayEvents } from './replay-events.ts'
import { sendTestEvent } from './test-event.ts'

/**
 * Webhooks, from the moment that their bytes are here. Stored first, then answered, then processed: what was answered
 * with 2xx is never lost, and has one effect however often it comes and in whatever order.
 */
export interface Inbox {
  readonly intake: Intake
  /** Processes what is due for one configuration; harmless at any time, by any number of workers. */
  drain(configurationId: string, signal?: AbortSignal): Promise<void>
  /** Hands every inbox with something due to the queue: the queue may have forgotten. */
  recover(): Promise<void>
  /** Looks for silence that is too long, and has what was missed fetched. */
  guardGaps(): Promise<void>
  /** Notes that webhooks can reach this service now. */
  noteReachable(): Promise<void>
  /** Deletes what was settled long ago. */
  purge(): Promise<void>
  /** @throws NOT_FOUND, UNSUPPORTED_CAPABILITY, BAD_USER_INPUT */
  rotateKeys(input: RotateInput): Promise<RotatedKeys>
  /** @throws BAD_USER_INPUT */
  replay(input: ReplayInput): Promise<number>
  /** @throws NOT_FOUND */
  sendTest(input: ConfigurationKey & { actor: string }): Promise<string>
}

export function createInbox(deps: InboxDeps & { listProviders(): readonly PmsProviderAdapter[] }): Inbox {
  const intake = createIntake(deps)
  return {
    intake,
    drain: (configurationId, signal) => drainInbox(deps, configurationId, signal),
    async recover() {
      for (const id of await findWaiting(deps.database, deps.clock.now())) deps.enqueueInbox(id)
    },
    guardGaps: () => guardGaps(deps),
    noteReachable: () => noteReachable(deps),
    purge: () => purgeEvents(deps.database, deps.clock.now()),
    rotateKeys: (input) => rotateKeys(ofHotel(deps, input.hotelId), input),
    replay: (input) => replayEvents(ofHotel(deps, input.hotelId), input),
    sendTest: (input) => sendTestEvent(ofHotel(deps, input.hotelId), intake, input),
  }
}
