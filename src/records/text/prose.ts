import { maskCardNumbers } from './card-number.ts'

// A card's verification code written into a text: "cvv: 123", "security code is 1234".
const MAYBE_CODE = /cv[vcn]|\bcid\b|security|verification/i
const WRITTEN_CODE =
  /\b(cv[vcn]2?|cid|security[\s_-]?code|verification[\s_-]?(?:code|value|number))(\W{0,4}(?:is\W{1,2})?)\d{3,4}(?!\d)/gi
const REFERENCE = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|nbsp);/gi
/** Long enough for a card number of thirteen digits. */
const ENCODED = /[A-Za-z0-9+/_-]{18,}={0,2}/g
const OTHER_DIGIT = /[^\p{ASCII}]/u
const DECIMAL = /\p{Nd}/u

/**
 * A text without card numbers and verification codes, however they are written: in groups, as digits of another script, as
 * character references or base64. What holds none is returned as it came. For names, notes and whatever else people fill
 * in; an id is never passed through it.
 */
export function scrubProse(text: string): string {
  if (text.length <= 3) return text
  const clean = maskEncoded(maskWritten(text))
  return MAYBE_CODE.test(clean) ? clean.replace(WRITTEN_CODE, '$1$2•••') : clean
}

/** The text is written anew only when something in it had to go. */
function maskWritten(text: string): string {
  const plain = asciiDigits(text.includes('&') ? text.replace(REFERENCE, dereference) : text)
  const masked = maskCardNumbers(plain)
  return masked === plain ? text : masked
}

function dereference(whole: string, decimal?: string, hex?: string): string {
  if (decimal === undefined && hex === undefined) return ' '
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** `４１１１` and `٤١١١` as `4111`. */
function asciiDigits(text: string): string {
  if (!OTHER_DIGIT.test(text)) return text
  return text.replace(/\p{Nd}/gu, (digit) => (digit <= '9' ? digit : String(digitValue(digit))))
}

/** Unicode keeps the digits of a script together, zero first, and mathematical ones as several such tens. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let start = code
  while (DECIMAL.test(String.fromCodePoint(start - 1))) start--
  return (code - start) % 10
}

function maskEncoded(text: string): string {
  return text.replace(ENCODED, (token) => {
    if (/^\d+$/.test(token)) return token
    const inner = Buffer.from(token, 'base64').toString('latin1')
    return /^[\x20-\x7e\s]+$/.test(inner) && maskCardNumbers(inner) !== inner ? '•••• [base64]' : token
  })
}
