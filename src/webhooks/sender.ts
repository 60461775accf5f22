import { findConfiguration } from '../configurations/rows.ts'
import type { Configuration } from '../entities/configuration.ts'
import type { Hotel } from '../entities/hotel.ts'
import { addressNotFound, PmsIntegrationError } from '../errors.ts'
import { findHotelBySlug } from '../hotels/hotels.ts'
import type { WebhookTokens } from '../platform/config.ts'
import { isSameSecret } from '../security/webhook-key.ts'
import type { EngineDeps } from '../sync/run/deps.ts'
import { acceptedSecrets, secretContext } from './endpoints/endpoint.ts'
import { findEndpoint } from './endpoints/rows.ts'

type Deps = Pick<EngineDeps, 'database' | 'vault' | 'clock' | 'adapters'> & { readonly tokens: WebhookTokens }

/** Whoever sends a booking: which hotel they speak for, and what they prove it with. */
export interface WebhookSender {
  readonly provider: string
  readonly slug: string | undefined
  readonly token: string | undefined
}

/**
 * The hotel that a sender speaks for. The secret of its configuration counts, and so does the provider's token of the
 * environment, which the operator gives to callers of all hotels; where there is neither, the shared one; else nobody is
 * let in. A hotel that does not exist is refused in the same words: the answer must not tell which hotels there are.
 * @throws PmsIntegrationError NOT_FOUND for a provider that does not exist, UNAUTHENTICATED, CONFIGURATION_DISABLED
 */
export async function authenticateSender(deps: Deps, { provider, slug, token }: WebhookSender): Promise<Hotel> {
  if (!isKnown(deps, provider)) throw addressNotFound()
  const hotel = slug === undefined || slug.includes('\u0000') ? null : await findHotelBySlug(deps.database, slug)
  const configuration = hotel === null ? null : await findConfiguration(deps.database, { hotelId: hotel.id, provider })
  const expected = configuration === null ? [] : await expectedTokens(deps, configuration)
  // All of them are compared, so that the time does not tell which one was close.
  const isRight = expected.filter((secret) => isSameSecret(token ?? '', secret)).length > 0
  if (!isRight || token === undefined || hotel === null || configuration === null)
    throw new PmsIntegrationError('UNAUTHENTICATED', 'x-provider-token is not right for x-hotel-slug.')
  if (!configuration.enabled) {
    throw new PmsIntegrationError('CONFIGURATION_DISABLED', 'The configuration of this hotel is switched off.')
  }
  return hotel
}

function isKnown({ adapters }: Deps, provider: string): boolean {
  try {
    return adapters(provider).key === provider
  } catch {
    return false
  }
}

async function expectedTokens(deps: Deps, configuration: Configuration): Promise<string[]> {
  const { byProvider, shared } = deps.tokens
  const ofProvider = byProvider[configuration.provider.toUpperCase().replace(/-/g, '_')]
  const own = [...(await ownSecrets(deps, configuration)), ...(ofProvider ? [ofProvider.reveal()] : [])]
  return own.length > 0 || shared === null ? own : [shared.reveal()]
}

async function ownSecrets(deps: Deps, configuration: Configuration): Promise<string[]> {
  const endpoint = await findEndpoint(deps.database, configuration.id)
  if (endpoint?.webhookSecret) return acceptedSecrets(deps, endpoint)
  const { webhookSecret } = configuration
  return webhookSecret === null ? [] : [deps.vault.open(webhookSecret, secretContext(configuration))]
}
