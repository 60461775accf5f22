import { stepsUntil } from '../../configurations/check-steps.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { PmsTestPayload } from '../../schema/payloads.ts'
import { toPayloadError } from './payload-errors.ts'

/** Payload of a connection test that failed: the error, and how far it got. @throws what is not about the PMS */
export function failedTest(error: unknown): PmsTestPayload {
  const steps = error instanceof PmsIntegrationError ? stepsUntil(error) : null
  if (steps === null) throw error
  return { steps: [...steps], errors: [toPayloadError(error as PmsIntegrationError)] }
}
