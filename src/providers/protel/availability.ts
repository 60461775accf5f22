import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { request } from './client.ts'
import { grouped, walkDays } from './connector/days.ts'
import { AVAILABILITY } from './connector/operations.ts'
import type { ProtelContext } from './settings.ts'

const answer = z.object({ availability: z.array(z.unknown()) })
const counted = z.object({ roomTypeCode: z.string().catch('') }).catch({ roomTypeCode: '' })

/** Walks through what is left; an item is a room type with its days of some weeks. */
export const fetchAvailability = (ctx: ProtelContext, window: FetchWindow) =>
  walkDays(ctx, window, async (range) => {
    const { availability } = await request(ctx, AVAILABILITY, range, answer)
    const about = (count: z.output<typeof counted>) => ({ ...count, from: range.from })
    return grouped(availability, counted, about).map(([of, days]) => ({ ...of, days }))
  })
