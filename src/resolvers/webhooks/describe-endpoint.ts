import type { Configuration } from '../../entities/configuration.ts'
import type { WebhookEndpoint } from '../../entities/webhook-endpoint.ts'
import type { PmsProviderAdapter } from '../../providers/provider.ts'
import type { PmsWebhookEndpoint } from '../../schema/webhook.ts'

export const webhookUrl = (publicUrl: string, provider: string, key: string) =>
  `${publicUrl}/api/pms/${provider}/webhooks/${key}`

/** Everything that a hotel needs to have its PMS send webhooks, but for the key and the secret. */
export function describeEndpoint(
  publicUrl: string,
  adapter: PmsProviderAdapter,
  { externalHotelId }: Configuration,
  endpoint: WebhookEndpoint | null,
): PmsWebhookEndpoint {
  const hint = endpoint?.keyHint ?? null
  const url = webhookUrl(publicUrl, adapter.key, hint === null ? '<key>' : `…${hint}`)
  const headerNames = [...(adapter.webhook?.headerNames ?? [])]
  return {
    url,
    hasKey: hint !== null,
    bookingsUrl: `${publicUrl}/api/pms/${adapter.key}/bookings`,
    headerNames,
    instructions: instructionsFor({
      url,
      name: adapter.name,
      property: externalHotelId,
      headerNames,
      setup: adapter.webhook?.setup,
    }),
    rotatedAt: endpoint?.rotatedAt ?? null,
    previousUntil: endpoint?.previousUntil ?? null,
    lastEventAt: endpoint?.lastEventAt ?? null,
    refusedCount: endpoint?.refusedCount ?? 0,
    lastRefusedAt: endpoint?.lastRefusedAt ?? null,
    backfillOwedSince: endpoint?.backfillOwedSince ?? null,
  }
}

interface Facts {
  url: string
  name: string
  property: string | null
  headerNames: readonly string[]
  setup: string | undefined
}

/** A hotel copies this into a mail; the key and the secret go another way. */
function instructionsFor({ url, name, property, headerNames, setup }: Facts): string {
  const proof =
    headerNames.length === 0
      ? 'The address is a secret of its own: please do not write it into tickets or logs.'
      : `Each message proves where it comes from by the header ${headerNames.join(', ')}; the secret comes separately.`
  return [
    `Please send webhooks of ${name}${property === null ? '' : ` for the property ${property}`} to this address:`,
    url,
    '(POST, at most 1 MiB; the last part is only hinted at here and comes separately.)',
    ...(setup === undefined ? [] : [setup]),
    proof,
    'A message that is answered with a status of 200 to 299 has been stored. Please repeat those that are not.',
  ].join('\n')
}
