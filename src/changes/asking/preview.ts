import type { PreviewOutcome } from '../../entities/change-set.ts'
import { type ErrorCode, PmsIntegrationError } from '../../errors.ts'
import type { Group, Values } from '../../records/changes/groups.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { judge } from '../parts/judge.ts'
import { openDesk } from '../parts/open.ts'
import { readFacts } from '../parts/sight.ts'
import type { ChangeRequest } from './request.ts'
import { weigh } from './weigh.ts'

/** What would become of a wish if it were sent now, by the rules by which it is sent. */
export interface Preview {
  readonly outcome: PreviewOutcome
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

/** @throws PmsIntegrationError as `createRequests`, and what the PMS answers to the look */
export async function previewChange(deps: ChangeDeps, request: ChangeRequest, signal: AbortSignal): Promise<Preview> {
  const { desk, change } = await deps.database.transaction((tx) => weigh(deps, tx, request))
  if (!desk.configuration.enabled)
    throw new PmsIntegrationError('CONFIGURATION_DISABLED', 'The connection is paused; the PMS cannot be asked.')
  const open = openDesk(deps, desk, { signal })
  const { base, wanted } = { base: change.base ?? {}, wanted: change.wanted ?? {} }
  const facts = await readFacts(open, change)
  const blank = { base, wanted, theirs: facts?.values ?? null, sent: null, conflicts: [], errorCode: null, error: null }
  const verdict = judge(change, facts, open)
  switch (verdict.kind) {
    case 'CONFLICT':
      return { ...blank, outcome: 'CONFLICT', conflicts: verdict.groups }
    case 'REFUSED':
    case 'WAIT':
      return { ...blank, outcome: 'REFUSED', errorCode: verdict.code, error: verdict.message }
    case 'SEND':
      return { ...blank, outcome: 'SEND', sent: verdict.values }
    case 'IS_SO':
      return { ...blank, outcome: 'IS_SO' }
  }
}
