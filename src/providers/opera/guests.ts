import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { guestIdOf, profileIdOf } from './identify.ts'
import { ROW_CAP } from './limits.ts'
import { LIST_START, listPlace, readOn } from './paging.ts'
import { readProfiles, searchGuests } from './profiles.ts'
import type { OperaContext } from './settings.ts'
import { allStays } from './stays.ts'
import { sweep, sweepOf, sweepPlace } from './sweep.ts'
import { type Step, walkFrom } from './walk.ts'

const listed = z.object({ at: z.literal('profiles'), ...listPlace.shape })
const place = z.discriminatedUnion('at', [listed, sweepPlace])
type Place = z.output<typeof place>

/**
 * Walks through the guest profiles, all of them each time: the vendor cannot say which have changed. Where the search
 * stops before the end, the guests of all bookings are read as well.
 */
export function fetchGuests(ctx: OperaContext, window: FetchWindow) {
  return walkFrom<typeof place>(
    place,
    window.cursor,
    () => ({ at: 'profiles', ...LIST_START }),
    (at) => (at.at === 'profiles' ? readListed(ctx, window, at) : readStaying(ctx, window, at)),
  )
}

async function readListed(ctx: OperaContext, { limit, until }: FetchWindow, at: z.output<typeof listed>) {
  const read = (offset: number, size: number) => searchGuests(ctx, offset, size)
  const page = await readOn({ identify: profileIdOf, read }, at, limit)
  const isCut = page.next === null && page.hasMore === true && page.reached === ROW_CAP
  const next: Place | null = page.next && { ...at, ...page.next }
  return { items: page.items, next: isCut ? sweepOf(allStays(ctx.settings.bookingsFrom, until)) : next }
}

async function readStaying(ctx: OperaContext, { limit }: FetchWindow, at: z.output<typeof sweepPlace>) {
  const { items: bookings, next } = await sweep(ctx, at, limit)
  const ids = new Set(bookings.map(guestIdOf).filter((id) => id !== null))
  const step: Step<Place> = { items: await readProfiles(ctx, [...ids]), next }
  return step
}
