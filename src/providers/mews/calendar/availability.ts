import { z } from 'zod'
import type { DayRange, FetchWindow } from '../../provider.ts'
import { type Step, walk } from '../../transport/walk.ts'
import { isStay, readCatalog } from '../catalog.ts'
import { call } from '../client.ts'
import type { MewsContext } from '../settings.ts'
import { piecesAsked, timeUnits } from './days.ts'

const OPERATION = 'services/getAvailability/2024-01-22'
const METRICS = [
  'ActiveResources',
  'UsableResources',
  'OutOfOrderBlocks',
  'Occupied',
  'OtherServiceReservationCount',
  'PublicAvailabilityAdjustment',
]

const answer = z.object({ TimeUnitStartsUtc: z.unknown(), ResourceCategoryAvailabilities: z.array(z.unknown()) })
const ofCategory = z.object({ ResourceCategoryId: z.string(), Metrics: z.unknown() })

/** How many pieces of days have been read. */
const position = z.object({ pieces: z.int().min(0) })

/** Walks through what is left of the categories that people stay in, a year at a time; the answer has a column a metric. */
export function fetchAvailability(ctx: MewsContext, window: FetchWindow) {
  const asked = piecesAsked(ctx, window)
  let catalog: ReturnType<typeof readCatalog> | undefined
  return walk(
    position,
    window.cursor,
    () => ({ pieces: 0 }),
    async ({ pieces }) => {
      catalog ??= readCatalog(ctx)
      const { dailyServiceIds, categories } = await catalog
      const days = asked[pieces]
      const items: Awaited<ReturnType<typeof readService>> = []
      for (const ServiceId of days === undefined ? [] : dailyServiceIds) {
        items.push(...(await readService(ctx, ServiceId, days as DayRange)))
      }
      const next: Step<z.output<typeof position>>['next'] = pieces + 1 < asked.length ? { pieces: pieces + 1 } : null
      return { items: items.filter((item) => isSold(item, categories)), next }
    },
  )
}

async function readService(ctx: MewsContext, ServiceId: string, days: DayRange) {
  const found = await call(ctx, OPERATION, { ServiceId, ...timeUnits(ctx, days), Metrics: METRICS }, answer)
  return found.ResourceCategoryAvailabilities.map((raw) => {
    const { ResourceCategoryId: CategoryId, Metrics } = ofCategory.safeParse(raw).data ?? { Metrics: raw }
    return { CategoryId, From: days.from, TimeUnitStartsUtc: found.TimeUnitStartsUtc, Metrics }
  })
}

/** A category of which nothing is known is passed on: it may have been added just now. */
function isSold(
  { CategoryId }: { CategoryId?: string | undefined },
  categories: Awaited<ReturnType<typeof readCatalog>>['categories'],
) {
  const category = categories.get(CategoryId ?? '')
  return category === undefined || isStay(category)
}
