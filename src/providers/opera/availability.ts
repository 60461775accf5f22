import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { type Step, walk } from '../transport/walk.ts'
import { get, hotelPath } from './client.ts'
import { RANGE_DAYS } from './limits.ts'
import { daysAsked } from './operations/calendar-days.ts'
import type { OperaContext } from './settings.ts'
import { addDays, pieces } from './walk/slices.ts'

const inventory = z.record(z.string(), z.unknown())
const answer = z
  .object({
    hotelInventories: z.array(z.object({ roomTypeInventories: z.array(inventory).nullish() })).nullish(),
  })
  .nullable()

const position = z.object({ from: z.iso.date() })

/** Walks through what is left of each room type, 90 days at a time. */
export function fetchAvailability(ctx: OperaContext, window: FetchWindow) {
  const [first, last] = daysAsked(ctx, window)
  return walk(
    position,
    window.cursor,
    () => ({ from: first }),
    async ({ from }) => {
      const [, to] = pieces([from, last], RANGE_DAYS)[0] ?? [from, last]
      const next: Step<z.output<typeof position>>['next'] = to < last ? { from: addDays(to, 1) } : null
      return { items: await readInventory(ctx, from, to), next }
    },
  )
}

async function readInventory(ctx: OperaContext, from: string, to: string): Promise<unknown[]> {
  const query = {
    dateRangeStart: from,
    dateRangeEnd: to,
    roomCountRequested: 1,
    dailyInventory: true,
    includeOverbooking: true,
  }
  const found = await get(ctx, `/inv/v1/${hotelPath(ctx)}/hotelInventory`, query, answer)
  const types = found?.hotelInventories?.flatMap(({ roomTypeInventories }) => roomTypeInventories ?? []) ?? []
  return types.map((one) => ({ inventoryCounts: [], ...one, from, to }))
}
