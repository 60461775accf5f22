import { v7 as uuidv7 } from 'uuid'
import { allowedActions } from '../../configurations/actions.ts'
import type { ChangeSet, ChangeSetSource } from '../../entities/change-set.ts'
import type { Configuration } from '../../entities/configuration.ts'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { audit } from '../../hotels/audit.ts'
import { requireHotelRow } from '../../hotels/hotels.ts'
import type { ScopedTransaction, Sql } from '../../platform/database/database.ts'
import type { ChangeOptions } from '../../records/changes/actions.ts'
import { groupsOf } from '../../records/changes/groups.ts'
import type { JsonObject } from '../../records/common.ts'
import { checkOptions, checkValues } from '../asking/check-input.ts'
import { reasonOf } from '../asking/lay-out.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { type Desk, findDesk, requireAllowed } from '../parts/open.ts'
import { announceSet } from './announce.ts'
import { insertItems, type Sorted, sortLines } from './items.ts'
import { type ChangeSetRequest, MAX_ITEMS } from './request.ts'
import { insertSet } from './rows.ts'

const CANARY = 5
/** Of a hotel. */
const MAX_UNRUN = 50
const STOP_PERCENT = 5

/** What says what is to be changed. */
const FIELDS: Readonly<Record<ChangeSetSource, string>> = {
  ...{ FILTER: 'filter', SELECTION: 'ids', CSV: 'csv', UNDO: 'changeSetId' },
}

/**
 * Makes a set and all of its items, or nothing; a worker then looks at them. Lines that cannot become changes are items too.
 * @throws PmsIntegrationError NOT_FOUND, BAD_USER_INPUT naming the field, TOO_MANY_ITEMS, TOO_MANY_SETS, ACCOUNT_CHANGED,
 * UNSUPPORTED_CAPABILITY, WRITES_DISABLED, CONFIGURATION_DISABLED
 */
export async function createSet(deps: ChangeDeps, request: ChangeSetRequest): Promise<ChangeSet> {
  requireCount(request.lines.length, FIELDS[request.source])
  const counted = checkCounts(request)
  // Nobody waits for a second connection with one in hand. Whoever changes the account meanwhile is found out by the look.
  const desk = await chooseDesk(deps, request)
  const options = named('options', () => checkOptions(desk, request))
  requireShared(desk, request)
  requirePricing(request, options)
  const made = await deps.database.transaction(
    async (tx) => {
      await requireRoom(tx, request.hotelId)
      const sorted = await sortLines(tx, desk, request)
      return insert(tx, desk, { ...request, ...counted }, options, sorted)
    },
    { isLong: true },
  )
  announceSet(deps, made)
  return made
}

/** @throws PmsIntegrationError BAD_USER_INPUT, TOO_MANY_ITEMS */
export function requireCount(lines: number, field: string): void {
  if (lines === 0) throw badUserInput(field, 'there is nothing that this would change')
  if (lines > MAX_ITEMS)
    throw new PmsIntegrationError('TOO_MANY_ITEMS', `These are ${lines} items; a set has at most ${MAX_ITEMS}.`, {
      field,
      details: { items: lines, most: MAX_ITEMS },
    })
}

/** What nobody runs is not to pile up. */
async function requireRoom(tx: Sql, hotelId: string): Promise<void> {
  const [{ unrun } = { unrun: 0 }] = await tx.query<{ unrun: number }>(
    `SELECT count(*)::integer AS unrun FROM pms_change_set WHERE hotel_id = $1 AND state IN ('DRAFT', 'PREVIEWED')`,
    [hotelId],
  )
  if (unrun >= MAX_UNRUN)
    throw new PmsIntegrationError(
      'TOO_MANY_SETS',
      `There are ${unrun} change sets that were not run; cancel some first.`,
    )
}

function checkCounts({ canary, stopPercent }: ChangeSetRequest) {
  const counts = { canary: canary ?? CANARY, stopPercent: stopPercent ?? STOP_PERCENT }
  if (counts.canary < 0 || counts.canary > MAX_ITEMS) throw badUserInput('canary', `must be 0 to ${MAX_ITEMS}`)
  if (counts.stopPercent < 0 || counts.stopPercent > 100) throw badUserInput('stopPercent', 'must be 0 to 100')
  return counts
}

/** The PMS that is meant: of several the only one where this is allowed. */
async function chooseDesk(deps: ChangeDeps, { hotelId, provider, action }: ChangeSetRequest): Promise<Desk> {
  const chosen = provider ?? (await onlyProvider(deps, hotelId, action))
  const desk = await findDesk(deps, { hotelId, provider: chosen, action })
  requireAllowed(desk, action)
  if (!desk.configuration.enabled)
    throw new PmsIntegrationError('CONFIGURATION_DISABLED', 'The connection is paused; the PMS cannot be asked.')
  return desk
}

type Connected = Pick<Configuration, 'provider' | 'writeEnabled' | 'actions' | 'offeredActions'>

async function onlyProvider(
  { database, adapters }: Pick<ChangeDeps, 'database' | 'adapters'>,
  hotelId: string,
  action: ChangeSetRequest['action'],
): Promise<string> {
  const connected = await database.query<Connected>(
    `SELECT provider, write_enabled AS "writeEnabled", actions, offered_actions AS "offeredActions"
     FROM pms_configuration WHERE hotel_id = $1 ORDER BY provider`,
    [hotelId],
  )
  const able = connected.filter((each) => allowedActions(adapters(each.provider), each).includes(action))
  const [first, ...others] = able.length > 0 ? able : connected
  if (first === undefined) {
    await requireHotelRow(database, hotelId)
    throw new PmsIntegrationError('ACCOUNT_CHANGED', 'The hotel is not connected to a PMS.', { field: 'hotelId' })
  }
  if (others.length > 0) throw badUserInput('provider', 'has to be named, as the hotel is connected to several PMSs')
  return first.provider
}

/** What new nights or another type cost is never guessed. */
function requirePricing({ lines }: ChangeSetRequest, { pricing }: ChangeOptions): void {
  if (pricing !== undefined) return
  const movesPrice = lines.some(
    (line) => 'values' in line && groupsOf(line.values).some((group) => group === 'STAY' || group === 'TYPE'),
  )
  if (movesPrice)
    throw badUserInput(
      'options.pricing',
      'has to say whether the price stays or is made anew, where nights or type change',
    )
}

/** What is wanted of all of them alike is right or wrong for all. @throws PmsIntegrationError BAD_USER_INPUT naming it */
function requireShared(desk: Desk, { source, action, lines }: ChangeSetRequest): void {
  const line = lines.find((each) => 'values' in each)
  if (line !== undefined && (source === 'FILTER' || source === 'SELECTION'))
    named('values', () => checkValues(desk, { action, values: line.values }))
}

function named<T>(input: 'options' | 'values', check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof PmsIntegrationError) || error.field === undefined || error.field === 'reason') throw error
    const field = error.field === 'values' ? input : `${input}.${error.field}`
    throw new PmsIntegrationError(error.code, error.message, { field })
  }
}

async function insert(
  tx: ScopedTransaction,
  { adapter, account }: Desk,
  { hotelId, action, source, requestedBy, ...request }: ChangeSetRequest & ReturnType<typeof checkCounts>,
  options: ChangeOptions,
  sorted: Sorted,
): Promise<ChangeSet> {
  const { canary, stopPercent } = request
  const undoOf = request.undoOf ?? null
  const total = sorted.items.length + sorted.faulty.length
  const common = { hotelId, provider: adapter.key, account, action, options, requestedBy }
  const reason = reasonOf(request.reason)
  const set = await insertSet(tx, { ...common, id: uuidv7(), source, reason, canary, stopPercent, total, undoOf })
  await insertItems(tx, { ...common, setId: set.id, reason }, sorted)
  const details = { changeSetId: set.id, provider: adapter.key, action, source, total, options: options as JsonObject }
  audit(tx, { hotelId, actor: requestedBy, action: 'change-set.created', details })
  return set
}
