import type { z } from 'zod'
import { badUserInput, PmsIntegrationError } from '../errors.ts'
import { addressFields } from '../providers/form-fields.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import { outboundUrl } from '../providers/transport/outbound-address.ts'
import type { JsonObject } from '../records/common.ts'

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

/**
 * A field that the provider does not have is a mistake, such as a misspelt one, and would be kept for nothing.
 * @throws PmsIntegrationError BAD_USER_INPUT that names it
 */
export function requireKnownFields(
  name: 'credentials' | 'settings',
  { shape }: z.ZodObject,
  entered: JsonObject | null | undefined,
): void {
  const unknown = Object.keys(entered ?? {}).find((field) => !Object.hasOwn(shape, field))
  if (unknown !== undefined) throw badUserInput(`${name}.${unknown}`, 'is not known to this provider')
}

/**
 * An address that requests could not be sent to is refused when it is entered, and not only when it is used.
 * @throws PmsIntegrationError OUTBOUND_URL_REFUSED that names the setting
 */
export function requireOutboundAddresses(
  { settings: schema }: PmsProviderAdapter,
  settings: JsonObject | null | undefined,
  allowPrivateNetwork: boolean,
): void {
  for (const name of addressFields(schema)) {
    const address = settings?.[name]
    if (typeof address !== 'string') continue
    try {
      outboundUrl(address, allowPrivateNetwork)
    } catch (error) {
      if (!(error instanceof PmsIntegrationError)) throw error
      throw new PmsIntegrationError(error.code, error.message, { field: `settings.${name}` })
    }
  }
}
