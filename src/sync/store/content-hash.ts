import { hash } from 'node:crypto'

/**
 * Digest of a record's content: equal content gives an equal digest, whatever the order of keys, so that a vendor that
 * shuffles its JSON does not make every row look changed.
 */
export function contentHash(record: object): string {
  return hash('sha256', canonical(record), 'base64url')
}

/** JSON with sorted keys. Runs once for every item of every sync, so it builds nothing but the text. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (value instanceof Date) return `"${value.toISOString()}"`
  let text = ''
  if (Array.isArray(value)) {
    for (const element of value) text += `${canonical(element)},`
    return `[${text}]`
  }
  const source = value as Record<string, unknown>
  for (const key of Object.keys(source).sort()) {
    if (source[key] !== undefined) text += `"${key}":${canonical(source[key])},`
  }
  return `{${text}}`
}
