import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { type ConfigurationKey, configurationNotFound, findConfiguration } from '../../configurations/rows.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { audit } from '../../hotels/audit.ts'
import { currentOrigin } from '../../platform/cause.ts'
import type { InboxDeps } from '../endpoints/deps.ts'
import { findEndpoint } from '../endpoints/rows.ts'
import { type NewEvent, recordEvents } from './event-rows.ts'

/**
 * Puts an event about nothing into the inbox: it shows that messages are stored and processed here, and that the stored
 * credentials open. That the vendor reaches the URL only the vendor can show.
 * @returns id of the event
 * @throws PmsIntegrationError NOT_FOUND
 */
export async function sendTestEvent(
  deps: InboxDeps,
  { hotelId, provider, actor }: ConfigurationKey & { actor: string },
): Promise<string> {
  const configuration = await findConfiguration(deps.database, { hotelId, provider })
  if (configuration === null) throw configurationNotFound()
  if ((await findEndpoint(deps.database, configuration.id)) === null) {
    throw new PmsIntegrationError(
      'NOT_FOUND',
      'The configuration has no webhook endpoint yet; rotate its secret first.',
    )
  }
  const id = uuidv7()
  const event: NewEvent = {
    ...{ id, configurationId: configuration.id, hotelId, provider },
    dedupeKey: `id:test-${randomUUID()}`,
    eventId: null,
    eventType: TEST_EVENT,
    subjects: [],
    commands: [],
    headers: {},
    body: Buffer.from(JSON.stringify({ type: TEST_EVENT, sentBy: actor })),
    occurredAt: null,
    receivedAt: deps.clock.now(),
    origin: currentOrigin(),
    status: 'RECEIVED',
    reason: null,
  }
  await deps.database.transaction(async (tx) => {
    audit(tx, { hotelId, actor, action: 'webhook.test.sent', details: { provider, webhookEventId: id } })
    await recordEvents(tx, [event], [1])
  })
  deps.enqueueInbox(configuration.id)
  return id
}

const TEST_EVENT = 'pms.test'
