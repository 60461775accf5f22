import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { type Step, walk } from '../transport/walk.ts'
import { bookingWithId } from './ids.ts'
import { ID_BATCH } from './limits.ts'
import { isRefusal, onlyOne, withRefused } from './operations/by-id.ts'
import { findReservations } from './operations/reservations.ts'
import type { OperaContext } from './settings.ts'
import { allStays, isRecent, recentStays } from './walk/stays.ts'
import { type SummaryPosition, stepSummary, summaryOf, summaryPosition } from './walk/summary.ts'
import { sweep, sweepOf, sweepPosition } from './walk/sweep.ts'

const changesPosition = z.object({ at: z.literal('changes'), since: z.iso.datetime() })
const idsPosition = z.object({ at: z.literal('ids'), ids: z.array(z.string()) })
const position = z.discriminatedUnion('at', [sweepPosition, changesPosition, summaryPosition, idsPosition])
type Position = z.output<typeof position>
type Changes = z.output<typeof changesPosition> | SummaryPosition

/**
 * Walks through the bookings. From the beginning: all of them in slices of their stay dates, then those that were changed
 * meanwhile, since a booking whose dates move may pass from a slice ahead to one behind. Later: those that the daily
 * summary names, or the stays around today where there is none.
 */
export function fetchBookings(ctx: OperaContext, window: FetchWindow) {
  return walk(
    position,
    window.cursor,
    () => startOf(ctx, window),
    (at) => stepFrom(ctx, window, at),
  )
}

export async function fetchBooking(ctx: OperaContext, id: string): Promise<unknown | null> {
  return onlyOne(await findReservations(ctx, [id]))
}

export async function fetchBookingsById(ctx: OperaContext, ids: readonly string[]): Promise<readonly unknown[]> {
  return (await findReservations(ctx, ids)).items
}

function startOf(ctx: OperaContext, window: FetchWindow): Position {
  const { since, until } = window
  const { bookingsFrom } = ctx.settings
  if (since === null || !isRecent(since, until)) return sweepOf(allStays(bookingsFrom, until))
  return hasSummary(ctx) ? changesSince(since) : sweepOf(recentStays(bookingsFrom, until))
}

async function stepFrom(ctx: OperaContext, window: FetchWindow, at: Position): Promise<Step<Position>> {
  if (at.at === 'changes' || at.at === 'summary') return findChanges(ctx, window, at)
  if (at.at === 'ids') return readIds(ctx, at.ids)
  const step = await sweep(ctx, at, window.limit)
  const isFullEnd = step.next === null && window.since === null
  return isFullEnd && hasSummary(ctx) ? { ...step, next: changesSince(window.until) } : step
}

async function findChanges(
  ctx: OperaContext,
  { since: from, until }: FetchWindow,
  at: Changes,
): Promise<Step<Position>> {
  const stays = recentStays(ctx.settings.bookingsFrom, until)
  try {
    const found = await stepSummary(ctx, at.at === 'changes' ? summaryOf(at.since, stays) : at)
    return { items: [], ...('ids' in found ? { next: idsLeft(found.ids) } : found) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    ctx.log.warn({ code: error.code }, 'No daily summary; changed bookings are looked for by their stay dates')
    // After a full walk there is nothing left to look for.
    return { items: [], next: from === null ? null : sweepOf(stays) }
  }
}

async function readIds(ctx: OperaContext, ids: readonly string[]): Promise<Step<Position>> {
  const found = await findReservations(ctx, ids.slice(0, ID_BATCH))
  return { items: withRefused(found, bookingWithId), next: idsLeft(ids.slice(ID_BATCH)) }
}

const hasSummary = ({ settings }: OperaContext) => settings.externalSystem !== ''
const changesSince = (since: Date): Position => ({ at: 'changes', since: since.toISOString() })
const idsLeft = (ids: string[]): Position | null => (ids.length === 0 ? null : { at: 'ids', ids })
