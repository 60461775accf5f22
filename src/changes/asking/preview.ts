import { type ErrorCode, PmsIntegrationError } from '../../errors.ts'
import type { Group, Values } from '../../records/changes/groups.ts'
import { decide } from '../parts/compare.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { openDesk } from '../parts/open.ts'
import { readFacts } from '../parts/sight.ts'
import { type ChangeRequest, weigh } from './request.ts'

export const PREVIEW_OUTCOMES = ['SEND', 'IS_SO', 'CONFLICT', 'REFUSED'] as const

/** What would become of a wish if it were sent now, by the rules by which it is sent. */
export interface Preview {
  readonly outcome: (typeof PREVIEW_OUTCOMES)[number]
  readonly base: Values
  readonly wanted: Values
  /** What the PMS has; null when it no longer has the thing. */
  readonly theirs: Values | null
  /** All that the request would carry; null where none would be sent. */
  readonly sent: Values | null
  readonly conflicts: readonly Group[]
  readonly errorCode: ErrorCode | null
  readonly error: string | null
}

/** @throws PmsIntegrationError as `requestChange`, and what the PMS answers to the look */
export async function previewChange(deps: ChangeDeps, request: ChangeRequest, signal: AbortSignal): Promise<Preview> {
  const { desk, change } = await deps.database.transaction((tx) => weigh(deps, tx, request))
  if (!desk.configuration.enabled)
    throw new PmsIntegrationError('CONFIGURATION_DISABLED', 'The connection is paused; the PMS cannot be asked.')
  const open = openDesk(deps, desk, { signal })
  const { base, wanted } = { base: change.base ?? {}, wanted: change.wanted ?? {} }
  const facts = await readFacts(open, change)
  const blank = { base, wanted, theirs: facts?.values ?? null, sent: null, conflicts: [], errorCode: null, error: null }
  const decision = decide({ ...change, base, wanted }, facts, desk.write)
  if (decision.kind === 'CONFLICT') return { ...blank, outcome: 'CONFLICT', conflicts: decision.groups }
  if (decision.kind === 'REFUSED')
    return { ...blank, outcome: 'REFUSED', errorCode: decision.code, error: decision.message }
  if (decision.kind === 'IS_SO' || facts === null) return { ...blank, outcome: 'IS_SO' }
  const { hotel, settings } = open.connection
  const refusal = desk.write.may(wanted, facts, { hotel, settings, options: change.options })
  if (refusal !== null) return { ...blank, outcome: 'REFUSED', errorCode: refusal.code, error: refusal.message }
  return { ...blank, outcome: 'SEND', sent: decision.values }
}
