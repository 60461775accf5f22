import { PmsIntegrationError } from '../errors.ts'

/**
 * Two people may have the same form open: who saves second is told, where they say what they saw.
 * @param seen null or undefined: they do not say
 * @throws PmsIntegrationError VERSION_CONFLICT
 */
export function requireVersion(stored: { version: number } | null, seen: number | null | undefined): void {
  if (seen === null || seen === undefined || stored?.version === seen) return
  throw new PmsIntegrationError('VERSION_CONFLICT', 'Somebody else has changed it meanwhile; read it again.', {
    field: 'version',
  })
}
