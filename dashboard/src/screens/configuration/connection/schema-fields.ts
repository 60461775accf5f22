/** A field of a form, as a provider's JSON Schema describes it. */
export interface SchemaField {
  readonly name: string
  readonly title: string
  readonly description: string | undefined
  readonly kind: 'text' | 'secret' | 'url' | 'date' | 'number' | 'boolean' | 'choice'
  readonly isRequired: boolean
  /** What counts when it is left empty. */
  readonly preset: string
  readonly choices: readonly string[]
  readonly pattern: RegExp | undefined
  readonly min: number | undefined
  readonly max: number | undefined
}

/** What of JSON Schema the providers use. `secret` is ours. */
interface Property {
  readonly type?: string
  readonly title?: string
  readonly description?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly secret?: boolean
}

interface Schema {
  readonly properties?: Readonly<Record<string, Property>>
  readonly required?: readonly string[]
}

/** The fields of a form in the order in which the provider names them. */
export function fieldsOf(schema: Record<string, unknown>): SchemaField[] {
  const { properties = {}, required = [] } = schema as Schema
  return Object.entries(properties).map(([name, property]) => fieldOf(name, property, required.includes(name)))
}

function fieldOf(name: string, property: Property, isRequired: boolean): SchemaField {
  const { title = name, description, pattern, minimum, maximum } = property
  const kind = kindOf(property)
  return {
    ...{ name, title, description, kind, isRequired },
    preset: property.default === undefined ? '' : String(property.default),
    choices: (property.enum ?? []).map(String),
    // The page's own control sees to dates.
    pattern: pattern === undefined || kind === 'date' ? undefined : new RegExp(pattern),
    min: minimum,
    max: maximum,
  }
}

function kindOf({ type, format, secret, enum: choices }: Property): SchemaField['kind'] {
  if (choices) return 'choice'
  if (type === 'boolean') return 'boolean'
  if (type === 'integer' || type === 'number') return 'number'
  if (secret) return 'secret'
  if (format === 'uri') return 'url'
  return format === 'date' ? 'date' : 'text'
}
