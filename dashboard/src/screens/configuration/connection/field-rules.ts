import type { SchemaField } from './schema-fields.ts'

/**
 * What can be checked before anything is sent; the service decides.
 * @param isStored whether it may be left empty because there is a value already
 */
export function rulesOf(field: SchemaField, isStored: boolean) {
  const { title, description, isRequired, pattern, min, max, kind } = field
  const where = description === undefined ? '' : ` ${description}`
  return {
    required: isRequired && !isStored && `${title} is required.`,
    ...(pattern && { pattern: { value: pattern, message: `Invalid format.${where}` } }),
    ...(min !== undefined && { min: { value: min, message: `At least ${min}.` } }),
    ...(max !== undefined && { max: { value: max, message: `At most ${max}.` } }),
    ...(kind === 'url' && { validate: isAddress }),
  }
}

const isAddress = (value: string) =>
  value === '' || (URL.canParse(value) && /^https?:/.test(value)) || 'A URL starts with https://.'
