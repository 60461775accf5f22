import type { z } from 'zod'
import { badUserInput } from '../errors.ts'

/**
 * Holds what a person entered against the provider's schema.
 * @returns the values as the provider takes them
 * @throws PmsIntegrationError BAD_USER_INPUT that names the field, such as `credentials.apiKey`; never says the value
 */
export function checkFields<T extends z.ZodObject>(name: 'credentials' | 'settings', schema: T, value: unknown) {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw badUserInput([name, ...(issue?.path ?? [])].join('.'), issue?.message ?? 'is not valid')
}
