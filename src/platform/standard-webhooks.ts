import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { PmsIntegrationError } from '../errors.ts'

/** Standard Webhooks 1.0 with symmetric signatures: https://www.standardwebhooks.com */

export interface SignedMessage {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** The bytes as they came; a body that was parsed and written again has another signature. */
  readonly body: Buffer
}

const PREFIX = 'whsec_'
const SECRET_BYTES = 32
const SHORTEST_SECRET_BYTES = 24
const LONGEST_SECRET_BYTES = 64
/** Either way, and exactly this old is still accepted. */
export const TIMESTAMP_TOLERANCE_SECONDS = 300
/** More signatures than a rotation can need. */
const MAX_SIGNATURES = 16

/** A new signing secret. */
export function generateWebhookSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`
}

/** Whether `secret` is one of this standard: `whsec_` and the base64 of 24 to 64 bytes. */
export function isWebhookSecret(secret: string): boolean {
  return keyOf(secret) !== null
}

/** The three headers that prove where a message comes from. With several secrets it carries a signature of each. */
export function signWebhook(
  secrets: readonly string[],
  message: { id: string; timestamp: Date; body: Buffer | string },
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(message.timestamp.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = keyOf(secret)
    if (key === null) throw new TypeError('Not a webhook secret: whsec_ and the base64 of 24 to 64 bytes')
    return `v1,${signatureOf(key, message.id, timestamp, message.body).toString('base64')}`
  })
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}

/**
 * Accepts a message when one of its signatures is right for one of the secrets.
 * @param secrets those that do not have the form of the standard match nothing
 * @throws PmsIntegrationError UNAUTHENTICATED
 */
export function verifyWebhook({ headers, body }: SignedMessage, secrets: readonly string[], now: Date): void {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers
  if (!id || !timestamp || !signatures) throw refused('The headers webhook-id, -timestamp and -signature are needed.')
  checkAge(timestamp, now)
  const candidates = signatures.split(' ', MAX_SIGNATURES).flatMap((entry) => decode(entry) ?? [])
  const expected = secrets.flatMap((secret) => {
    const key = keyOf(secret)
    return key === null ? [] : [signatureOf(key, id, timestamp, body)]
  })
  // Every pair is compared, so that the time does not tell which one was right.
  const matches = expected.flatMap((right) => candidates.filter((each) => timingSafeEqual(each, right)))
  if (matches.length === 0) throw refused('No signature is right for a secret of this endpoint.')
}

function checkAge(timestamp: string, now: Date): void {
  if (!/^\d{1,12}$/.test(timestamp)) throw refused('webhook-timestamp must be a Unix time in seconds.')
  const ageSeconds = Math.floor(now.getTime() / 1000) - Number(timestamp)
  if (Math.abs(ageSeconds) > TIMESTAMP_TOLERANCE_SECONDS) throw refused('webhook-timestamp is too old or too new.')
}

function signatureOf(key: Buffer, id: string, timestamp: string, body: Buffer | string): Buffer {
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
}

/** A signature of version 1; null for other versions and for what cannot be one. */
function decode(entry: string): Buffer | null {
  const [, base64 = ''] = /^v1,([A-Za-z0-9+/]{43}=)$/.exec(entry) ?? []
  return base64 === '' ? null : Buffer.from(base64, 'base64')
}

function keyOf(secret: string): Buffer | null {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret)) return null
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  return key.length >= SHORTEST_SECRET_BYTES && key.length <= LONGEST_SECRET_BYTES ? key : null
}

const refused = (message: string) => new PmsIntegrationError('UNAUTHENTICATED', message)
