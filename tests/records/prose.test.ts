import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookingRecord } from '../../src/records/booking.ts'
import { scrubProse } from '../../src/records/text/prose.ts'
import { scrubRaw } from '../../src/records/text/scrub.ts'

const CARD = '4111111111111111'
const groups = (between: string) => (CARD.match(/.{4}/g) ?? []).join(between)

describe('a card number in a text goes, however it is written', () => {
  test.each([
    ...['', ' ', '    ', '-', ' - ', '/', ' / ', ',', ', ', '*', '|', ':', '.', '\u00a0', '</b><b>', '<br/>'].map(
      groups,
    ),
    groups('&nbsp;'),
    [...CARD].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''), // full width
    [...CARD].map((digit) => String.fromCodePoint(0x0660 + Number(digit))).join(''), // Arabic
    [...CARD].map((digit) => `&#${digit.charCodeAt(0)};`).join(''),
    [...CARD].map((digit) => `&#x${digit.charCodeAt(0).toString(16)};`).join(''),
    Buffer.from(`card ${CARD}`).toString('base64'),
  ])('%s', (written) => {
    const clean = scrubProse(`Please charge ${written}, thanks`)
    expect(clean).not.toContain(written)
    expect(clean).toContain('••••')
    expect(clean).toMatch(/^Please charge .*, thanks$/)
  })
})

test.each(['CVV 123', 'cvn: 1234', 'CID is 123', 'verification value: 123', 'security code 123'])(
  'a verification code in a text goes: %s',
  (written) => expect(scrubProse(`${written} ok`)).not.toMatch(/\d{3}/),
)

test.each([
  'Arrives 2026-11-30, leaves 2026-12-02, pays 450,00 EUR, 2 x 225,00 EUR',
  '30.11.2026 - 02.12.2026, +49 151 12345678',
  'Room 205, 12/28, key 4711, 0049 30 901820',
  'Tel. +1 (212) 555-0123 / +1 (212) 555-0124',
])('what is no card number stays: %s', (text) => expect(scrubProse(text)).toBe(text))

test('every text of a record is scrubbed, and no id is', () => {
  const record = bookingRecord.parse({
    ...{ externalId: CARD, guestExternalId: CARD, roomExternalId: CARD },
    ...{
      confirmationNumber: CARD,
      guestName: `Ada ${CARD}`,
      roomNumber: CARD,
      roomType: CARD,
      notes: CARD,
      source: CARD,
    },
    ...{ status: 'CONFIRMED', checkIn: '2026-03-01', checkOut: '2026-03-02', adults: 1 },
  })
  const { externalId, guestExternalId, roomExternalId, ...texts } = record
  expect([externalId, guestExternalId, roomExternalId]).toEqual([CARD, CARD, CARD])
  expect(JSON.stringify(texts)).not.toContain(CARD)
})

test('ids of an item stay what they are, also those that look like a card number', () => {
  const keys = ['id', 'Id', 'guestID', 'reservation_id', 'roomIds', 'ResID_Value', 'x-property-id']
  const number = fc
    .integer({ min: 13, max: 16 })
    .chain((length) =>
      fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
        .map((digits) => digits.join('')),
    )
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.oneof(number, fc.constant(CARD)), (key, id) => {
      expect(scrubRaw({ [key]: id })).toEqual({ [key]: id })
      expect(scrubRaw({ nested: [{ [key]: [id] }] })).toEqual({ nested: [{ [key]: [id] }] })
    }),
  )
  expect(scrubRaw({ reference: CARD }, [CARD])).toEqual({ reference: CARD })
  expect(JSON.stringify(scrubRaw({ paid: CARD, cid: '123', verificationValue: '123', grid: CARD }))).not.toMatch(
    /123|1111{9}/,
  )
})
