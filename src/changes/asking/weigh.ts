import { v7 as uuidv7 } from 'uuid'
import type { Change, ChangeWait } from '../../entities/change.ts'
import type { Booking } from '../../entities/synced/booking.ts'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import type { ScopedTransaction } from '../../platform/database/database.ts'
import { type ActionName, actionOf } from '../../records/changes/actions.ts'
import { agree, GROUPS, type Group, groupsOf, type Values } from '../../records/changes/groups.ts'
import { judgeStatus } from '../../records/changes/status-table.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { type Desk, requireAllowed } from '../parts/open.ts'
import { lockTarget, type NewChange } from '../parts/rows.ts'
import { checkInput } from './check-input.ts'
import { type Ground, layGround, targetOf } from './ground.ts'
import { groupsOfWish, layOut, overlay, reasonOf, requireOrder, type TargetRow } from './lay-out.ts'
import type { ChangeRequest } from './request.ts'

/** A wish that has been found to be possible, and is not recorded yet. */
export interface Wanted {
  readonly desk: Desk
  readonly row: TargetRow
  readonly change: NewChange
  /** Open ones that this takes the place of. */
  readonly replaced: readonly Change[]
  /** An open one that is this very wish. */
  readonly equal: Change | null
}

/** Judges a wish by what is stored here, with what is open already laid over it. @throws as `createRequests` */
export async function weigh(
  { adapters }: Pick<ChangeDeps, 'adapters'>,
  tx: Pick<ScopedTransaction, 'queryAll'>,
  request: ChangeRequest,
): Promise<Wanted> {
  const { groundOf } = await layGround(tx, adapters, [request], lockTarget(targetOf(request)))
  return weighOn(groundOf(request), request)
}

/** The same once it has been read. */
export function weighOn({ row, desk, open }: Ground, request: ChangeRequest): Wanted {
  const { action, requestedBy } = request
  const { lifetimeMs, creates } = actionOf(action)
  const checked = checkInput(desk, request)
  const groups = groupsOfWish(action, checked.values)
  const replaced = creates ? [] : open.filter((each) => isReplaced(each, groups))
  if (request.expected) requireExpected(request.expected, overlay(row, []), overlay(row, open))
  const others = open.filter((each) => !replaced.includes(each))
  const { base, wanted, kept } = layOut(row, others, { ...request, values: checked.values })
  const equal = open.find((each) => isSame(each, action, wanted, checked.options)) ?? null
  if (equal === null) {
    requireAllowed(desk, action)
    requirePossible(desk, request, { base, wanted, row, options: checked.options })
  }
  const change: NewChange = {
    id: uuidv7(),
    ...{ ...targetOf(request), action, groups, wanted, requestedBy, account: desk.account },
    ...{ provider: row.provider, externalId: row.externalId, options: checked.options, theirs: null, state: 'PENDING' },
    base: kept,
    waitingFor: waitOf(desk, others),
    reason: reasonOf(request.reason),
    undoOf: request.undoOf ?? null,
    lifetimeMs,
  }
  return { desk, row, change, replaced, equal }
}

/** A newer wish for the same groups takes the place of one of which nothing has left. What is created is only added. */
function isReplaced({ state, action, groups: earlier }: Change, groups: readonly Group[]): boolean {
  return state === 'PENDING' && !actionOf(action).creates && earlier.every((group) => groups.includes(group))
}

function isSame(each: Change, action: ActionName, wanted: Values, options: object): boolean {
  const [one, other] = [groupsOf(each.wanted ?? {}), groupsOf(wanted)]
  return (
    each.action === action &&
    one.length === other.length &&
    other.every((group) => agree(group, each.wanted ?? {}, wanted)) &&
    JSON.stringify(each.options) === JSON.stringify(options)
  )
}

function requireExpected(expected: Values, stored: Values, seen: Values): void {
  for (const group of groupsOf(expected)) {
    for (const field of GROUPS[group]) {
      if (!Object.hasOwn(expected, field)) continue
      const given: Values = { ...seen, ...expected, [field]: expected[field] ?? null }
      const asStored = { ...given, [field]: stored[field] ?? null }
      const asSeen = { ...given, [field]: seen[field] ?? null }
      if (agree(group, given, asStored) || agree(group, given, asSeen)) continue
      throw new PmsIntegrationError('STALE_EXPECTED', `It is not as it was believed to be: ${field} differs.`, {
        field: `expected.${field}`,
        details: { [field]: (stored[field] ?? null) as string | number | null },
      })
    }
  }
}

interface Proposal {
  readonly base: Values
  readonly wanted: Values
  readonly row: TargetRow
  readonly options: Change['options']
}

/** What cannot come to be is refused at once, by the same rules as when it is sent. */
function requirePossible({ write, hotel, configuration }: Desk, request: ChangeRequest, proposal: Proposal): void {
  const { base, wanted, row, options } = proposal
  const { to } = actionOf(request.action)
  if (to !== undefined) {
    const status = base.status as Booking['status']
    const verdict = judgeStatus(request.action, to, status)
    if (verdict === 'REFUSED' || verdict === 'OVERTAKEN')
      throw new PmsIntegrationError('TRANSITION_REFUSED', `A booking that is ${status} cannot become ${to}.`)
  }
  requireOrder(wanted)
  const movesPrice = (['STAY', 'TYPE'] as const).some(
    (group) => groupsOf(wanted).includes(group) && !agree(group, base, wanted),
  )
  if (movesPrice && options.pricing === undefined)
    throw badUserInput('pricing', 'has to say whether the price stays or is made anew, for nights or type change')
  const { id, timeZone, currency } = hotel
  const refusal = write.may(
    wanted,
    { values: { ...(row as unknown as Values), ...base }, modifiedAt: row.externalUpdatedAt },
    {
      hotel: { id, timeZone, currency, externalHotelId: configuration.externalHotelId },
      settings: configuration.settings,
      options,
    },
  )
  if (refusal !== null && refusal.waitFor === undefined) throw new PmsIntegrationError(refusal.code, refusal.message)
}

function waitOf({ configuration }: Desk, open: readonly Change[]): ChangeWait | null {
  if (!configuration.enabled) return 'PAUSED'
  return open.length > 0 ? 'TURN' : null
}
