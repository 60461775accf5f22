import { syncedTables } from '../../entities/all.ts'
import type { Change, ChangeWait } from '../../entities/change.ts'
import { selectList } from '../../entities/select.ts'
import type { Booking } from '../../entities/synced/booking.ts'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { audit } from '../../hotels/audit.ts'
import type { ScopedTransaction, Sql } from '../../platform/database/database.ts'
import { type ActionName, actionOf } from '../../records/changes/actions.ts'
import {
  agree,
  GROUP_NAMES,
  GROUPS,
  type Group,
  groupsOf,
  pickGroups,
  type Values,
} from '../../records/changes/groups.ts'
import { judgeStatus } from '../../records/changes/status-table.ts'
import type { JsonObject } from '../../records/common.ts'
import { scrubProse } from '../../records/text/prose.ts'
import { announceChange } from '../parts/announce.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { auditDetails, noteEnd } from '../parts/hold.ts'
import { type Desk, findDesk, requireAllowed } from '../parts/open.ts'
import { type ChangeTarget, findOpen, insertChange, lockTarget, move, type NewChange } from '../parts/rows.ts'
import { checkInput } from './check-input.ts'

/** What a person wants to have changed. */
export interface ChangeRequest {
  readonly hotelId: string
  readonly action: ActionName
  /** Our id of the thing. */
  readonly entityId: string
  /** Fields of the action's groups; a field that is left out stays as it is. */
  readonly values: Values
  /** What the person saw. Left out: what is stored here. */
  readonly expected?: Values | null | undefined
  readonly options?: Readonly<Record<string, unknown>> | null | undefined
  readonly reason?: string | null | undefined
  readonly requestedBy: string
  readonly undoOf?: string | undefined
}

/** A row of the mirror as far as changes need it; it is never written to. */
export type TargetRow = { readonly [Field in 'id' | 'provider' | 'externalId']: string } & {
  readonly deletedAt: Date | null
  readonly externalUpdatedAt: Date | null
} & Readonly<Record<string, unknown>>

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

/**
 * Records a wish. One that is open already, such as that of a double click, is answered with the change that is there.
 * @throws PmsIntegrationError NOT_FOUND, TARGET_GONE, UNSUPPORTED_CAPABILITY, WRITES_DISABLED, BAD_USER_INPUT naming the
 * field, STALE_EXPECTED naming it, TRANSITION_REFUSED, and what the provider refuses
 */
export async function requestChange(deps: ChangeDeps, request: ChangeRequest): Promise<Change> {
  const recorded = await deps.database.transaction((tx) => record(deps, tx, request))
  await afterRecording(deps, recorded)
  return recorded.change
}

/**
 * Several wishes at once: all of them are recorded, or none is.
 * @throws PmsIntegrationError as `requestChange`; its field begins with the number of the wish: `2.values`
 */
export async function requestChanges(deps: ChangeDeps, requests: readonly ChangeRequest[]): Promise<Change[]> {
  // In one order for all: two of these that want the same things do not wait for each other.
  const numbered = requests.map((request, at) => ({ request, at }))
  numbered.sort((one, other) => (one.request.entityId < other.request.entityId ? -1 : 1))
  const recorded = await deps.database.transaction(async (tx) => {
    const all: Recorded[] = []
    for (const { request, at } of numbered)
      all[at] = await record(deps, tx, request).catch((error: unknown) => {
        throw ofWish(error, at)
      })
    return all
  })
  for (const each of recorded) await afterRecording(deps, each)
  return recorded.map(({ change }) => change)
}

function ofWish(error: unknown, at: number): unknown {
  if (!(error instanceof PmsIntegrationError)) return error
  const { code, message, details, field } = error
  return new PmsIntegrationError(code, message, { details, field: field === undefined ? `${at}` : `${at}.${field}` })
}

interface Recorded {
  readonly change: Change
  readonly isNew: boolean
  /** Whose place it took. */
  readonly ended: readonly Change[]
}

async function record(deps: ChangeDeps, tx: ScopedTransaction, request: ChangeRequest): Promise<Recorded> {
  const wanted = await weigh(deps, tx, request)
  if (wanted.equal !== null) return { change: wanted.equal, isNew: false, ended: [] }
  const change = await insertChange(tx, wanted.change)
  const { hotelId, requestedBy: actor } = request
  audit(tx, { hotelId, actor, action: 'change.requested', details: auditRequest(change) })
  return { change, isNew: true, ended: await supersede(tx, wanted.replaced, actor) }
}

async function afterRecording(deps: ChangeDeps, { change, isNew, ended }: Recorded): Promise<void> {
  for (const each of isNew ? [...ended, change] : ended) announceChange(deps, each)
  await deps.enqueueChange(change.id)
}

/** Which options were asked for is no secret: a mail or a fee has to be explained one day. */
const auditRequest = (change: Change) => ({ ...auditDetails(change), options: change.options as JsonObject })

async function supersede(tx: ScopedTransaction, replaced: readonly Change[], actor: string): Promise<Change[]> {
  const ended: Change[] = []
  for (const { id } of replaced) {
    const moved = await move(tx, { id, leaseToken: null }, 'supersede')
    if (moved === null) continue
    ended.push(moved)
    await noteEnd(tx, moved, actor)
  }
  return ended
}

/** Judges a wish by what is stored here, with what is open already laid over it. @throws as `requestChange` */
export async function weigh(deps: ChangeDeps, tx: Sql, request: ChangeRequest): Promise<Wanted> {
  const { hotelId, action, entityId, requestedBy } = request
  const { target: entityType, groups: possible, lifetimeMs, to, creates, ends } = actionOf(action)
  const target: ChangeTarget = { hotelId, entityType, entityId }
  await lockTarget(tx, target)
  const row = await requireRow(tx, target)
  const desk = await findDesk({ database: deps.database, adapters: deps.adapters }, { ...row, hotelId, action })
  const checked = checkInput(desk, request)
  const open = await findOpen(tx, target)
  const values = to === undefined ? checked.values : { status: to }
  const groups = ends ? [...possible] : groupsOf(values)
  const replaced = creates ? [] : open.filter((each) => isReplaced(each, groups))
  const seen = overlay(
    row,
    open.filter((each) => !replaced.includes(each)),
  )
  requireExpected(request.expected, overlay(row, []), overlay(row, open))
  const base = { ...pickGroups(seen, possible), ...request.expected }
  // What is created or ended is not compared field by field.
  const wanted = { ...(!creates && !ends && pickGroups(base, groups)), ...values }
  const equal = open.find((each) => isSame(each, action, wanted, checked.options)) ?? null
  if (equal === null) {
    requireAllowed(desk, action)
    requirePossible(desk, request, { base, wanted, row, options: checked.options })
  }
  const change: NewChange = {
    ...{ hotelId, entityType, entityId, action, groups, wanted, requestedBy, account: desk.account },
    ...{ provider: row.provider, externalId: row.externalId, options: checked.options, theirs: null, state: 'PENDING' },
    base: creates ? {} : pickGroups(base, groups),
    waitingFor: waitOf(
      desk,
      open.filter((each) => !replaced.includes(each)),
    ),
    reason: scrubProse(request.reason?.trim() ?? '') || null,
    undoOf: request.undoOf ?? null,
    lifetimeMs,
  }
  return { desk, row, change, replaced, equal }
}

async function requireRow(tx: Sql, { hotelId, entityType, entityId }: ChangeTarget): Promise<TargetRow> {
  const table = syncedTables[entityType]
  const [row] = await tx.query<TargetRow>(
    `SELECT ${selectList(table)} FROM ${table.meta.tableName} WHERE hotel_id = $1 AND id = $2`,
    [hotelId, entityId],
  )
  if (row === undefined) throw new PmsIntegrationError('NOT_FOUND', 'The hotel has no such thing.', { field: 'id' })
  if (row.deletedAt !== null) throw new PmsIntegrationError('TARGET_GONE', 'The PMS no longer has it.')
  return row
}

/** A newer wish for the same groups takes the place of one of which nothing has left. What is created is only added. */
function isReplaced({ state, action, groups: earlier }: Change, groups: readonly Group[]): boolean {
  return state === 'PENDING' && !actionOf(action).creates && earlier.every((group) => groups.includes(group))
}

/** The row as a person sees it who knows what is under way. */
function overlay(row: TargetRow, open: readonly Change[]): Values {
  const laid = open.filter(({ action }) => !actionOf(action).creates)
  return Object.assign(pickGroups(row, GROUP_NAMES), ...laid.map(({ wanted }) => wanted)) as Values
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

function requireExpected(expected: Values | null | undefined, stored: Values, seen: Values): void {
  for (const group of groupsOf(expected ?? {})) {
    for (const field of GROUPS[group]) {
      if (!Object.hasOwn(expected ?? {}, field)) continue
      const given: Values = { ...seen, ...expected, [field]: expected?.[field] ?? null }
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

export function requireOrder(wanted: Values): void {
  for (const [first, last] of [
    ['checkIn', 'checkOut'],
    ['firstNight', 'lastNight'],
  ] as const) {
    const [from, to] = [wanted[first], wanted[last]]
    if (typeof from === 'string' && typeof to === 'string' && to < from)
      throw badUserInput(last, `must not be before ${first}`)
  }
}

function waitOf({ configuration }: Desk, open: readonly Change[]): ChangeWait | null {
  if (!configuration.enabled) return 'PAUSED'
  return open.length > 0 ? 'TURN' : null
}
