import { createSecretKey } from 'node:crypto'
import { errors, type JWTPayload, type JWTVerifyOptions, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { PmsIntegrationError } from '../errors.ts'
import type { Keys } from './dev-keys.ts'
import { remoteKeySet } from './key-set.ts'

/** ADMIN_VIEW reads. ADMIN_EDIT also changes. */
export const PERMISSIONS = ['ADMIN_VIEW', 'ADMIN_EDIT'] as const
export type Permission = (typeof PERMISSIONS)[number]

/** Whoever holds a valid token. */
export interface Viewer {
  readonly subject: string
  readonly permissions: ReadonlySet<Permission>
  /** Ids of the hotels that exist for this viewer; `*`: all. */
  readonly hotelIds: '*' | ReadonlySet<string>
  /** From then on the token is worth nothing; long-lived connections must end. */
  readonly expiresAt: Date
}

export interface Authenticator {
  /**
   * @returns null when there is no token at all
   * @throws PmsIntegrationError `UNAUTHENTICATED` for a token that is invalid or expired, `SERVICE_UNAVAILABLE` when the
   * identity provider's keys cannot be fetched
   */
  authenticate(authorization: string | undefined): Promise<Viewer | null>
}

export interface TokenRequest {
  readonly subject: string
  /** `['*']`: all. */
  readonly hotelIds: readonly string[]
  readonly permissions: readonly Permission[]
  readonly expiresInSeconds: number
}

export interface Clock {
  now(): Date
}

const CLOCK_TOLERANCE_SECONDS = 5
const SIGNED_WITH_SECRET = 'HS256'
// Never a symmetric one here: a public key would then pass as the secret.
const SIGNED_WITH_KEY_PAIR = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

const claims = z.object({
  sub: z.string().min(1),
  exp: z.number(),
  permissions: z.array(z.string()).default([]),
  hotelIds: z.array(z.string().min(1)).default([]),
})

export const systemClock: Clock = { now: () => new Date() }

/** Verifies bearer tokens with the configured secret, or with the public keys of an identity provider. */
export function createAuthenticator(tokens: Keys['tokens'], clock: Clock = systemClock): Authenticator {
  const verify = createVerifier(tokens)
  const options = {
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    ...(tokens.issuer === null ? {} : { issuer: tokens.issuer }),
    ...(tokens.audience === null ? {} : { audience: tokens.audience }),
  }
  return {
    async authenticate(authorization) {
      if (!authorization?.trim()) return null
      const token =
        /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1] ?? unauthenticated('Send "Authorization: Bearer <token>".')
      return toViewer(await verify(token, { ...options, currentDate: clock.now() }).catch(explain))
    },
  }
}

/**
 * Makes a token that {@link createAuthenticator} accepts.
 * @throws PmsIntegrationError `CONFIGURATION_INVALID` when tokens come from an identity provider
 */
export async function signToken(tokens: Keys['tokens'], request: TokenRequest, clock = systemClock): Promise<string> {
  if (tokens.kind !== 'secret') {
    throw new PmsIntegrationError('CONFIGURATION_INVALID', 'JWKS_URL is set: tokens come from the identity provider.')
  }
  const { subject, hotelIds, permissions, expiresInSeconds } = request
  const nowSeconds = Math.floor(clock.now().getTime() / 1000)
  const token = new SignJWT({ permissions, hotelIds })
    .setProtectedHeader({ alg: SIGNED_WITH_SECRET, typ: 'JWT' })
    .setSubject(subject)
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + expiresInSeconds)
  if (tokens.issuer !== null) token.setIssuer(tokens.issuer)
  if (tokens.audience !== null) token.setAudience(tokens.audience)
  return token.sign(new TextEncoder().encode(tokens.secret.reveal()))
}

type Verify = (token: string, options: JWTVerifyOptions) => Promise<JWTPayload>

/** The algorithms are ours to choose, never the token's. */
function createVerifier(tokens: Keys['tokens']): Verify {
  if (tokens.kind === 'jwks') {
    const keys = remoteKeySet(tokens.url)
    return async (token, options) =>
      (await jwtVerify(token, keys, { ...options, algorithms: SIGNED_WITH_KEY_PAIR })).payload
  }
  // Made once: jose would import the bytes of a secret anew for every token.
  const secret = createSecretKey(tokens.secret.reveal(), 'utf8')
  return async (token, options) =>
    (await jwtVerify(token, secret, { ...options, algorithms: [SIGNED_WITH_SECRET] })).payload
}

function toViewer(payload: JWTPayload): Viewer {
  const { data } = claims.safeParse(payload)
  if (!data) return unauthenticated('The token does not carry the expected claims.')
  return {
    subject: data.sub,
    permissions: new Set(PERMISSIONS.filter((permission) => data.permissions.includes(permission))),
    hotelIds: data.hotelIds.includes('*') ? '*' : new Set(data.hotelIds),
    expiresAt: new Date(data.exp * 1000),
  }
}

/** Whatever is wrong with a token is told in one sentence that helps its owner and no one else. */
function explain(error: unknown): never {
  if (error instanceof errors.JWTExpired) unauthenticated('The token has expired.')
  const isOfToken = error instanceof errors.JOSEError && !isOfKeyServer(error)
  if (isOfToken) unauthenticated('The token is not valid.')
  throw new PmsIntegrationError('SERVICE_UNAVAILABLE', 'The keys that verify tokens cannot be fetched.', {
    cause: error,
  })
}

function isOfKeyServer(error: errors.JOSEError): boolean {
  // A bare JOSEError is how jose reports an answer other than 200, or one that is no JSON.
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === errors.JOSEError.code
  )
}

function unauthenticated(message: string): never {
  throw new PmsIntegrationError('UNAUTHENTICATED', message)
}
