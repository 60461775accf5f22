import type { ErrorCode, PmsIntegrationError } from '../errors.ts'

export const STEP_OUTCOMES = ['PASSED', 'FAILED', 'UNKNOWN'] as const
export type StepOutcome = (typeof STEP_OUTCOMES)[number]

export interface CheckStep {
  name: string
  detail: string
  outcome: StepOutcome
}

/** What has to go well, in this order, for a connection to work. */
const STEPS = ['The PMS answers', 'Credentials', 'Rights', 'Allowance', 'Understanding'] as const
type Step = (typeof STEPS)[number]

/** Where a test that ended with this code stopped, and what had gone well by then. The rest was not tried. */
const STOPPED_AT: Partial<Record<ErrorCode, { failed: Step; passed: readonly Step[] }>> = {
  OUTBOUND_URL_REFUSED: { failed: 'The PMS answers', passed: [] },
  PROVIDER_UNAVAILABLE: { failed: 'The PMS answers', passed: [] },
  PROVIDER_TIMEOUT: { failed: 'The PMS answers', passed: [] },
  PROVIDER_UNAUTHORIZED: { failed: 'Credentials', passed: ['The PMS answers'] },
  PROVIDER_FORBIDDEN: { failed: 'Rights', passed: ['The PMS answers', 'Credentials'] },
  // A busy PMS says so before it looks at the key: the key may be right or wrong.
  PROVIDER_RATE_LIMITED: { failed: 'Allowance', passed: ['The PMS answers'] },
  PROVIDER_REJECTED: { failed: 'Understanding', passed: ['The PMS answers'] },
  PROVIDER_BAD_RESPONSE: { failed: 'Understanding', passed: ['The PMS answers'] },
}

/** A refused test, step by step; null when the error says nothing about the PMS. */
export function stepsUntil({ code, message }: PmsIntegrationError): CheckStep[] | null {
  const stop = STOPPED_AT[code]
  if (stop === undefined) return null
  return STEPS.map((name) => {
    if (name === stop.failed) return { name, outcome: 'FAILED', detail: message }
    if (stop.passed.includes(name)) return { name, outcome: 'PASSED', detail: 'Went well.' }
    return { name, outcome: 'UNKNOWN', detail: 'Cannot be told yet.' }
  })
}
