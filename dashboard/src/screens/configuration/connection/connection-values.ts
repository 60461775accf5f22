import type { Configuration, Provider } from '../query.ts'
import { fieldsOf, type SchemaField } from './schema-fields.ts'

/** What the form holds: texts, as its controls have them. Secrets are in it only while somebody types them. */
export interface ConnectionValues {
  credentials: Record<string, string>
  /** Stored credentials to take away, by name. */
  removed: Record<string, boolean>
  settings: Record<string, string>
  externalHotelId: string
}

/** @param configuration null: not connected yet */
export function valuesOf(provider: Provider, configuration: Configuration | null): ConnectionValues {
  const credentials = fieldsOf(provider.credentialSchema)
  return {
    credentials: Object.fromEntries(credentials.map(({ name }) => [name, ''])),
    removed: Object.fromEntries(credentials.map(({ name }) => [name, false])),
    settings: Object.fromEntries(
      fieldsOf(provider.settingsSchema).map(({ name, preset }) => [
        name,
        String(configuration?.settings?.[name] ?? preset),
      ]),
    ),
    externalHotelId: configuration?.externalHotelId ?? '',
  }
}

/** What of it is sent, to be stored or to be tried: only the credentials that somebody touched. */
export function inputOf(provider: Provider, { credentials, removed, settings, externalHotelId }: ConnectionValues) {
  const changed = Object.entries(filled(fieldsOf(provider.credentialSchema), credentials))
  const taken = Object.entries(removed).flatMap(([name, isRemoved]) => (isRemoved ? [[name, null] as const] : []))
  const changes = Object.fromEntries([...changed, ...taken])
  return {
    ...(Object.keys(changes).length > 0 && { changedCredentials: changes }),
    settings: filled(fieldsOf(provider.settingsSchema), settings),
    externalHotelId: externalHotelId.trim() || null,
  }
}

/** Fields that are not empty, as the schema's types. */
function filled(fields: readonly SchemaField[], values: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const value = values[name]?.trim() ?? ''
      return value === '' ? [] : [[name, typed(kind, value)]]
    }),
  )
}

function typed(kind: SchemaField['kind'], value: string): unknown {
  if (kind === 'number') return Number(value)
  return kind === 'boolean' ? value === 'true' : value
}
