/**
 * Finds payment card numbers in text. A hit needs a known issuer prefix, a length which that issuer uses and a valid
 * check digit, so that reservation numbers, phone numbers and timestamps are left alone.
 */

/** Issuers: prefix range (inclusive, compared on as many digits as it has) and the lengths in use. */
const ISSUERS: readonly { from: number; to: number; lengths: readonly number[] }[] = [
  { from: 4, to: 4, lengths: [13, 16, 19] }, // Visa
  { from: 51, to: 55, lengths: [16] }, // Mastercard
  { from: 2221, to: 2720, lengths: [16] }, // Mastercard
  { from: 34, to: 34, lengths: [15] }, // American Express
  { from: 37, to: 37, lengths: [15] },
  { from: 300, to: 305, lengths: [14, 16, 17, 18, 19] }, // Diners Club
  { from: 3095, to: 3095, lengths: [14, 16, 17, 18, 19] },
  { from: 36, to: 36, lengths: [14, 16, 17, 18, 19] },
  { from: 38, to: 39, lengths: [14, 16, 17, 18, 19] },
  { from: 3528, to: 3589, lengths: [16, 17, 18, 19] }, // JCB
  { from: 6011, to: 6011, lengths: [16, 17, 18, 19] }, // Discover
  { from: 644, to: 649, lengths: [16, 17, 18, 19] },
  { from: 65, to: 65, lengths: [16, 17, 18, 19] }, // Discover, RuPay, Verve, Troy
  { from: 62, to: 62, lengths: [16, 17, 18, 19] }, // UnionPay
  { from: 81, to: 82, lengths: [16, 17, 18, 19] }, // UnionPay, RuPay
  { from: 2200, to: 2205, lengths: [16, 17, 18, 19] }, // Mir
  { from: 50, to: 50, lengths: [13, 14, 15, 16, 17, 18, 19] }, // Maestro, RuPay, Verve, Elo, Dankort
  { from: 56, to: 58, lengths: [13, 14, 15, 16, 17, 18, 19] }, // Maestro, Uzcard
  { from: 63, to: 63, lengths: [13, 14, 15, 16, 17, 18, 19] }, // Maestro, InterPayment, Elo
  { from: 67, to: 67, lengths: [13, 14, 15, 16, 17, 18, 19] }, // Maestro
  { from: 60, to: 60, lengths: [16] }, // RuPay, Hipercard
  { from: 8600, to: 8600, lengths: [16] }, // Uzcard
  { from: 9792, to: 9792, lengths: [16] }, // Troy
  { from: 9860, to: 9860, lengths: [16] }, // Humo
]

const SHORTEST = 13
const LONGEST = 19

// Thirteen digits or more with a few blanks, dashes or invisible characters between any two of them. Other marks and tags
// join only groups of four and more, so that prices, dates and coordinates do not run together.
const BLANK = String.raw`[\s\p{Pd}\p{Cf}_]`
const MARK = String.raw`(?<=\d{4})\s{0,4}(?:[./,*|:]|<[^<>]{1,40}>){1,2}\s{0,4}(?=\d{4})`
const GAP = `(?:${BLANK}{1,8}|${MARK})?`
const DIGIT_RUN = new RegExp(String.raw`\d(?:${GAP}\d){12,}`, 'gu')
const DIGIT_GROUP = /\d+/g

/** Replaces every card number in `text` by `•••• ` and its last four digits. Returns the same string if there is none. */
export function maskCardNumbers(text: string): string {
  if (text.length < SHORTEST || !hasDigits(text, SHORTEST)) return text
  return text.replace(DIGIT_RUN, (run, offset: number) => maskRun(run, text[offset - 1] === '+'))
}

/** Cheap to ask and never wrong about "no": most texts stop here. */
function hasDigits(text: string, count: number): boolean {
  let found = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57 && ++found === count) return true
  }
  return false
}

/** Whether `digits` (digits alone) is a card number. */
export function isCardNumber(digits: string): boolean {
  return lengthsInUse(digits).has(digits.length) && hasValidCheckDigit(digits)
}

const LONGEST_PREFIX = 4

/** By the first four digits, of which there are ten thousand: a text of digits alone asks at each of them. */
const lengthsByPrefix = new Map<string, ReadonlySet<number>>()

function lengthsInUse(digits: string): ReadonlySet<number> {
  const prefix = digits.slice(0, LONGEST_PREFIX)
  const known = lengthsByPrefix.get(prefix)
  if (known !== undefined) return known
  const issuers = ISSUERS.filter(({ from, to }) => {
    const start = Number(prefix.slice(0, String(from).length))
    return start >= from && start <= to
  })
  const lengths = new Set(issuers.flatMap((issuer) => issuer.lengths))
  lengthsByPrefix.set(prefix, lengths)
  return lengths
}

/** The Luhn formula. */
function hasValidCheckDigit(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

/** Tries every stretch of whole digit groups, so that "room 12, 4111 1111 1111 1111 12/28" gives up its card only. */
function maskRun(run: string, afterPlus: boolean): string {
  const groups = [...run.matchAll(DIGIT_GROUP)]
  let masked = ''
  let done = 0
  for (let first = 0; first < groups.length; first++) {
    const card = cardAt(groups, first)
    if (!card || (first === 0 && afterPlus && card.digits.length === SHORTEST)) continue // +49 … is a phone number
    masked += `${run.slice(done, groups[first]?.index)}•••• ${card.digits.slice(-4)}`
    done = card.end
    first = card.last
  }
  return masked + run.slice(done)
}

/** The longest card number that begins with the group at `first`. */
function cardAt(groups: readonly RegExpExecArray[], first: number) {
  let digits = ''
  let lengths: ReadonlySet<number> | undefined
  let found: { digits: string; end: number; last: number } | undefined
  for (let last = first; last < groups.length && digits.length < LONGEST; last++) {
    const group = groups[last] as RegExpExecArray
    digits += group[0]
    if (digits.length >= LONGEST_PREFIX) lengths ??= lengthsInUse(digits)
    if (lengths?.size === 0) return undefined
    if (lengths?.has(digits.length) && hasValidCheckDigit(digits))
      found = { digits, end: group.index + group[0].length, last }
  }
  return found
}
