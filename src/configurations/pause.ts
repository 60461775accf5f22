import type { Configuration } from '../entities/configuration.ts'
import { badUserInput } from '../errors.ts'
import { scrubProse } from '../records/text/prose.ts'
import type { ConfigurationInput } from './configurations.ts'

type Pause = Pick<Configuration, 'pausedAt' | 'pausedBy' | 'pausedReason'>

const RUNNING: Pause = { pausedAt: null, pausedBy: null, pausedReason: null }
const REASON_MAX_CHARS = 500

/**
 * When, by whom and why a configuration is off. The first switch counts: saying it again changes the reason alone.
 * @throws PmsIntegrationError BAD_USER_INPUT naming `pausedReason`
 */
export function pauseOf(
  row: Configuration,
  { pausedReason, changedBy }: Pick<ConfigurationInput, 'pausedReason' | 'changedBy'>,
  now: Date,
): Pause {
  const reason = scrubProse(pausedReason?.trim() ?? '') || null
  if (row.enabled) {
    if (reason !== null) throw badUserInput('pausedReason', 'is only for a configuration that is switched off')
    return RUNNING
  }
  if (reason !== null && reason.length > REASON_MAX_CHARS) {
    throw badUserInput('pausedReason', `must have at most ${REASON_MAX_CHARS} characters`)
  }
  const kept = pausedReason === undefined ? row.pausedReason : reason
  if (row.pausedAt !== null) return { pausedAt: row.pausedAt, pausedBy: row.pausedBy, pausedReason: kept }
  return { pausedAt: now, pausedBy: changedBy ?? null, pausedReason: reason }
}
