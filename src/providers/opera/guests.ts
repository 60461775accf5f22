import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { LIST_START, listPosition, readOn } from '../transport/moving-list.ts'
import { type Step, walk } from '../transport/walk.ts'
import { guestIdOfBooking, guestWithId } from './ids.ts'
import { limits, ROW_CAP } from './limits.ts'
import { onlyOne, withRefused } from './operations/by-id.ts'
import { findProfiles, searchGuests } from './operations/profiles.ts'
import type { OperaContext } from './settings.ts'
import { allStays } from './walk/stays.ts'
import { sweep, sweepOf, sweepPosition } from './walk/sweep.ts'

const listed = z.object({ at: z.literal('profiles'), ...listPosition.shape })
const position = z.discriminatedUnion('at', [listed, sweepPosition])
type Position = z.output<typeof position>

/**
 * Walks through the guest profiles, all of them each time: the vendor cannot say which have changed. Where the search
 * stops before the end, the guests of all bookings are read as well.
 */
export function fetchGuests(ctx: OperaContext, window: FetchWindow) {
  return walk<typeof position>(
    position,
    window.cursor,
    () => ({ at: 'profiles', ...LIST_START }),
    (at) => (at.at === 'profiles' ? readListed(ctx, window, at) : readStaying(ctx, window, at)),
  )
}

async function readListed(ctx: OperaContext, { limit, until }: FetchWindow, at: z.output<typeof listed>) {
  const read = (offset: number, size: number) => searchGuests(ctx, offset, size)
  const found = await readOn({ pageSize: limits.pageSize, read }, at, limit)
  // The vendor's 1 000 means "1 000 or more", whatever it says about more.
  const isCut = found.next === null && Math.max(found.reached, found.page.totalResults ?? 0) >= ROW_CAP
  const next: Position | null = found.next && { ...at, ...found.next }
  return { items: found.items, next: isCut ? sweepOf(allStays(ctx.settings.bookingsFrom, until)) : next }
}

async function readStaying(ctx: OperaContext, { limit }: FetchWindow, at: z.output<typeof sweepPosition>) {
  const { items: bookings, next } = await sweep(ctx, at, limit)
  const ids = new Set(bookings.map(guestIdOfBooking).filter((id) => id !== null))
  const step: Step<Position> = { items: withRefused(await findProfiles(ctx, [...ids]), guestWithId), next }
  return step
}

export async function fetchGuest(ctx: OperaContext, id: string): Promise<unknown | null> {
  return onlyOne(await findProfiles(ctx, [id]))
}

export async function fetchGuestsById(ctx: OperaContext, ids: readonly string[]): Promise<readonly unknown[]> {
  return (await findProfiles(ctx, ids)).items
}
