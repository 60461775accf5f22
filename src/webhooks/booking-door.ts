import type { Hotel } from '../entities/hotel.ts'
import { ofHotel } from '../hotels/of-hotel.ts'
import type { WebhookTokens } from '../platform/config.ts'
import type { EngineDeps } from '../sync/run/deps.ts'
import { type BookingWebhook, ingestBookingWebhook } from './booking-webhook.ts'
import { admitSender, type WebhookSender } from './sender.ts'

/** The door for bookings that are sent to us in our own format. */
export interface BookingDoor {
  /** @throws NOT_FOUND, UNAUTHENTICATED, CONFIGURATION_DISABLED */
  admit(sender: WebhookSender): Promise<Hotel>
  /** @throws BAD_USER_INPUT, RECORD_INVALID, RECORD_REJECTED */
  ingest(webhook: BookingWebhook): Promise<{ bookingId: string; syncLogId: string }>
}

export function createBookingDoor(
  deps: Pick<EngineDeps, 'database' | 'vault' | 'clock' | 'log' | 'events' | 'pubsub' | 'adapters'> & {
    readonly tokens: WebhookTokens
  },
): BookingDoor {
  return {
    admit: (sender) => admitSender(deps, sender),
    ingest: (webhook) => ingestBookingWebhook(ofHotel(deps, webhook.hotel.id), webhook),
  }
}
