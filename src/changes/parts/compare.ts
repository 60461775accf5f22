import type { Change } from '../../entities/change.ts'
import type { ErrorCode } from '../../errors.ts'
import type { Facts, WriteAction } from '../../providers/write.ts'
import type { BookingStatus } from '../../records/booking.ts'
import { actionOf } from '../../records/changes/actions.ts'
import { agree, type Group, pickGroups, type Values } from '../../records/changes/groups.ts'
import { judgeStatus } from '../../records/changes/status-table.ts'

export type Wish = Pick<Change, 'action' | 'groups'> & { readonly base: Values; readonly wanted: Values }

/** What is to be done about a wish, now that it is known what the PMS has. */
export type Decision =
  /** `values` go for all that the request carries. */
  | { readonly kind: 'SEND'; readonly values: Values }
  /** The PMS has it already. */
  | { readonly kind: 'IS_SO' }
  /** Both sides have moved these groups since the person looked. */
  | { readonly kind: 'CONFLICT'; readonly groups: readonly Group[] }
  | { readonly kind: 'REFUSED'; readonly code: ErrorCode; readonly message: string }

/** Compares by group: a change is sent whole or not at all. Pure, so that a preview says what sending would do. */
export function decide(wish: Wish, theirs: Facts | null, { carries }: Pick<WriteAction, 'carries'>): Decision {
  const { to, creates, ends } = actionOf(wish.action)
  if (theirs === null)
    return ends ? { kind: 'IS_SO' } : { kind: 'REFUSED', code: 'TARGET_GONE', message: 'The PMS no longer has it.' }
  if (creates) return { kind: 'SEND', values: wish.wanted }
  if (ends) return decideEnd(wish, theirs, carries)
  if (to !== undefined) return decideStatus(wish, to, theirs.values)
  const differing = wish.groups.filter((group) => !agree(group, theirs.values, wish.wanted))
  if (differing.length === 0) return { kind: 'IS_SO' }
  const contested = differing.filter((group) => !agree(group, theirs.values, wish.base))
  if (contested.length > 0) return { kind: 'CONFLICT', groups: contested }
  return { kind: 'SEND', values: { ...pickGroups(theirs.values, carries), ...wish.wanted } }
}

/** What is not any more what the person saw is not ended. */
function decideEnd({ groups, base, wanted }: Wish, { values }: Facts, carries: readonly Group[]): Decision {
  const contested = groups.filter((group) => !agree(group, values, base))
  if (contested.length > 0) return { kind: 'CONFLICT', groups: contested }
  return { kind: 'SEND', values: { ...pickGroups(values, carries), ...wanted } }
}

function decideStatus({ action, wanted }: Wish, to: BookingStatus, theirs: Values): Decision {
  const status = theirs.status as BookingStatus
  switch (judgeStatus(action, to, status)) {
    case 'MAY':
      return { kind: 'SEND', values: wanted }
    case 'IS_SO':
      return { kind: 'IS_SO' }
    case 'OVERTAKEN':
      return { kind: 'REFUSED', code: 'OVERTAKEN', message: `The PMS has the booking at ${status} already.` }
    case 'REFUSED':
      return {
        kind: 'REFUSED',
        code: 'TRANSITION_REFUSED',
        message: `The PMS has the booking at ${status}; that does not lead to ${to}.`,
      }
  }
}

/** What is known of a request whose answer was lost, once the PMS has been looked at again. */
export type Finding = 'DONE' | 'GONE' | 'NOT_DONE' | 'OVERWRITTEN' | 'CANNOT_TELL'

export interface Sending extends Wish {
  /** What the PMS had before it was sent. */
  readonly before: Facts
  readonly hadYes: boolean
}

/** Tells by a look, never by a guess, whether a request took effect. */
export function findOut(
  sent: Sending,
  now: Facts | null,
  { repeat, provesAbsence = false }: Pick<WriteAction, 'repeat' | 'provesAbsence'>,
): Finding {
  const { creates, ends } = actionOf(sent.action)
  if (now === null) return ends ? 'DONE' : 'GONE'
  if (creates) return findCreated(sent, now, repeat === 'KEY' || provesAbsence)
  const groups = sent.groups
  if (!ends && groups.every((group) => agree(group, now.values, sent.wanted))) return 'DONE'
  if (!groups.every((group) => agree(group, now.values, sent.before.values))) return 'OVERWRITTEN'
  // The vendor answers a second arrival as it did the first.
  if (repeat === 'KEY') return 'NOT_DONE'
  const [before, after] = [sent.before.modifiedAt, now.modifiedAt]
  const isUntouched = before !== null && after !== null && before.getTime() === after.getTime()
  // Done and taken back looks the same, but for the time.
  return isUntouched ? 'NOT_DONE' : 'CANNOT_TELL'
}

function findCreated({ before, hadYes }: Sending, { alike = [] }: Facts, mayRepeat: boolean): Finding {
  const known = new Set(before.alike ?? [])
  if (alike.some((id) => !known.has(id))) return 'DONE'
  return mayRepeat && !hadYes ? 'NOT_DONE' : 'CANNOT_TELL'
}
