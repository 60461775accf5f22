import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scrubBody } from '../../src/webhooks/inbox/scrub-body.ts'

const scrubbed = (text: string) => scrubBody(Buffer.from(text)).toString()

/** A Visa number with the right check digit. */
const cardNumber = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 14 })
  .map((digits) => [4, ...digits])
  .map((digits) => {
    const sum = digits.reduce((total, digit, index) => {
      const doubled = index % 2 === 0 ? digit * 2 : digit
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
    return [...digits, (10 - (sum % 10)) % 10].join('')
  })
const spacing = fc.constantFrom('', ' ', '-')
const written = fc
  .tuple(cardNumber, spacing)
  .map(([number, space]) => [number, (number.match(/.{4}/g) ?? []).join(space)] as const)

test('no card number is kept, wherever in a message it stands', () => {
  const place = fc.constantFrom(
    (text: string) => JSON.stringify({ note: `paid with ${text}, thanks` }),
    (text: string) => JSON.stringify({ deep: [{ list: [text, { cvv: '123' }] }] }),
    (text: string) => JSON.stringify([text]),
    (text: string) => `<Res><PaymentCard CardNumber="${text}" SeriesCode="123"/></Res>`,
    (text: string) => `<soap:Body><CardNumber>${text}</CardNumber><CVV>123</CVV></soap:Body>`,
    (text: string) => `not JSON, not XML: ${text}`,
  )
  fc.assert(
    fc.property(written, place, ([number, text], put) => {
      const clean = scrubbed(put(text))
      expect(clean.replace(/[\s-]/g, '')).not.toContain(number)
      expect(clean).toContain(number.slice(-4))
      expect(clean).not.toContain('"123"')
      expect(clean).not.toContain('>123<')
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  '{ "id": "B-1",  "at": "2026-11-23T04:00:00.123456Z", "timestamp": 1611758157.431234 }',
  '{"reservationId":"1234567890123456789","security_code_required":false}',
  '<Res ID="1234567890123"><Notes>call 351 912 345 678</Notes></Res>',
  '',
])('a message without one is kept byte for byte: %s', (text) => {
  const body = Buffer.from(text)
  expect(scrubBody(body).equals(body)).toBe(true)
})

// Each passes the check digit of a card number.
test.each([
  ['an attribute', '<Res ReservationID="4111111111111111"><Notes>late</Notes></Res>'],
  ['an attribute with a prefix, in single quotes', "<Res ns:UniqueId = '5500005555555559'/>"],
  ['the id of OTA', '<UniqueID Type="14" ID="378282246310005"/>'],
  ['an element', '<ns:ReservationId>4111111111111111</ns:ReservationId>'],
])('an id in %s of XML is no card number', (_, text) => {
  expect(scrubbed(text)).toBe(text)
})

test.each([
  ['attributes', '<Card Number="4111111111111111" ResID_Value="4111111111111111"/>', '<Card Number="'],
  ['a text beside it', '<Res ID="4111111111111111"><Text>4111 1111 1111 1111</Text></Res>', '<Text>'],
  ['an attribute that only ends like one', '<Res Paid="4111111111111111" Cid="123"/>', 'Paid="'],
])('a card number in %s of XML is masked although an id stands there too', (_, text, before) => {
  const clean = scrubbed(text)
  expect(clean.slice(clean.indexOf(before) + before.length)).not.toMatch(/^4111/)
  expect(clean).toContain('1111')
  expect(clean).not.toContain('"123"')
})

test('bytes that are no text are kept as they are', () => {
  const body = Buffer.from([0xff, 0xfe, 0x00, 0x41])
  expect(scrubBody(body)).toBe(body)
})

test.each([
  ['tags that never end', '<a '],
  ['brackets', '<'],
  ['brackets that close', '<a>'],
  ['names', '<a:'],
  ['attributes without a value', ' a='],
  ['quotes', ' a="'],
  ['blanks', ' a        '],
  ['digits', '4111 '],
  ['brackets of JSON', '['],
])('a megabyte of %s does not hold up everybody else', (_, part) => {
  const text = `${part.repeat((1024 * 1024) / part.length)} cvv: 123`
  expect(scrubbed(text).length).toBeGreaterThan(0)
})
