import { readChanges } from '../calendar/read-changes.ts'
import { PmsIntegrationError, toPmsError } from '../errors.ts'
import type { Sql } from '../platform/database/database.ts'
import { isOutage } from '../platform/database/errors.ts'
import { dayNumber, dayNumberIn, dayOf } from '../records/days.ts'
import type { Channel, ChannelContext, ChannelDays, Refusal } from './channel.ts'
import { differences } from './confirm.ts'
import { refusedAfter } from './refused.ts'
import { type ChannelRow, type Known, type KnownRefusal, readKnown, type Turn } from './rows.ts'
import { availabilityRanges, closedSelling, rateRanges, readSelling, type Selling, type Wanted } from './selling.ts'

/** A year from the hotel's today on, as far as prices are read often. */
export const DAYS_AHEAD = 365
/** Changes that one turn sends. */
const MAX_CHANGES = 2_000
/** How often it is looked at when nothing changes: whether what it sells is still known. */
const LOOK_MS = 10_000
/** How long a channel may take to do what it took, before it is asked whether it has. */
const CONFIRM_MS = 30_000
const MAX_CONFIRM_TRIES = 3
const [WAIT_MS, LONGEST_WAIT_MS] = [2_000, 5 * 60_000]
/** A 429 that says nothing about when. */
const PAUSE_MS = 15_000

export interface TurnDeps {
  readonly database: Sql
  readonly timeZone: string
  readonly now: Date
  readonly random: () => number
  /** The process ends: what is under way is left to another one. */
  isEnding(): boolean
  /** @throws PmsIntegrationError SYNC_LEASE_LOST before a message that is not this worker's any more */
  keep(): Promise<void>
}

/** One turn of a channel: at most a message of each kind, or a look at what it shows. Never throws for what a channel does. */
export async function takeTurn(deps: TurnDeps, channel: Channel, ctx: ChannelContext, row: ChannelRow): Promise<Turn> {
  const known = await readKnown(deps.database, row)
  const isFresh = known.ageMs !== null && known.ageMs <= row.staleAfterMinutes * 60_000
  try {
    if (!isFresh) return await stale(deps, channel, ctx, row)
    const closing = row.refused.some(({ isClosed }) => !isClosed)
    if (closing) return await closeRefused(deps, channel, ctx, row)
    const work = await findWork(deps, row, known)
    if (work !== null) return await send(deps, channel, ctx, row, work)
    return row.isUnconfirmed ? await confirm(deps, channel, ctx, row) : turnOf(row, { state: 'LIVE', reason: null })
  } catch (error) {
    if (isOutage(error)) throw error
    if (deps.isEnding()) return turnOf(row, { failures: row.failures, lookMs: 0 })
    return failed(deps, row, error)
  }
}

/** What is as it was. */
const turnOf = (row: ChannelRow, changes: Partial<Turn>): Turn => ({
  ...{ state: row.state, reason: row.reason, position: row.position, refused: row.refused },
  ...{ isUnconfirmed: row.isUnconfirmed, confirmTries: row.confirmTries, failures: 0 },
  ...{ isSent: false, isWhole: false, isConfirmed: false, restMs: 0, lookMs: LOOK_MS },
  ...changes,
})

const daysOf = ({ timeZone, now }: TurnDeps): ChannelDays => {
  const today = dayNumberIn(timeZone, now)
  return { from: dayOf(today), to: dayOf(today + DAYS_AHEAD - 1) }
}

const STALE = 'The prices and availability that are known are too old to be sold.'

/** Closed once, and all of it is sent when it is known again; or left as it is. */
async function stale(deps: TurnDeps, channel: Channel, ctx: ChannelContext, row: ChannelRow): Promise<Turn> {
  if (row.whenStale === 'HOLD') return turnOf(row, { state: 'HELD', reason: STALE, position: null })
  if (row.state === 'CLOSED') return turnOf(row, {})
  await deps.keep()
  const refusals = await channel.sendAvailability(ctx, availabilityRanges(closedSelling(row, daysOf(deps))))
  const [first] = refusals
  if (first !== undefined) throw new PmsIntegrationError('PROVIDER_REJECTED', `It was not closed: ${first.reason}`)
  const closed = { state: 'CLOSED', reason: STALE, position: null, refused: [], isUnconfirmed: false } as const
  return turnOf(row, { ...closed, isSent: true, restMs: channel.spacingMs })
}

interface Work {
  /** Days by the channel's id; undefined: all of it. */
  readonly wanted?: { readonly availability: Wanted; readonly rates: Wanted }
  /** Of the last change that is sent by it. */
  readonly position: number
}

/** What has to be sent; null: nothing. */
async function findWork(deps: TurnDeps, row: ChannelRow, { position, oldest }: Known): Promise<Work | null> {
  const isForgotten = row.position !== null && row.position < position && (oldest === null || oldest > row.position + 1)
  if (row.position === null || row.isWholeDue || isForgotten) return { position }
  if (row.position >= position) return null
  const changes = await readChanges(deps.database, row.hotelId, { after: row.position, limit: MAX_CHANGES })
  const last = changes.at(-1)
  if (last === undefined) return null
  const [availability, rates] = [new Map<string, ChannelDays[]>(), new Map<string, ChannelDays[]>()]
  for (const { provider, entityType, roomTypeExternalId, ratePlanExternalId, from, to } of changes) {
    if (provider !== row.provider) continue
    const isOf = (one: { roomTypeExternalId: string }) => one.roomTypeExternalId === roomTypeExternalId
    const meant =
      entityType === 'AVAILABILITY'
        ? row.rooms.filter(isOf)
        : row.plans.filter((plan) => isOf(plan) && plan.ratePlanExternalId === ratePlanExternalId)
    const days = entityType === 'AVAILABILITY' ? availability : rates
    for (const { channelId } of meant) days.set(channelId, [...(days.get(channelId) ?? []), { from, to }])
  }
  return { position: last.position, wanted: { availability, rates } }
}

/**
 * Sends what holds now, not what each change said: the same twice changes nothing, and what is older never comes last. All of it
 * begins with the prices, so that nothing is open at a price of before; changes begin with the rooms that are left.
 */
async function send(deps: TurnDeps, channel: Channel, ctx: ChannelContext, row: ChannelRow, work: Work): Promise<Turn> {
  const selling = await readSelling(deps.database, row, daysOf(deps))
  const rooms = availabilityRanges(selling, work.wanted?.availability)
  const plans = rateRanges(selling, work.wanted?.rates)
  const steps = [
    { ranges: rooms, say: () => channel.sendAvailability(ctx, rooms) },
    { ranges: plans, say: () => channel.sendRates(ctx, plans) },
  ].filter(({ ranges }) => ranges.length > 0)
  if (work.wanted === undefined) steps.reverse()
  const refusals: Refusal[] = []
  for (const { say } of steps) {
    await deps.keep()
    refusals.push(...(await say()))
  }
  const isSent = rooms.length + plans.length > 0
  return turnOf(row, {
    ...{ state: 'LIVE', reason: null, position: work.position },
    refused: refusedAfter(row.refused, { rooms, plans, refusals }),
    ...{ isUnconfirmed: row.isUnconfirmed || isSent, confirmTries: isSent ? 0 : row.confirmTries },
    ...{ isSent, isWhole: work.wanted === undefined, restMs: isSent ? channel.spacingMs : 0 },
    lookMs: refusals.length > 0 ? 0 : isSent ? CONFIRM_MS : LOOK_MS,
  })
}

/** What a channel did not take it still sells as before: those days are closed there. */
async function closeRefused(deps: TurnDeps, channel: Channel, ctx: ChannelContext, row: ChannelRow): Promise<Turn> {
  const open = row.refused.filter(({ isClosed }) => !isClosed)
  const rooms = open.filter(({ kind }) => kind === 'AVAILABILITY').map((one) => ({ ...daysIn(one), available: 0 }))
  const plans = open.filter(({ kind }) => kind === 'RATE').map((one) => ({ ...daysIn(one), value: NOT_SOLD }))
  await deps.keep()
  const again = rooms.length === 0 ? [] : await channel.sendAvailability(ctx, rooms)
  const refused = [...again, ...(plans.length === 0 ? [] : await channel.sendRates(ctx, plans))]
  const [first] = refused
  if (first !== undefined) throw new PmsIntegrationError('PROVIDER_REJECTED', `It cannot be closed: ${first.reason}`)
  const closed: KnownRefusal[] = row.refused.map((one) => ({ ...one, isClosed: true }))
  return turnOf(row, { refused: closed, isSent: true, restMs: channel.spacingMs, lookMs: CONFIRM_MS })
}

const daysIn = ({ channelId, from, to }: Refusal) => ({ channelId, from, to })
const NOT_SOLD = {
  ...{ amounts: [], isClosed: true, isClosedToArrival: false, isClosedToDeparture: false },
  ...{ minStayArrival: 1, minStayThrough: 1, maxStay: 0 },
}

/** Channels take messages and do them later: what they show is compared with what they were sent, and sent again where it differs. */
async function confirm(deps: TurnDeps, channel: Channel, ctx: ChannelContext, row: ChannelRow): Promise<Turn> {
  const selling = await readSelling(deps.database, row, daysOf(deps))
  await deps.keep()
  const { availability, rates } = differences(withRefused(selling, row.refused), await channel.read(ctx, selling.days))
  const isSame = availability.size + rates.size === 0
  if (isSame) {
    const confirmed = { isUnconfirmed: false, confirmTries: 0, isConfirmed: true, state: 'LIVE', reason: null } as const
    return turnOf(row, { ...confirmed, restMs: channel.spacingMs })
  }
  const confirmTries = row.confirmTries + 1
  const patient = { confirmTries, restMs: channel.spacingMs, lookMs: CONFIRM_MS }
  if (confirmTries < MAX_CONFIRM_TRIES) return turnOf(row, patient)
  const work = { position: row.position ?? 0, wanted: { availability, rates } }
  const turn = await send(deps, channel, ctx, row, work)
  const days = [...availability.values(), ...rates.values()].flat().length
  return {
    ...turn,
    reason: `The channel shows other values than it was sent, in ${days} runs of days; they were sent again.`,
  }
}

/** What was refused is closed there, and is to be. */
function withRefused(selling: Selling, refused: readonly KnownRefusal[]): Selling {
  const first = dayNumber(selling.days.from)
  const isRefused = (kind: Refusal['kind'], channelId: string) => {
    const those = refused.filter((one) => one.kind === kind && one.channelId === channelId)
    return (day: number) => those.some(({ from, to }) => dayNumber(from) - first <= day && day <= dayNumber(to) - first)
  }
  const replaced = <Value>(kind: Refusal['kind'], of: ReadonlyMap<string, readonly Value[]>, closed: Value) =>
    new Map(
      [...of].map(([channelId, values]) => {
        const isOn = isRefused(kind, channelId)
        return [channelId, values.map((value, day) => (isOn(day) ? closed : value))] as const
      }),
    )
  return {
    days: selling.days,
    availability: replaced('AVAILABILITY', selling.availability, 0),
    rates: replaced('RATE', selling.rates, NOT_SOLD),
  }
}

function failed({ random }: TurnDeps, row: ChannelRow, error: unknown): Turn {
  const { code, message, retryAfterMs = 0 } = toPmsError(error)
  if (code === 'INTERNAL_SERVER_ERROR' || code === 'SYNC_LEASE_LOST') throw error
  const least = code === 'PROVIDER_RATE_LIMITED' ? PAUSE_MS : WAIT_MS
  const backoffMs = Math.min(least * 2 ** row.failures, LONGEST_WAIT_MS) * (0.75 + random() / 2)
  const restMs = Math.round(Math.max(backoffMs, retryAfterMs))
  // What was sent before it failed may be there, and is sent again.
  return turnOf(row, { state: 'WAITING', reason: message, failures: row.failures + 1, restMs, lookMs: restMs })
}
