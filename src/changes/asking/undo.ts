import { findConfiguration } from '../../configurations/rows.ts'
import type { Change } from '../../entities/change.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { PmsProviderAdapter } from '../../providers/provider.ts'
import { actionOf } from '../../records/changes/actions.ts'
import { pickGroups, type Values } from '../../records/changes/groups.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { requireChange } from './people.ts'
import type { ChangeRequest } from './request.ts'

export const UNDO_DAYS = 30
const DAY_MS = 86_400_000

export interface UndoRequest {
  readonly changeId: string
  readonly requestedBy: string
  readonly options?: ChangeRequest['options']
}

/** Whether something takes it back that can still be told: what is done beside it, such as a mail, is never undone. */
export function canUndo({ write = {} }: Pick<PmsProviderAdapter, 'write'>, change: Change, now: Date): boolean {
  const { state, action, base, wanted, endedAt } = change
  if (state !== 'APPLIED' || write[action]?.undo === undefined || base === null || wanted === null) return false
  return endedAt !== null && now.getTime() - endedAt.getTime() < UNDO_DAYS * DAY_MS
}

/**
 * The wish that takes a change back: what was there, wanted of what was wrought. It is refused as any other where the PMS no
 * longer shows the latter.
 * @throws PmsIntegrationError NOT_FOUND, CHANGE_NOT_OPEN for what cannot be taken back, ACCOUNT_CHANGED
 */
export async function undoOf(
  deps: ChangeDeps,
  { changeId, requestedBy, options }: UndoRequest,
): Promise<ChangeRequest> {
  const change = await requireChange(deps, changeId)
  const adapter = deps.adapters(change.provider)
  if (!canUndo(adapter, change, deps.clock.now()) || (await findConfiguration(deps.database, change)) === null)
    throw new PmsIntegrationError('CHANGE_NOT_OPEN', 'It cannot be taken back.')
  const { hotelId, entityId } = change
  return { ...{ hotelId, entityId, requestedBy, options, undoOf: change.id }, ...wishToUndo(adapter, change) }
}

/** What was there, wanted of what was wrought. */
export function wishToUndo(
  { write = {} }: Pick<PmsProviderAdapter, 'write'>,
  change: Change,
): Pick<ChangeRequest, 'action' | 'values'> & { readonly expected: Values } {
  const action = write[change.action]?.undo ?? change.action
  const { base, wanted } = { base: change.base ?? {}, wanted: change.wanted ?? {} }
  const values = actionOf(action).to === undefined ? changedBack(base, wanted) : {}
  return { action, values, expected: pickGroups(wanted, change.groups) }
}

/** Fields that were alike stay as they are. */
const changedBack = (base: Values, wanted: Values): Values =>
  Object.fromEntries(
    Object.keys(wanted).flatMap((field) => (base[field] === wanted[field] ? [] : [[field, base[field] ?? null]])),
  )
