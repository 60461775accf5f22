import type { ErrorCode, PmsIntegrationError } from '../errors.ts'

export const STEP_OUTCOMES = ['PASSED', 'WARNING', 'FAILED', 'UNKNOWN'] as const
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

/** A warning where the PMS reads the hotel's days and hours by another clock than we do; null where it does not. */
export function zoneStep(atPms: string | null | undefined, ours: string): CheckStep | null {
  if (!atPms || isSameZone(atPms, ours)) return null
  return {
    name: 'Time zone',
    outcome: 'WARNING',
    detail: `The PMS uses ${atPms}, this hotel ${ours}. Stay dates and times may be wrong until both are the same.`,
  }
}

/** Zones have more than one name, such as Asia/Calcutta and Asia/Kolkata. */
function isSameZone(one: string, other: string): boolean {
  try {
    return canonical(one) === canonical(other)
  } catch {
    return one === other
  }
}

const canonical = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
