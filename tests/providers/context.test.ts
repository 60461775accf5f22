import { describe, expect, test } from 'vitest'
import { credentialFingerprint } from '../../src/providers/context.ts'

describe('the fingerprint of a credential', () => {
  const credentials = { clientId: 'a', nested: { x: 1, y: [1, 2] } }
  const fingerprint = credentialFingerprint('opera', credentials)

  test('is the same for equal credentials, in any order of fields', () => {
    expect(credentialFingerprint('opera', { nested: { y: [1, 2], x: 1 }, clientId: 'a' })).toBe(fingerprint)
  })

  test.each([
    ['opera', { ...credentials, clientId: 'b' }],
    ['opera', { ...credentials, nested: { x: 1, y: [2, 1] } }],
    ['mews', credentials],
  ])('differs for others: %s %j', (provider, others) => {
    expect(credentialFingerprint(provider, others)).not.toBe(fingerprint)
  })

  test('does not tell the credential', () => {
    expect(credentialFingerprint('opera', { apiKey: 'hunter2' })).toMatch(/^opera:[\w-]{22}$/)
  })
})
