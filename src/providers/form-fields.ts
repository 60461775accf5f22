import { z } from 'zod'

/** Names of the credentials that are secret. */
export function secretFields({ shape }: z.ZodObject): string[] {
  return Object.entries(shape).flatMap(([name, field]) => (field.meta()?.secret === true ? [name] : []))
}

/** Names of the settings that are addresses: `z.url()`. */
export function addressFields(settings: z.ZodObject): string[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' })
  return Object.keys(properties).filter((name) => (properties[name] as { format?: string }).format === 'uri')
}
