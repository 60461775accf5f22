import { sql } from '@mikro-orm/core'
import { type ConfigurationKey, replaceSealed, requireConfiguration } from '../../configurations/rows.ts'
import type { Configuration } from '../../entities/configuration.ts'
import { WebhookEndpointEntity } from '../../entities/webhook-endpoint.ts'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { audit } from '../../hotels/audit.ts'
import type { ScopedTransaction } from '../../platform/database/database.ts'
import { detached } from '../../platform/database/unit-of-work.ts'
import { generateWebhookSecret } from '../../platform/standard-webhooks.ts'
import { generateWebhookKey, webhookKeyDigest } from '../../security/webhook-key.ts'
import type { InboxDeps } from './deps.ts'
import { secretContext } from './endpoint.ts'

export interface RotateInput extends ConfigurationKey {
  /** How long the key and the secret before are accepted too. */
  overlapHours?: number | undefined
  /** One that the vendor made; otherwise it is made here. */
  secret?: string | undefined
  actor: string
}

/** Told once, and kept only as a digest and under seal. */
export interface RotatedKeys {
  readonly configuration: Configuration
  readonly key: string
  readonly secret: string
  readonly previousUntil: Date
}

const DEFAULT_OVERLAP_HOURS = 24
const MAX_OVERLAP_HOURS = 7 * 24
const SECRET = /^[\x21-\x7e]{16,512}$/
const HINT_CHARS = 4

/**
 * Gives a configuration a new key and a new secret for its webhooks. From the first time on messages are recorded; then
 * a backfill brings what happened before, and only then the recorded ones are processed.
 * @throws PmsIntegrationError NOT_FOUND, UNSUPPORTED_CAPABILITY, BAD_USER_INPUT
 */
export async function rotateKeys(deps: InboxDeps, input: RotateInput): Promise<RotatedKeys> {
  const { overlapHours = DEFAULT_OVERLAP_HOURS, secret = generateWebhookSecret(), actor } = input
  checkInput(deps, input)
  const key = generateWebhookKey()
  const now = deps.clock.now()
  const previousUntil = new Date(now.getTime() + overlapHours * 3_600_000)
  const configuration = await deps.database.transaction(async (tx) => {
    const found = await requireConfiguration(tx, input)
    await storeKeys(tx, found, { key, sealed: deps.vault.seal(secret, secretContext(input)), previousUntil, now })
    const details = { provider: input.provider, overlapHours, keyHint: hintOf(key) }
    audit(tx, { hotelId: input.hotelId, actor, action: 'webhook.secret.rotated', details })
    return detached(found)
  })
  return { configuration, key, secret, previousUntil }
}

const hintOf = (key: string) => key.slice(-HINT_CHARS)

interface NewKeys {
  readonly key: string
  /** The secret, under seal. */
  readonly sealed: string
  /** How long the ones before are accepted. */
  readonly previousUntil: Date
  readonly now: Date
}

/** What was current becomes the previous. */
async function storeKeys(tx: ScopedTransaction, configuration: Configuration, keys: NewKeys): Promise<void> {
  const { em } = tx
  const { key, sealed, previousUntil, now } = keys
  const next = { keyDigest: webhookKeyDigest(key), keyHint: hintOf(key), rotatedAt: now }
  const endpoint = await em.findOne(WebhookEndpointEntity, configuration.id)
  if (endpoint === null) await em.insert(WebhookEndpointEntity, { ...firstEndpoint(configuration.id, now), ...next })
  else {
    const previous = {
      previousKeyDigest: endpoint.keyDigest,
      previousSecret: configuration.webhookSecret,
      previousUntil,
    }
    em.assign(endpoint, { ...next, ...previous })
  }
  await replaceSealed(tx, configuration.id, 'webhook_secret', sealed)
}

/** A backfill is due: what happened before the PMS knew the URL has to be fetched. */
const firstEndpoint = (configurationId: string, now: Date) => ({
  configurationId,
  previousKeyDigest: null,
  previousSecret: null,
  previousUntil: null,
  lastEventAt: null,
  refusedCount: 0,
  lastRefusedAt: null,
  backfillOwedSince: now,
  backfillOwedAt: sql.now(),
  backfilledAt: null,
  leaseToken: 0,
  leaseExpiresAt: null,
  readyAt: null,
  timeouts: 0,
})

function checkInput({ adapters }: InboxDeps, { provider, overlapHours, secret }: RotateInput): void {
  const adapter = adapters(provider)
  if (adapter.webhook === undefined) {
    throw new PmsIntegrationError('UNSUPPORTED_CAPABILITY', `${adapter.name} sends no webhooks.`)
  }
  if (overlapHours !== undefined && !(overlapHours >= 0 && overlapHours <= MAX_OVERLAP_HOURS)) {
    throw badUserInput('overlapHours', `must be from 0 to ${MAX_OVERLAP_HOURS}`)
  }
  if (secret !== undefined && !SECRET.test(secret)) {
    throw badUserInput('secret', 'must be 16 to 512 visible characters')
  }
}
