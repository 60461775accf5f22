import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const KEY_BYTES = 24
const SHAPE = /^[\w-]{22,64}$/

/** What makes an endpoint's URL unguessable: 192 random bits. */
export function generateWebhookKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url')
}

/**
 * What is kept of a key, and what it is found by: looking a digest up tells nothing about a key that is almost right.
 * Null for what cannot be a key.
 */
export function webhookKeyDigest(key: string): string | null {
  return SHAPE.test(key) ? createHash('sha256').update(key).digest('base64url') : null
}

/** Compares two secrets in a time that tells neither where they differ nor how long they are. */
export function isSameSecret(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((secret) => createHash('sha256').update(secret).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
