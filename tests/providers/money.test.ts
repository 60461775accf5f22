import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalAmount, decimalOf, decimalsOf, minorUnitsOf } from '../../src/providers/money.ts'

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['CLF', 4],
  ['eur', 2],
  // CLDR, and so Intl, says 0 for these; ISO 4217 says otherwise.
  ['RSD', 2],
  ['LBP', 2],
  ['IQD', 3],
])('%s has %i decimals', (currency, decimals) => {
  expect(decimalsOf(currency)).toBe(decimals)
})

test.each([
  ['12.5', 'EUR', 1250],
  ['12', 'EUR', 1200],
  ['0012.50', 'EUR', 1250],
  ['-0.01', 'EUR', -1],
  ['+3.10', 'EUR', 310],
  [' 7.00 ', 'EUR', 700],
  ['1200', 'JPY', 1200],
  ['1200.00', 'JPY', 1200],
  ['1.234', 'KWD', 1234],
  ['1.005', 'EUR', 101],
  ['1.0049999', 'EUR', 100],
  ['-1.005', 'EUR', -101],
  ['99.995', 'EUR', 10_000],
  ['0.5', 'JPY', 1],
  [1.1, 'EUR', 110],
  [0.1 + 0.2, 'EUR', 30],
  [1.005, 'EUR', 101],
  [19.99, 'EUR', 1999],
  [1e-9, 'EUR', 0],
  [0, 'EUR', 0],
  [-0, 'EUR', 0],
  ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
] as const)('%s %s are %i minor units', (amount, currency, minor) => {
  expect(minorUnitsOf(amount, currency)).toBe(minor)
})

test.each(['', 'abc', '1,50', '1.2.3', '1e5', '.5', '5.', '1 000', '90071992547409.92', Number.NaN, Infinity, 1e21])(
  '%s is refused, and the field named',
  (amount) => {
    const error = expect.objectContaining({ code: 'RECORD_INVALID', field: 'rateCents' })
    expect(() => minorUnitsOf(amount, 'EUR', 'rateCents')).toThrow(error)
  },
)

test('every amount survives the way out and back, as text and as a number', () => {
  const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF')
  fc.assert(
    fc.property(fc.maxSafeInteger(), currency, (minor, code) => {
      expect(minorUnitsOf(decimalOf(minor, code), code)).toBe(minor)
    }),
  )
  fc.assert(
    fc.property(fc.integer(), currency, (minor, code) => {
      expect(minorUnitsOf(Number(decimalOf(minor, code)), code)).toBe(minor)
    }),
  )
})

test('a decimal amount of a vendor is a number or plain text', () => {
  for (const amount of [1.5, '1.50', '-3', ' 4 ']) expect(decimalAmount.safeParse(amount).success).toBe(true)
  for (const amount of ['', 'free', '1,5', null, Number.NaN])
    expect(decimalAmount.safeParse(amount).success).toBe(false)
})
