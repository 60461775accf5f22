import pg from 'pg'

/** An array of texts as PostgreSQL reads it. */
export const arrayLiteral = (texts: readonly string[]) =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join()}}`

/** A value as a part of a statement's text; PostgreSQL takes it for what stands on the other side. */
export function sqlLiteral(value: unknown): string {
  if (value === null) return 'NULL'
  if (Array.isArray(value)) return pg.escapeLiteral(arrayLiteral(value.map(String)))
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}
