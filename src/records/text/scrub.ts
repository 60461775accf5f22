import type { JsonObject, JsonValue } from '../common.ts'
import { isCardNumber, maskCardNumbers } from './card-number.ts'
import { isIdentifierKey } from './identifier-key.ts'
import { scrubProse } from './prose.ts'
import { isSecretKey } from './secret-key.ts'

const MAX_DEPTH = 32
const MAX_TEXT_CHARS = 64_000
/** Of one item in all, keys included. */
const MAX_ITEM_CHARS = 1_000_000
const CUT = '[cut: too large]'
const SMALLEST_CARD_NUMBER = 1e12

const EMBEDDED_JSON = /^\s*[[{]/

interface Scrubbing {
  /** What is left of the item's allowance. */
  chars: number
  /** Values that name the item itself or what it belongs to. */
  readonly ids: ReadonlySet<string>
}

/**
 * Makes a vendor's item safe to store. Card numbers keep their last four digits, fields that hold secrets or card
 * verification are dropped, text becomes what PostgreSQL accepts (no NUL, no lone surrogates), and depth and size are
 * bounded. What JSON cannot say becomes null or is left out; anything but an object is wrapped as `{ value }`.
 * Ids stay what they are, for many look like a card number: values of fields that are called ids, and `ids`.
 */
export function scrubRaw(raw: unknown, ids: readonly string[] = []): JsonObject {
  const clean = scrubValue(raw, 0, { chars: MAX_ITEM_CHARS, ids: new Set(ids) })
  return isJsonObject(clean) ? clean : { value: clean }
}

function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function scrubValue(value: unknown, depth: number, scrubbing: Scrubbing, isId = false): JsonValue {
  scrubbing.chars -= 1
  if (scrubbing.chars < 0 || depth > MAX_DEPTH) return CUT
  switch (typeof value) {
    case 'string':
      return scrubText(value, depth, scrubbing, isId)
    case 'number':
      return isId || scrubbing.ids.has(String(value)) ? value : scrubNumber(value)
    case 'boolean':
      return value
    case 'bigint':
      return scrubText(String(value), depth, scrubbing, isId)
    case 'object':
      return scrubObject(value, depth, scrubbing, isId)
    default:
      return null
  }
}

function scrubNumber(value: number): JsonValue {
  if (!Number.isFinite(value)) return null
  if (value === 0) return 0 // JSON knows no -0
  if (value < SMALLEST_CARD_NUMBER || !Number.isInteger(value)) return value
  const digits = String(value)
  return isCardNumber(digits) ? maskCardNumbers(digits) : value
}

function scrubObject(value: object | null, depth: number, scrubbing: Scrubbing, isId: boolean): JsonValue {
  if (value === null) return null
  if (Array.isArray(value)) return scrubArray(value, depth, scrubbing, isId)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  const clean: JsonObject = {}
  for (const [key, field] of Object.entries(value)) {
    if (scrubbing.chars < 0) break
    // Assigning `__proto__` would change the object instead of adding a field.
    if (field === undefined || key === '__proto__' || isSecretKey(key)) continue
    if (key === 'value' && isLabelledSecret(value)) continue
    clean[scrubText(key, MAX_DEPTH, scrubbing, false)] = scrubValue(field, depth + 1, scrubbing, isIdentifierKey(key))
  }
  return clean
}

/** Custom fields come as pairs: `{ name: 'CVV', value: '123' }`. */
function isLabelledSecret(pair: { name?: unknown; key?: unknown; label?: unknown }): boolean {
  return [pair.name, pair.key, pair.label].some((label) => typeof label === 'string' && isSecretKey(label))
}

function scrubArray(values: readonly unknown[], depth: number, scrubbing: Scrubbing, isId: boolean): JsonValue[] {
  const clean: JsonValue[] = []
  for (const value of values) {
    if (scrubbing.chars < 0) break
    clean.push(scrubValue(value, depth + 1, scrubbing, isId && typeof value !== 'object'))
  }
  return clean
}

function scrubText(text: string, depth: number, scrubbing: Scrubbing, isId: boolean): string {
  // The order matters: a NUL may stand between two digits, and a cut must not leave most of a card number.
  let clean = text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
  if (!isId && !scrubbing.ids.has(clean.trim())) clean = scrubProse(scrubEmbedded(clean, depth, scrubbing))
  const room = Math.min(MAX_TEXT_CHARS, Math.max(scrubbing.chars, 0))
  if (clean.length > room) clean = `${clean.slice(0, room)}… ${CUT}`
  scrubbing.chars -= clean.length
  return clean.toWellFormed().normalize('NFC')
}

/** Scrubs JSON that a vendor ships inside a text. Without a finding the text stays as it came, number for number. */
function scrubEmbedded(text: string, depth: number, { ids }: Scrubbing): string {
  if (depth >= MAX_DEPTH || !EMBEDDED_JSON.test(text)) return text
  try {
    const inner: unknown = JSON.parse(text)
    const clean = JSON.stringify(scrubValue(inner, depth + 1, { chars: MAX_ITEM_CHARS, ids }))
    return clean === JSON.stringify(inner) ? text : clean
  } catch {
    return text
  }
}
