import { z } from 'zod'

/** Names of the credentials that are secret. */
export function secretFields({ shape }: z.ZodObject): string[] {
  return Object.entries(shape).flatMap(([name, field]) => (field.meta()?.secret === true ? [name] : []))
}

/** Each provider has one, and it is asked for with each request. */
const known = new WeakMap<z.ZodObject, readonly string[]>()

/** Names of the settings that are addresses: `z.url()`. */
export function addressFields(settings: z.ZodObject): readonly string[] {
  const found = known.get(settings) ?? findAddressFields(settings)
  known.set(settings, found)
  return found
}

function findAddressFields(settings: z.ZodObject): string[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' })
  return Object.keys(properties).filter((name) => (properties[name] as { format?: string }).format === 'uri')
}
