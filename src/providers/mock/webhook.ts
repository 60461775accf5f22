import { z } from 'zod'
import { badUserInput } from '../../errors.ts'
import { textOf } from '../../platform/body-text.ts'
import { verifyWebhook } from '../../platform/standard-webhooks.ts'
import { entityTypeOf, recordTypes } from '../../records/entity-type.ts'
import { camelCase } from '../../records/record-type.ts'
import type { FetchKind, ProviderWebhook, WebhookEvent } from '../provider.ts'

/** What happens to things, as the vendor calls it: `booking.created`, `room.updated`, `guest.removed`. */
export const eventType = (kind: FetchKind, what: 'created' | 'updated' | 'removed') =>
  `${camelCase(recordTypes[entityTypeOf(kind)].words.one)}.${what}`

const KINDS = new Map(Object.values(recordTypes).map(({ kind, words }) => [camelCase(words.one) as string, kind]))

/** A message: thin, it says what changed and not how. Signed as Standard Webhooks 1.0 says. */
export const wireMessage = z.object({
  type: z.string().min(1).max(100),
  timestamp: z.iso.datetime({ offset: true }),
  data: z.object({ id: z.string().min(1).max(255) }),
})

export const webhook: ProviderWebhook = {
  headerNames: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  verify: (request, secrets, clock) => verifyWebhook(request, secrets, clock.now()),
  parse: ({ headers, body }) => [parseMessage(body, headers['webhook-id'] ?? null)],
}

function parseMessage(body: Buffer, eventId: string | null): WebhookEvent {
  const parsed = wireMessage.safeParse(readJson(body))
  if (!parsed.success) throw badUserInput(parsed.error.issues[0]?.path.join('.') || 'body', 'is no message of this PMS')
  const { type, timestamp, data } = parsed.data
  const kind = KINDS.get(type.split('.', 1)[0] ?? '')
  return {
    eventId,
    type,
    externalHotelId: null,
    subject: kind === undefined ? null : { kind, externalId: data.id },
    item: null,
    occurredAt: new Date(timestamp),
  }
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(textOf(body))
  } catch {
    throw badUserInput('body', 'is not JSON')
  }
}
