import type { Change } from '../../entities/change.ts'
import type { ErrorCode } from '../../errors.ts'
import type { Facts } from '../../providers/write.ts'
import { type Decision, decide } from './compare.ts'
import type { OpenDesk } from './open.ts'

/** What is to be done about a change: by what the PMS has, and by what it lets be done. */
export type Verdict =
  | Decision
  /** It passes by itself. */
  | { readonly kind: 'WAIT'; readonly code: ErrorCode; readonly message: string }

/** A change as far as it is compared. */
export type Judged = Pick<Change, 'action' | 'groups' | 'base' | 'wanted' | 'options'>

/** Pure: what is previewed is what is sent. @param theirs null: the PMS no longer has it */
export function judge(change: Judged, theirs: Facts | null, { write, connection }: OpenDesk): Verdict {
  const wish = { ...change, base: change.base ?? {}, wanted: change.wanted ?? {} }
  const decision = decide(wish, theirs, write)
  if (decision.kind !== 'SEND' || theirs === null) return decision
  const { hotel, settings } = connection
  const refusal = write.may(wish.wanted, theirs, { hotel, settings, options: change.options })
  if (refusal === null) return decision
  const { code, message, waitFor } = refusal
  return { kind: waitFor === 'LOCKED' ? 'WAIT' : 'REFUSED', code, message }
}
