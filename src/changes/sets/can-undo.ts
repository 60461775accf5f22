import type { ChangeSet } from '../../entities/change-set.ts'
import type { PmsProviderAdapter } from '../../providers/provider.ts'
import { UNDO_DAYS } from '../asking/undo.ts'
import { UNDONE_FROM } from './life.ts'

const DAY_MS = 86_400_000

/** Whether what was applied of it can be taken back, as far as that is true of all of it. */
export function canUndoSet(
  { write = {} }: Pick<PmsProviderAdapter, 'write'>,
  { state, action, endedAt, startedAt }: ChangeSet,
  now: Date,
): boolean {
  if (!UNDONE_FROM.includes(state) || startedAt === null || endedAt === null) return false
  return write[action]?.undo !== undefined && now.getTime() - endedAt.getTime() < UNDO_DAYS * DAY_MS
}
