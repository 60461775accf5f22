import type { ColumnType } from '../synced/synced-entity.ts'

type Encode = (value: unknown) => unknown

const isArray = (type: string) => type.endsWith('[]')

/** Documents and arrays travel as text and are cast where they arrive: `unnest` would flatten an array of arrays. */
export const isSentAsText = (type: string) => type === 'jsonb' || isArray(type)

/** A value of a record as the statement takes it. */
export function encoderOf(type: ColumnType): Encode {
  if (type === 'jsonb') return encodeJson
  return isArray(type) ? encodeArray : (value) => value
}

const encodeJson: Encode = (value) => (value === null || value === undefined ? null : JSON.stringify(value))
const encodeArray: Encode = (value) => (value === null || value === undefined ? null : arrayLiteral(value))

/** `{"a","b"}`, of any depth. */
function arrayLiteral(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(arrayLiteral).join(',')}}`
  if (value === null || value === undefined) return 'NULL'
  if (typeof value !== 'string') return value instanceof Date ? `"${value.toISOString()}"` : String(value)
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}
