import type { ConfigurationKey } from '../../configurations/rows.ts'
import { ofHotel } from '../../hotels/of-hotel.ts'
import type { PmsProviderAdapter } from '../../providers/provider.ts'
import type { InboxDeps } from '../endpoints/deps.ts'
import { type RotatedKeys, type RotateInput, rotateKeys } from '../endpoints/keys.ts'
import { type DrainOptions, drainInbox, openDrains } from './drain.ts'
import { guardGaps, noteReachable } from './gap-guard.ts'
import { createIntake, type Intake } from './intake.ts'
import { claimInbox, type InboxLease, takeInbox, unparkInbox, wakeForgotten } from './leases.ts'
import { type ReplayInput, replayEvents } from './replay-events.ts'
import { createStreamedDoor, type StreamedDoor } from './streamed.ts'
import { sendTestEvent } from './test-event.ts'
import { INBOX_TIMING } from './timing.ts'

/**
 * Webhooks, from the moment that their bytes are here. Stored first, then answered, then processed: what was answered
 * with 2xx is never lost, and has one effect however often it comes and in whatever order.
 */
export interface Inbox {
  readonly intake: Intake
  /** The same door for what streams tell. */
  readonly streamed: StreamedDoor
  /** Takes the inbox whose turn it is; null when nothing is due in any. */
  claim(): Promise<InboxLease | null>
  /** Processes what is due in a claimed inbox. */
  work(lease: InboxLease, options?: DrainOptions): Promise<void>
  /** Processes what is due for one configuration, whose ever turn it is; nothing while another worker is at it. */
  drain(configurationId: string): Promise<void>
  /** Makes an inbox due that was parked because its PMS took too long. */
  unpark(key: { hotelId: string; configurationId: string }): Promise<void>
  /** Makes inboxes due whose waking was lost. */
  recover(): Promise<void>
  /** Looks for silence that is too long, and has what was missed fetched. */
  guardGaps(): Promise<void>
  /** Notes that webhooks can reach this service now. */
  noteReachable(): Promise<void>
  /** @throws NOT_FOUND, UNSUPPORTED_CAPABILITY, BAD_USER_INPUT */
  rotateKeys(input: RotateInput): Promise<RotatedKeys>
  /** @throws BAD_USER_INPUT */
  replay(input: ReplayInput): Promise<number>
  /** @throws NOT_FOUND */
  sendTest(input: ConfigurationKey & { actor: string }): Promise<string>
}

export function createInbox(deps: InboxDeps & { listProviders(): readonly PmsProviderAdapter[] }): Inbox {
  const intake = createIntake(deps)
  const drains = openDrains(deps)
  return {
    intake,
    streamed: createStreamedDoor(deps),
    claim: () => claimInbox(deps.database, INBOX_TIMING.leaseMs),
    work: (lease, options = {}) => drainInbox(drains, lease, options),
    async drain(configurationId) {
      const lease = await takeInbox(deps.database, configurationId, INBOX_TIMING.leaseMs)
      if (lease !== null) await drainInbox(drains, lease, {})
    },
    unpark: ({ hotelId, configurationId }) => unparkInbox(ofHotel(deps, hotelId).database, configurationId),
    recover: () => wakeForgotten(deps.database, deps.clock.now()),
    guardGaps: () => guardGaps(deps),
    noteReachable: () => noteReachable(deps),
    rotateKeys: (input) => rotateKeys(ofHotel(deps, input.hotelId), input),
    replay: (input) => replayEvents(ofHotel(deps, input.hotelId), input),
    sendTest: (input) => sendTestEvent(ofHotel(deps, input.hotelId), input),
  }
}
