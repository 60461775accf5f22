import type { PreviewOutcome } from '../../entities/change-set.ts'
import type { ErrorCode } from '../../errors.ts'
import type { Facts } from '../../providers/write.ts'
import { wordsOf } from '../../records/changes/groups.ts'
import { type Judged, judge } from '../parts/judge.ts'
import type { OpenDesk } from '../parts/open.ts'

export interface Verdict {
  readonly outcome: PreviewOutcome
  readonly errorCode: ErrorCode | null
  readonly error: string | null
}

/** What would become of a change if it were sent now, by the rules by which it is sent. */
export function judgeDraft(desk: OpenDesk, draft: Judged, facts: Facts | null): Verdict {
  const verdict = judge(draft, facts, desk)
  switch (verdict.kind) {
    case 'REFUSED':
    case 'WAIT':
      return { outcome: 'REFUSED', errorCode: verdict.code, error: verdict.message }
    case 'CONFLICT':
      return { outcome: 'CONFLICT', errorCode: null, error: `The PMS has another ${wordsOf(verdict.groups)} by now.` }
    default:
      return { outcome: verdict.kind, errorCode: null, error: null }
  }
}
