import { createHmac, timingSafeEqual } from 'node:crypto'
import { PmsIntegrationError } from '../../../errors.ts'
import type { Clock, WebhookRequest } from '../../provider.ts'

/** A signature that is older than this, or as far in the future, is refused. */
const TOLERANCE_S = 300
export const HEADER = 'x-protel-connector-signature'

/**
 * Proves that the connector sent this: HMAC-SHA256 over `<unix time>.<raw body>`, written `t=<unix time>,v1=<hex>`. Several
 * `v1` may stand there while a secret is being replaced.
 * @throws PmsIntegrationError UNAUTHENTICATED
 */
export function verifySignature({ headers, body }: WebhookRequest, secrets: readonly string[], clock: Clock): void {
  const parts = (headers[HEADER] ?? '').split(',').map((part) => part.trim().split('='))
  const time = parts.find(([name]) => name === 't')?.[1] ?? ''
  const ageS = Math.abs(Math.floor(clock.now().getTime() / 1000) - Number(time))
  if (!/^\d{1,12}$/.test(time) || ageS > TOLERANCE_S) throw refused('The signature is missing or out of date.')
  const expected = secrets.map((secret) => createHmac('sha256', secret).update(`${time}.`).update(body).digest())
  const given = parts.filter(([name]) => name === 'v1').map(([, hex = '']) => Buffer.from(hex, 'hex'))
  if (!matchesOne(expected, given)) throw refused('The signature does not fit.')
}

/**
 * Proves that protel I/O sent this: the bearer token that protel issued for the hotel and that was stored as the secret.
 * @throws PmsIntegrationError UNAUTHENTICATED
 */
export function verifyBearer({ headers }: WebhookRequest, secrets: readonly string[]): void {
  const [, token] = /^Bearer +(\S+)\s*$/i.exec(headers.authorization ?? '') ?? []
  if (token === undefined) throw refused('There is no bearer token.')
  if (!matchesOne(secrets.map(digest), [digest(token)])) throw refused('The bearer token does not fit.')
}

/** Equal lengths, so that comparing takes the same time whatever is guessed. */
const digest = (text: string) => createHmac('sha256', 'bearer').update(text).digest()

/** Compares all with all: how long it takes does not tell which one was close. */
function matchesOne(expected: readonly Buffer[], given: readonly Buffer[]): boolean {
  let matches = false
  for (const one of expected) {
    for (const other of given) if (one.length === other.length && timingSafeEqual(one, other)) matches = true
  }
  return matches
}

const refused = (message: string) => new PmsIntegrationError('UNAUTHENTICATED', message)
