import { BlockList, isIP } from 'node:net'

type Environment = Readonly<Record<string, string | undefined>>

/** What production refuses unless `ACCEPTED_RISKS` names it. `doctor` shows the ones that are taken. */
export const RISKS = {
  'http-jwks': 'JWKS_URL is plain http: whoever is on the way can exchange the keys that verify tokens',
  'any-issuer': 'JWT_ISSUER is not set: a token of any issuer whose key is at JWKS_URL is accepted',
  'any-audience': 'JWT_AUDIENCE is not set: tokens that were made for other services are accepted',
  'public-schema': 'The whole schema is told to callers without a token',
} as const
export type Risk = keyof typeof RISKS

/** By the variables, those that there is no choice about: `public-schema` is only ever asked for. */
const TAKES: Readonly<Partial<Record<Risk, (env: Environment) => boolean>>> = {
  'http-jwks': ({ JWKS_URL }) => JWKS_URL !== undefined && !/^https:/i.test(JWKS_URL),
  // Keys of our own sign for nobody else; those of an identity provider sign for all that it serves.
  'any-issuer': ({ JWKS_URL, JWT_ISSUER }) => JWKS_URL !== undefined && JWT_ISSUER === undefined,
  'any-audience': ({ JWKS_URL, JWT_AUDIENCE }) => JWKS_URL !== undefined && JWT_AUDIENCE === undefined,
}

/**
 * Why production rules hold although NODE_ENV does not say so: whoever has real keys, or lets others in, has no toy. Null:
 * they do not.
 */
export function reasonForProduction({ NODE_ENV, ...env }: Environment): string | null {
  if (NODE_ENV !== undefined) return null
  const key = ['JWT_SECRET', 'JWKS_URL', 'ENCRYPTION_KEYS'].find((name) => env[name] !== undefined)
  if (key !== undefined) return `${key} is set`
  if (env.PUBLIC_URL !== undefined && !isLocal(URL.parse(env.PUBLIC_URL)?.hostname ?? '')) return 'PUBLIC_URL is public'
  return env.HOST !== undefined && !isLocal(env.HOST) ? 'HOST lets others in' : null
}

/** What production refuses to start with, one a line, and never a value. */
export function productionProblems(env: Environment, accepted: readonly string[]): string[] {
  const problems: string[] = []
  if (!env.JWT_SECRET && !env.JWKS_URL)
    problems.push('JWT_SECRET is missing: 32 characters or more that sign bearer tokens (or set JWKS_URL)')
  if (!env.ENCRYPTION_KEYS)
    problems.push('ENCRYPTION_KEYS is missing: keyId:base64 of 32 random bytes that encrypt stored credentials')
  if (env.JWT_SECRET && isGuessable(Buffer.from(env.JWT_SECRET)))
    problems.push('JWT_SECRET is not random: make one with openssl rand -base64 48')
  const sealing = (env.ENCRYPTION_KEYS ?? '')
    .split(',')
    .map((entry) => Buffer.from(entry.split(':')[1] ?? '', 'base64'))
  if (sealing.some((key) => key.length === 32 && isGuessable(key)))
    problems.push('ENCRYPTION_KEYS has a key that is not random: make one with openssl rand -base64 32')
  for (const [name, token = ''] of Object.entries(env))
    if (/^PMS_[A-Z0-9_]+_TOKEN$/.test(name) && (token.length < LEAST_TOKEN_CHARS || isGuessable(Buffer.from(token), 4)))
      problems.push(`${name} can be guessed: ${LEAST_TOKEN_CHARS} random characters or more, openssl rand -hex 24`)
  for (const risk of takenRisks(env))
    if (!accepted.includes(risk)) problems.push(`${RISKS[risk]}. Change that, or add ${risk} to ACCEPTED_RISKS`)
  const reason = reasonForProduction(env)
  if (problems.length > 0 && reason !== null)
    problems.push(`NODE_ENV is not set, and ${reason}: production rules hold. NODE_ENV=development switches them off`)
  return problems
}

/** Those that the variables take, accepted or not. */
export const takenRisks = (env: Environment): Risk[] =>
  (Object.keys(RISKS) as Risk[]).filter((risk) => TAKES[risk]?.(env))

/** Too few different bytes, or one counting up: nobody's random number, and anybody's first guess. */
function isGuessable(bytes: Buffer, leastDifferent = LEAST_DIFFERENT): boolean {
  const steps = bytes.map((byte, index) => byte - (bytes[index - 1] ?? byte))
  return new Set(bytes).size < leastDifferent || new Set(steps).size < leastDifferent
}

/** 32 random hexadecimal digits have fewer in one of a hundred million. */
const LEAST_DIFFERENT = 7
/** Of what callers of the booking webhook prove themselves with. */
const LEAST_TOKEN_CHARS = 16

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

function isLocal(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  const family = isIP(name)
  return family === 0 ? /^(.+\.)?localhost$/.test(name) : loopback.check(name, family === 6 ? 'ipv6' : 'ipv4')
}
