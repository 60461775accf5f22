import { z } from 'zod'
import { ERROR_CODES, type ErrorCode, PmsIntegrationError } from '../errors.ts'

const refused = z.object({
  refused: z.object({
    code: z.custom<ErrorCode>((code) => Object.hasOwn(ERROR_CODES, String(code))),
    message: z.string(),
  }),
})

/**
 * For items that the vendor has and did not show: a walk passes on `{ refused: { code, message } }` in their place.
 * @throws PmsIntegrationError what the vendor said instead
 */
export function checkShown(raw: unknown): void {
  const { data } = refused.safeParse(raw)
  if (data !== undefined) throw new PmsIntegrationError(data.refused.code, data.refused.message)
}
