/**
 * The vendor's id at a path of a raw item, as its record will have it: a text without blanks around it, or a whole number
 * that is exact. Null where there is none.
 */
export function idAt(raw: unknown, ...path: readonly string[]): string | null {
  let value = raw
  for (const name of path) value = isObject(value) ? value[name] : undefined
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  return typeof value === 'string' ? value.normalize('NFC').trim() || null : null
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
