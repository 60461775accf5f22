import type { SchemaField } from './schema-fields.ts'

/**
 * What can be told before anything is sent; the service stays the judge.
 * @param isStored whether it may be left empty because there is a value already
 */
export function rulesOf(field: SchemaField, isStored: boolean) {
  const { title, description, isRequired, pattern, min, max, kind } = field
  const where = description === undefined ? '' : ` ${description}`
  return {
    required: isRequired && !isStored && `${title} is needed.`,
    ...(pattern && { pattern: { value: pattern, message: `This cannot be right.${where}` } }),
    ...(min !== undefined && { min: { value: min, message: `At least ${min}.` } }),
    ...(max !== undefined && { max: { value: max, message: `At most ${max}.` } }),
    ...(kind === 'url' && { validate: isAddress }),
  }
}

const isAddress = (value: string) =>
  value === '' || (URL.canParse(value) && /^https?:/.test(value)) || 'An address begins with https://.'
