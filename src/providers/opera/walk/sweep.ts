import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import { LIST_START, type ListStep, listPosition, readOn } from '../../transport/moving-list.ts'
import type { Step } from '../../transport/walk.ts'
import { limits, ROW_CAP } from '../limits.ts'
import type { OperaPage } from '../operations/list-page.ts'
import { searchSlice } from '../operations/reservations.ts'
import type { OperaContext } from '../settings.ts'
import { type DayRange, halves, isWide, type Slice, slice } from './slices.ts'

/** Slices of bookings that are still to be read, the next one last, and the position in that one. */
export const sweepPosition = z.object({ at: z.literal('sweep'), slices: z.array(slice), ...listPosition.shape })
export type SweepPosition = z.output<typeof sweepPosition>

export const sweepOf = (arrival: DayRange): SweepPosition => startOf([{ arrival, departure: null }])

const startOf = (slices: Slice[]): SweepPosition => ({ at: 'sweep', slices, ...LIST_START })

/** Reads a page of bookings. A slice that holds more than the search will show is cut into two and not read. */
export async function sweep(ctx: OperaContext, at: SweepPosition, limit: number | null): Promise<Step<SweepPosition>> {
  const rest = at.slices.slice(0, -1)
  const current = at.slices.at(-1)
  if (current === undefined) return { items: [], next: null }
  const smaller = halves(current)?.toReversed()
  if (smaller !== undefined && isWide(current)) return { items: [], next: startOf([...rest, ...smaller]) }

  const read = (offset: number, size: number) => searchSlice(ctx, current, offset, size)
  const found = await readOn({ pageSize: limits.pageSize, read }, at, limit)
  const { items, next } = found
  if (smaller !== undefined && isTooLarge(found)) return { items: [], next: startOf([...rest, ...smaller]) }
  if (found.reached >= ROW_CAP && found.page.hasMore !== false) throw beyondReach(current)
  if (next !== null) return { items, next: { ...at, ...next } }
  return { items, next: rest.length === 0 ? null : startOf(rest) }
}

/** The last row that is shown says nothing about more; of a shorter list, a page that is not full says that it is all. */
function isTooLarge({ next, reached, page }: ListStep<OperaPage>): boolean {
  return reached >= ROW_CAP || (next !== null && (page.totalResults ?? 0) >= ROW_CAP)
}

function beyondReach({ arrival: [from], departure }: Slice): PmsIntegrationError {
  const stay = `from ${from} to ${departure?.[0]}`
  const message = `The PMS shows no more than ${ROW_CAP} bookings ${stay}, and there are more.`
  return new PmsIntegrationError('PROVIDER_BAD_RESPONSE', message)
}
