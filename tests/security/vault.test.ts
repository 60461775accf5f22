import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../src/platform/secret.ts'
import { createVault, type VaultContext } from '../../src/security/vault.ts'

const newKey = (id: string) => ({ id, key: new Secret(randomBytes(32)) })
const old = newKey('2025')
const current = newKey('2026')
const vault = createVault({ keys: [current, old] })
const context: VaultContext = { hotelId: 'demo', provider: 'mock', field: 'credentials' }
const unreadable = expect.objectContaining({ code: 'CREDENTIALS_UNREADABLE' })

test('what is sealed opens again, whatever the text and the place', () => {
  const places = fc.record({ hotelId: fc.string(), provider: fc.string(), field: fc.string() })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), places, (text, place) => {
      expect(vault.open(vault.seal(text, place), place)).toBe(text)
    }),
  )
})

test('the same text never gives the same envelope', () => {
  const envelopes = Array.from({ length: 1_000 }, () => vault.seal('same', context))
  expect(new Set(envelopes.map((envelope) => envelope.split('.')[2])).size).toBe(1_000)
})

test('an envelope names its version and key, and nothing of the text', () => {
  const envelope = vault.seal('a rather long password', context)
  expect(envelope).toMatch(/^v1\.2026\.[\w-]{16}\.[\w-]+$/)
  expect(Buffer.from(envelope.split('.')[3] ?? '', 'base64url').toString()).not.toContain('password')
})

describe('moved to another row', () => {
  const envelope = vault.seal('secret', context)
  test.each([
    ['hotel', { ...context, hotelId: 'other' }],
    ['provider', { ...context, provider: 'opera' }],
    ['field', { ...context, field: 'webhookSecret' }],
    ['cut between the parts', { ...context, hotelId: 'dem', provider: 'omock' }],
  ])('of another %s it does not open', (_, place) => {
    expect(() => vault.open(envelope, place)).toThrow(unreadable)
  })

  test('no two places are the same, whatever characters they have', () => {
    const part = fc.string({ unit: fc.constantFrom('"', ',', '[', '\\', 'a') })
    const place = fc.record({ hotelId: part, provider: part, field: part })
    fc.assert(
      fc.property(place, place, (one, two) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(two))
        expect(() => vault.open(vault.seal('secret', one), two)).toThrow(unreadable)
      }),
    )
  })
})

test('a change of any character is noticed', () => {
  const envelope = vault.seal('canary', context)
  const other = fc.constantFrom(...'ABCXYZabcxyz0189-_.=+ ')
  fc.assert(
    fc.property(fc.nat(envelope.length - 1), other, (at, char) => {
      fc.pre(envelope[at] !== char)
      expect(() => vault.open(envelope.slice(0, at) + char + envelope.slice(at + 1), context)).toThrow(unreadable)
    }),
    { numRuns: 2_000 },
  )
})

test.each(['', 'canary', 'v1.2026.short.x', '{"password":"canary"}'])('%j is not an envelope', (text) => {
  expect(() => vault.open(text, context)).toThrow(unreadable)
})

test('a cut envelope is noticed', () => {
  const envelope = vault.seal('canary', context)
  for (let length = 0; length < envelope.length; length++) {
    expect(() => vault.open(envelope.slice(0, length), context)).toThrow(unreadable)
  }
})

describe('rotation', () => {
  const sealedBefore = createVault({ keys: [old] }).seal('secret', context)

  test('an older key still opens and asks to be replaced', () => {
    expect(vault.open(sealedBefore, context)).toBe('secret')
    expect(vault.needsRotation(sealedBefore)).toBe(true)
    expect(vault.needsRotation(vault.seal('secret', context))).toBe(false)
  })

  test('a removed key is named', () => {
    const without = createVault({ keys: [current] })
    expect(() => without.open(sealedBefore, context)).toThrow(/"2025".*ENCRYPTION_KEYS/)
  })

  test('another key of the same id does not open', () => {
    const impostor = createVault({ keys: [newKey('2025')] })
    expect(() => impostor.open(sealedBefore, context)).toThrow(unreadable)
  })
})

test('an error tells neither text nor key', () => {
  const envelope = vault.seal('canary', context)
  try {
    vault.open(envelope, { ...context, hotelId: 'other' })
    expect.unreachable()
  } catch (error) {
    const told = `${error}${JSON.stringify(error)}${(error as Error).stack}`
    for (const secret of ['canary', current.key.reveal().toString('base64'), envelope])
      expect(told).not.toContain(secret)
  }
})

test('a vault without keys is refused', () => {
  expect(() => createVault({ keys: [] })).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }))
})
