import type { Hotel } from '../entities/hotel.ts'
import { ofHotel } from '../hotels/of-hotel.ts'
import type { WebhookTokens } from '../platform/config.ts'
import type { EngineDeps } from '../sync/run/deps.ts'
import { type BookingWebhook, ingestBookingWebhook } from './booking-webhook.ts'
import { authenticateSender, type WebhookSender } from './sender.ts'

/** Takes bookings in the format of this service. */
export interface BookingIngest {
  /** @throws NOT_FOUND, UNAUTHENTICATED, CONFIGURATION_DISABLED */
  authenticate(sender: WebhookSender): Promise<Hotel>
  /** @throws BAD_USER_INPUT, RECORD_INVALID, RECORD_REJECTED */
  ingest(webhook: BookingWebhook): Promise<{ bookingId: string; syncLogId: string }>
}

export function createBookingIngest(
  deps: Pick<EngineDeps, 'database' | 'vault' | 'clock' | 'log' | 'events' | 'pubsub' | 'adapters'> & {
    readonly tokens: WebhookTokens
  },
): BookingIngest {
  return {
    authenticate: (sender) => authenticateSender(deps, sender),
    ingest(webhook) {
      const { hotel, correlationId } = webhook
      const log = correlationId === undefined ? deps.log : deps.log.child({ correlationId })
      return ingestBookingWebhook(ofHotel({ ...deps, log }, hotel.id), webhook)
    },
  }
}
