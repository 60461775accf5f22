import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../src/platform/secret.ts'
import { createAuthenticator, signToken } from '../../src/security/viewer.ts'
import { eventually } from '../kit/eventually.ts'

const SECRET = 'a secret of the tests that is long enough for every algorithm of its family'
const NOW = new Date('2026-11-23T12:00:00Z')
const clock = { now: () => NOW }
const tokens = { kind: 'secret', secret: new Secret(SECRET), issuer: null, audience: null } as const
const { authenticate } = createAuthenticator(tokens, clock)
const unauthenticated = { code: 'UNAUTHENTICATED', statusCode: 401 }
const seconds = (offset: number) => NOW.getTime() / 1000 + offset
const request = { subject: 'ana', hotelIds: ['demo'], permissions: ['ADMIN_VIEW'], expiresInSeconds: 60 } as const

/** A token as an attacker or a sloppy issuer might make it. */
function forge(payload: { [claim: string]: unknown }, { secret = SECRET, alg = 'HS256' } = {}): Promise<string> {
  return new SignJWT({ sub: 'ana', exp: seconds(60), ...payload })
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(secret))
}

test('a token that we signed tells who, what and until when', async () => {
  const token = await signToken(tokens, request, clock)
  expect(await authenticate(`Bearer ${token}`)).toEqual({
    subject: 'ana',
    permissions: new Set(['ADMIN_VIEW']),
    hotelIds: new Set(['demo']),
    expiresAt: new Date(seconds(60) * 1000),
  })
})

test('* stands for all hotels, also beside others', async () => {
  const token = await forge({ hotelIds: ['demo', '*'], permissions: [] })
  expect((await authenticate(`bearer ${token}`))?.hotelIds).toBe('*')
})

test('what a token does not say it does not grant', async () => {
  const viewer = await authenticate(`Bearer ${await forge({})}`)
  expect(viewer).toMatchObject({ permissions: new Set(), hotelIds: new Set() })
})

test('unknown permissions are ignored', async () => {
  const token = await forge({ permissions: ['ROOT', 'ADMIN_EDIT', 'admin_view'] })
  expect((await authenticate(`Bearer ${token}`))?.permissions).toEqual(new Set(['ADMIN_EDIT']))
})

test.each([undefined, '', '  '])('%j is no token', async (header) => {
  expect(await authenticate(header)).toBeNull()
})

describe('refused', () => {
  test.each(['Bearer', 'Basic YTpi', 'Bearer a b', 'Bearer a.b.c', 'token', 'Bearer ..'])('%j', async (header) => {
    await expect(authenticate(header)).rejects.toMatchObject(unauthenticated)
  })

  test.each([
    ['another secret', () => forge({}, { secret: `${SECRET}!` })],
    ['another algorithm of the same family', () => forge({}, { alg: 'HS512' })],
    ['no end', () => forge({ exp: undefined })],
    ['no subject', () => forge({ sub: undefined })],
    ['an empty subject', () => forge({ sub: '' })],
    ['hotels that are no list', () => forge({ hotelIds: '*' })],
    ['permissions that are no list', () => forge({ permissions: 'ADMIN_EDIT' })],
    ['hotel ids that are no text', () => forge({ hotelIds: [7] })],
    ['a start in the future', () => forge({ nbf: seconds(60) })],
    ['algorithm none', async () => new UnsecuredJWT({ sub: 'ana', exp: seconds(60) }).encode()],
  ])('%s', async (_, make) => {
    await expect(authenticate(`Bearer ${await make()}`)).rejects.toMatchObject(unauthenticated)
  })

  test('an expired one, beyond a small difference of clocks', async () => {
    expect(await authenticate(`Bearer ${await forge({ exp: seconds(-4) })}`)).not.toBeNull()
    await expect(authenticate(`Bearer ${await forge({ exp: seconds(-6) })}`)).rejects.toThrow('expired')
  })

  test('any change of a token', async () => {
    const token = await signToken(tokens, request, clock)
    const position = fc.nat(token.length - 2) // the last character carries bits that are not used
    await fc.assert(
      fc.asyncProperty(position, fc.constantFrom(...'AZaz09-_.'), async (at, char) => {
        fc.pre(token[at] !== char)
        const changed = token.slice(0, at) + char + token.slice(at + 1)
        await expect(authenticate(`Bearer ${changed}`)).rejects.toMatchObject(unauthenticated)
      }),
      { numRuns: 500 },
    )
  })

  test('any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), async (text) => {
        fc.pre(text.trim() !== '')
        await expect(authenticate(text)).rejects.toMatchObject(unauthenticated)
      }),
    )
  })
})

test('issuer and audience are checked when they are configured', async () => {
  const strict = { ...tokens, issuer: 'https://id.example.com', audience: 'pms' }
  const authenticator = createAuthenticator(strict, clock)
  const pass = async (token: string) => authenticator.authenticate(`Bearer ${token}`)
  expect(await pass(await signToken(strict, request, clock))).not.toBeNull()
  await expect(pass(await signToken(tokens, request, clock))).rejects.toMatchObject(unauthenticated)
  await expect(pass(await forge({ iss: strict.issuer, aud: 'other' }))).rejects.toMatchObject(unauthenticated)
})

/** An identity provider with one key pair. */
async function identityProvider() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }
  const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] }))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`
  return {
    config: { kind: 'jwks', url, issuer: null, audience: null } as const,
    publicPem: await exportSPKI(publicKey),
    sign: (payload: JWTPayload) =>
      new SignJWT({ sub: 'ana', exp: seconds(60), ...payload })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign(privateKey),
    close: () => new Promise((resolve) => server.close(resolve)),
    [Symbol.asyncDispose]: async () => void server.close(),
  }
}

describe('tokens of an identity provider', () => {
  test('are verified with its public keys', async () => {
    await using provider = await identityProvider()
    const authenticator = createAuthenticator(provider.config, clock)
    const viewer = await authenticator.authenticate(`Bearer ${await provider.sign({ permissions: ['ADMIN_EDIT'] })}`)
    expect(viewer).toMatchObject({ subject: 'ana', permissions: new Set(['ADMIN_EDIT']) })
  })

  test('signed with the public key as if it were a secret are refused', async () => {
    await using provider = await identityProvider()
    const authenticator = createAuthenticator(provider.config, clock)
    const confused = await forge({}, { secret: provider.publicPem })
    await expect(authenticator.authenticate(`Bearer ${confused}`)).rejects.toMatchObject(unauthenticated)
  })

  test('of another provider are refused', async () => {
    await using provider = await identityProvider()
    await using other = await identityProvider()
    const authenticator = createAuthenticator(provider.config, clock)
    await expect(authenticator.authenticate(`Bearer ${await other.sign({})}`)).rejects.toMatchObject(unauthenticated)
  })

  test('cannot be judged while its keys cannot be fetched: that is no fault of the token', async () => {
    const provider = await identityProvider()
    const token = await provider.sign({})
    await provider.close()
    const authenticator = createAuthenticator(provider.config, clock)
    await expect(authenticator.authenticate(`Bearer ${token}`)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  })

  test('a key server that never stops answering is cut off, and fills no memory', async () => {
    const sent = { bytes: 0, isCut: false }
    const flood = createServer((_, out) => {
      const part = Buffer.alloc(65_536, ' ')
      const more = () => {
        while (!out.closed && out.write(part)) sent.bytes += part.length
        sent.bytes += part.length
      }
      out
        .writeHead(200, { 'content-type': 'application/json' })
        .on('drain', more)
        .on('close', () => {
          sent.isCut = true
          flood.close()
        })
      more()
    })
    await new Promise<void>((resolve) => flood.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(flood.address() as AddressInfo).port}/`
    await using provider = await identityProvider()
    const authenticator = createAuthenticator({ ...provider.config, url }, clock)
    const answered = authenticator.authenticate(`Bearer ${await provider.sign({})}`)
    await expect(answered).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    await eventually(async () => expect(sent.isCut).toBe(true))
    expect(sent.bytes).toBeLessThan(32 * 1024 * 1024)
  })

  test('cannot be signed here', async () => {
    const jwks = { kind: 'jwks', url: 'https://id.example.com', issuer: null, audience: null } as const
    await expect(signToken(jwks, request)).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID' })
  })
})
