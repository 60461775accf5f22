import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/records/common.ts'
import { scrubRaw } from '../../src/records/text/scrub.ts'

const PREFIXES: readonly (readonly [prefix: string, length: number])[] = [
  ['4', 13],
  ['4', 16],
  ['4', 19],
  ['51', 16],
  ['55', 16],
  ['2221', 16],
  ['2720', 16],
  ['34', 15],
  ['37', 15],
  ['300', 14],
  ['36', 14],
  ['38', 14],
  ['3528', 16],
  ['3589', 16],
  ['6011', 16],
  ['644', 16],
  ['65', 16],
  ['62', 16],
  ['62', 19],
  ['2200', 16],
  ['5018', 16],
  ['6304', 18],
  ['6759', 13],
  ['8600', 16],
]

function withCheckDigit(digits: string): string {
  for (let check = 0; ; check++) if (luhn(digits + check) % 10 === 0) return digits + check
}

function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, char, i) => {
    const digit = Number(char) * (i % 2 === 0 ? 1 : 2)
    return sum + (digit > 9 ? digit - 9 : digit)
  }, 0)
}

const digitString = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((digits) => digits.join(''))

const cardNumber = fc
  .constantFrom(...PREFIXES)
  .chain(([prefix, length]) => digitString(length - prefix.length - 1).map((middle) => withCheckDigit(prefix + middle)))

/** The same card as a person or a system might write it: groups of any size, any kind of gap. */
const writtenCard = fc
  .tuple(cardNumber, fc.integer({ min: 1, max: 19 }), fc.constantFrom('', ' ', '-', ' - ', ' ', '–'))
  .map(([card, size, gap]) => ({ card, written: card.match(new RegExp(`\\d{1,${size}}`, 'g'))?.join(gap) ?? card }))

const PLACES: readonly ((card: string) => unknown)[] = [
  (card) => card,
  (card) => ({ notes: `Guest asks to charge ${card}, exp 12/28, late arrival` }),
  (card) => ({ notes: `room 12 ${card} 12/28` }),
  (card) => ({ payment: { number: card } }),
  (card) => ({ payments: [[{ deep: [{ number: card }] }]] }),
  (card) => ({ [`card ${card}`]: true }),
  (card) => ({ body: JSON.stringify({ card: { number: card } }) }),
  (card) => ({ body: JSON.stringify({ body: JSON.stringify([card]) }) }),
  (card) => ({ track: `%B${card}^DOE/JANE^2812101` }),
  (card) => ({ xml: `<CardNumber>${card}</CardNumber>` }),
  (card) => ({ notes: `VISA${card}exp` }),
  (card) => ({ notes: `${card.slice(0, 4)}\u0000${card.slice(4)}` }),
  (card) => ({ notes: `${'x'.repeat(63_995)}${card}` }),
  (card) => [card, card],
  (card) => BigInt(card.replaceAll(/\D/g, '')),
]

const digitsOf = (value: unknown) => JSON.stringify(value).replaceAll(/\D/g, '')

test('no card number of 10,000 is stored, wherever it stands and however it is written', () => {
  fc.assert(
    fc.property(writtenCard, fc.constantFrom(...PLACES), ({ card, written }, place) => {
      const stored = scrubRaw(place(written))
      expect(digitsOf(stored)).not.toContain(card)
    }),
    { numRuns: 10_000 },
  )
})

test('the last four digits stay, for a person to recognise the card', () => {
  expect(scrubRaw({ notes: 'charge 4111-1111-1111-1234 if late' })).toEqual({
    notes: 'charge 4111-1111-1111-1234 if late',
  })
  expect(scrubRaw({ notes: 'charge 4111-1111-1111-1111 if late' })).toEqual({ notes: 'charge •••• 1111 if late' })
})

test('a card number sent as a JSON number is masked too', () => {
  expect(scrubRaw({ pan: 4111111111111111 })).toEqual({ pan: '•••• 1111' })
  expect(scrubRaw({ body: '{"pan":4111111111111111}' })).toEqual({ body: '{"pan":"•••• 1111"}' })
})

test('nine of ten long identifiers survive, although they have the length of a card number', () => {
  const ids = fc.sample(fc.integer({ min: 13, max: 19 }).chain(digitString), { numRuns: 5_000, seed: 7 })
  const kept = ids.filter((id) => scrubRaw({ id }).id === id)
  expect(kept.length / ids.length).toBeGreaterThan(0.95)
})

test.each([
  ['reservation number', '20261123000417'],
  ['timestamp in milliseconds', '1795392000000'],
  ['timestamp in microseconds', '1795392000000000'],
  ['instant', '2026-11-23T14:05:00.000Z'],
  ['two dates', '2026-11-23 2026-11-25'],
  ['phone', '+351 912 345 678'],
  ['German mobile phone', '+49 1512 3456784'],
  ['UUID', '01935a2c-7f4e-7b6a-9d3e-0123456789ab'],
  ['two phones', '+1 415-555-2671 / +1 415-555-2672'],
  ['prices', '450.00 500.00 550.00 600.00'],
  ['exchange rate', '4.123456789012345'],
  ['IBAN', 'PT50 0002 0123 1234 5678 9015 4'],
])('%s survives', (_, value) => {
  expect(scrubRaw({ value })).toEqual({ value })
})

test('numbers survive as numbers', () => {
  const raw = { id: 1795392000000, rate: 129.5, big: 2 ** 53, negative: -4111111111111111, nothing: null, yes: true }
  expect(scrubRaw(raw)).toEqual(raw)
})

describe('secrets', () => {
  const names = ['cvv', 'CVC2', 'cardCvv', 'securityCode', 'Security-Code', 'password', 'access_token', 'AccessToken']
  const more = [
    'x-api-key',
    'API KEY',
    'clientSecret',
    'refreshToken',
    'Authorization',
    'privateKey',
    'trackData',
    'pwd',
  ]
  test.each([...names, ...more])('%s is dropped', (name) => {
    expect(scrubRaw({ deep: [{ [name]: 'x', id: 7 }] })).toEqual({ deep: [{ id: 7 }] })
  })

  test.each(['pinCode', 'tokenType', 'passwordResetAt', 'secretary', 'authorizationCode', 'cardType'])(
    '%s is kept',
    (name) => {
      expect(scrubRaw({ [name]: 'x' })).toEqual({ [name]: 'x' })
    },
  )

  test('they are found in embedded JSON, pairs and prose', () => {
    expect(scrubRaw({ body: '{"id": 1, "cvv": "123"}' })).toEqual({ body: '{"id":1}' })
    expect(scrubRaw({ fields: [{ name: 'CVV', value: '123' }] })).toEqual({ fields: [{ name: 'CVV' }] })
    expect(scrubRaw({ notes: 'CVV: 123, security code is 4567' })).toEqual({
      notes: 'CVV: •••, security code is •••',
    })
  })

  test('embedded JSON without a finding stays as it came', () => {
    const body = '{ "id": 12345678901234567890,\n "rooms": [1.0] }'
    expect(scrubRaw({ body })).toEqual({ body })
  })
})

describe('what PostgreSQL accepts', () => {
  test('NUL and lone surrogates are removed from values and keys', () => {
    expect(scrubRaw({ 'na\u0000me': 'A\u0000da \ud83d!' })).toEqual({ name: 'Ada \ufffd!' })
  })

  test('anything at all becomes an object of JSON', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (raw) => {
        const stored = scrubRaw(raw)
        const json = JSON.stringify(stored)
        expect(JSON.parse(json)).toEqual(stored)
        expect(json).not.toContain('\\u0000')
        expect(json.isWellFormed()).toBe(true)
      }),
    )
  })

  test('scrubbing twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.object(), (raw) => {
        const once = scrubRaw(raw)
        expect(scrubRaw(once)).toEqual(once)
      }),
    )
  })

  test('what is no object is wrapped', () => {
    expect(scrubRaw('text')).toEqual({ value: 'text' })
    expect(scrubRaw(null)).toEqual({ value: null })
    expect(scrubRaw([1, undefined, Number.NaN])).toEqual({ value: [1, null, null] })
  })

  test('a key cannot change the prototype', () => {
    const stored = scrubRaw(JSON.parse('{"__proto__": {"admin": true}, "id": 1}'))
    expect(Object.getPrototypeOf(stored)).toBe(Object.prototype)
    expect((stored as JsonObject & { admin?: unknown }).admin).toBeUndefined()
  })
})

describe('bounds', () => {
  test('depth', () => {
    let deep: unknown = 'core'
    for (let i = 0; i < 50_000; i++) deep = { deep }
    expect(JSON.stringify(scrubRaw(deep))).toContain('[cut: too large]')
  })

  test('a circle', () => {
    const circle: Record<string, unknown> = { id: 1 }
    circle.first = circle
    circle.second = circle
    expect(JSON.stringify(scrubRaw(circle)).length).toBeLessThan(20_000_000)
  })

  test('one text and the whole item', () => {
    expect(String(scrubRaw({ notes: 'x'.repeat(1_000_000) }).notes).length).toBeLessThan(65_000)
    const wide = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`f${i}`, 'x'.repeat(10_000)]))
    expect(JSON.stringify(scrubRaw(wide)).length).toBeLessThan(1_200_000)
  })
})
