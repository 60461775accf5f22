import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import { reservationIdOf } from './identify.ts'
import { ROW_CAP } from './limits.ts'
import { LIST_START, type ListPage, listPlace, readOn } from './paging.ts'
import { searchSlice } from './reservations.ts'
import type { OperaContext } from './settings.ts'
import { type DayRange, halves, isWide, type Slice, slice } from './slices.ts'
import type { Step } from './walk.ts'

/** Slices of bookings that are still to be read, the next one last, and the place in that one. */
export const sweepPlace = z.object({ at: z.literal('sweep'), slices: z.array(slice), ...listPlace.shape })
export type SweepPlace = z.output<typeof sweepPlace>

export const sweepOf = (arrival: DayRange): SweepPlace => startOf([{ arrival, departure: null }])

const startOf = (slices: Slice[]): SweepPlace => ({ at: 'sweep', slices, ...LIST_START })

/** Reads a page of bookings. A slice that holds more than the search will show is cut into two and not read. */
export async function sweep(ctx: OperaContext, at: SweepPlace, limit: number | null): Promise<Step<SweepPlace>> {
  const rest = at.slices.slice(0, -1)
  const current = at.slices.at(-1)
  if (current === undefined) return { items: [], next: null }
  const smaller = halves(current)?.toReversed()
  if (smaller !== undefined && isWide(current)) return { items: [], next: startOf([...rest, ...smaller]) }

  const read = (offset: number, size: number) => searchSlice(ctx, current, offset, size)
  const page = await readOn({ identify: reservationIdOf, read }, at, limit)
  const { items, next } = page
  if (smaller !== undefined && isTooLarge(page)) return { items: [], next: startOf([...rest, ...smaller]) }
  if (page.reached >= ROW_CAP && page.hasMore !== false) throw beyondReach(current)
  if (next !== null) return { items, next: { ...at, ...next } }
  return { items, next: rest.length === 0 ? null : startOf(rest) }
}

/** The last row that is shown says nothing about more; of a shorter list, a page that is not full says that it is all. */
function isTooLarge({ next, reached, totalResults }: ListPage): boolean {
  return reached >= ROW_CAP || (next !== null && (totalResults ?? 0) >= ROW_CAP)
}

function beyondReach({ arrival: [from], departure }: Slice): PmsIntegrationError {
  const stay = `from ${from} to ${departure?.[0]}`
  const message = `The PMS shows no more than ${ROW_CAP} bookings ${stay}, and there are more.`
  return new PmsIntegrationError('PROVIDER_BAD_RESPONSE', message)
}
