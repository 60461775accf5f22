import { expect, test } from 'vitest'
import { getProviderAdapter, listProviderAdapters } from '../../src/providers/registry.ts'

test('finds a provider by its key', () => {
  expect(getProviderAdapter('mock').name).toBe('Mock PMS')
})

test.each(['nobody', '', 'MOCK', 'constructor', '__proto__'])(
  '"%s" is an unknown provider; the known are listed',
  (key) => {
    const error = { code: 'UNKNOWN_PROVIDER', statusCode: 400, message: expect.stringContaining('mock') }
    expect(() => getProviderAdapter(key)).toThrow(expect.objectContaining(error))
  },
)

test('keys are unique', () => {
  const keys = listProviderAdapters().map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})
