import { isDeepStrictEqual } from 'node:util'
import type { Configuration } from '../entities/configuration.ts'
import { audit } from '../hotels/audit.ts'
import type { ScopedTransaction } from '../platform/database/database.ts'
import type { Requested } from './configurations.ts'

const AUDITED = [
  'credentials',
  'settings',
  'externalHotelId',
  'enabled',
  'syncSchedule',
  'pausedReason',
  'writeEnabled',
  'actions',
  'conflictDefaults',
] as const

/** Names what was changed, never to what; a pause is noted by itself, with its reason. */
export function auditSave(
  tx: ScopedTransaction,
  before: Configuration | null,
  after: Configuration,
  { changedBy: actor }: Requested,
): void {
  const { hotelId, provider, enabled, pausedReason } = after
  const changed = AUDITED.filter((field) => !isDeepStrictEqual(before?.[field] ?? null, after[field]))
  const action = before === null ? 'configuration.created' : 'configuration.changed'
  audit(tx, { hotelId, actor, action, details: { provider, changed } })
  if ((before?.enabled ?? true) === enabled) return
  const pause = enabled ? 'configuration.resumed' : 'configuration.paused'
  audit(tx, { hotelId, actor, action: pause, details: { provider, reason: pausedReason } })
}
