import { type ConfigurationKey, configurationNotFound, findRow } from '../../configurations/rows.ts'
import type { Configuration } from '../../entities/configuration.ts'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { audit } from '../../hotels/audit.ts'
import { generateWebhookSecret } from '../../platform/standard-webhooks.ts'
import { generateWebhookKey, webhookKeyDigest } from '../../security/webhook-key.ts'
import type { InboxDeps } from './deps.ts'
import { secretContext } from './endpoint.ts'
import { storeKeys } from './rows.ts'

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
    const found = await findRow(tx, input, 'FOR UPDATE')
    if (found === null) throw configurationNotFound()
    const keys = {
      keyDigest: webhookKeyDigest(key) ?? '',
      keyHint: key.slice(-HINT_CHARS),
      secret: deps.vault.seal(secret, secretContext(input)),
      previousUntil,
    }
    await storeKeys(tx, found.id, keys, now)
    const details = { provider: input.provider, overlapHours, keyHint: keys.keyHint }
    await audit(tx, { hotelId: input.hotelId, actor, action: 'webhook.secret.rotated', details })
    return found
  })
  return { configuration, key, secret, previousUntil }
}

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
