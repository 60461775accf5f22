import { expect, test } from 'vitest'
import { MASKS } from '../../src/security/mask.ts'

test.each([
  ['Ada Lovelace', 'A… L…'],
  ['Ana María de la Cruz', 'A… M… d… l… C…'],
  ['Ö', 'Ö…'],
  ['𠮷野 花', '𠮷… 花…'],
  ['', ''],
])('of the name “%s” initials are left', (name, masked) => {
  expect(MASKS.NAME(name)).toBe(masked)
})

test.each([
  ['ada.lovelace@example.com', 'a…@…'],
  ['a@b', 'a…@…'],
  ['not\nan address', 'n…@…'],
])('of the mail address “%s” the first letter is left', (address, masked) => {
  expect(MASKS.EMAIL(address)).toBe(masked)
})

test.each([
  ['+351 21 000 42', '…42'],
  ['(030) 1-2-3', '…23'],
  ['unknown', '…'],
])('of the phone number “%s” the last two digits are left', (number, masked) => {
  expect(MASKS.PHONE(number)).toBe(masked)
})
