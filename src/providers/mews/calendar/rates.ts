import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import type { DayRange, FetchWindow } from '../../provider.ts'
import { type Step, walk } from '../../transport/walk.ts'
import { isStay, type PropertyCatalog, readable, readCatalog } from '../catalog.ts'
import { call, enterprises } from '../client.ts'
import { readAgeCategories } from '../join/parts.ts'
import { readByIds } from '../operations/lists.ts'
import { ACTIVE_RATES, RATES } from '../rate-plans.ts'
import type { MewsContext } from '../settings.ts'
import { piecesAsked, timeUnits } from './days.ts'
import { isAbout, type RestrictedPlan, type Restriction, readRestrictions } from './restrictions.ts'

const OPERATION = 'rates/getPricing'

const answer = z.object({
  Currency: z.unknown(),
  TimeUnitStartsUtc: z.unknown(),
  CategoryPrices: z.array(z.unknown()),
  AgeCategoryAdjustments: z.array(z.unknown()).nullish(),
  EmptyUnitAdjustment: z.unknown().optional(),
  ExtraUnitAdjustment: z.unknown().optional(),
})
const plan = z.object({
  Id: z.string(),
  ServiceId: z.string(),
  GroupId: z.string().nullish(),
  BaseRateId: z.string().nullish(),
})
const prices = z.object({ CategoryId: z.string(), AmountPrices: z.unknown() })
const ageAdjustment = z.looseObject({ AgeCategoryId: z.string() })

/** The plan that was read last. */
const position = z.object({ after: z.string() })

/** What the prices of all plans are made with. */
interface House {
  readonly catalog: PropertyCatalog
  readonly plans: readonly RestrictedPlan[]
  readonly restrictions: readonly Restriction[]
  /** Age categories that prices have named so far. */
  readonly ages: Map<string, string>
}

/**
 * Walks through the prices of the active rates in the order of their ids, a rate at a time: one request brings all of its
 * categories for a year. Restrictions are read once a walk, for most of them are about several rates.
 */
export function fetchRates(ctx: MewsContext, window: FetchWindow) {
  const pieces = piecesAsked(ctx, window)
  let house: Promise<House> | undefined
  return walk(
    position,
    window.cursor,
    () => ({ after: '' }),
    async ({ after }) => {
      house ??= readHouse(ctx, pieces)
      const known = await house
      const [current, following] = known.plans.filter(({ Id }) => Id > after)
      const items: unknown[] = []
      for (const days of current === undefined ? [] : pieces) {
        items.push(...(await readPlan(ctx, known, current as RestrictedPlan, days)))
      }
      const next: Step<z.output<typeof position>>['next'] = current && following ? { after: current.Id } : null
      return { items, next }
    },
  )
}

async function readHouse(ctx: MewsContext, pieces: readonly DayRange[]): Promise<House> {
  const catalog = await readCatalog(ctx)
  const { dailyServiceIds } = catalog
  const found = await readByIds(ctx, RATES, 'ServiceIds', dailyServiceIds, { ...enterprises(ctx), ...ACTIVE_RATES })
  const plans = readable(plan, found)
  const baseOf = new Map(plans.map(({ Id, BaseRateId }) => [Id, BaseRateId]))
  const [from, to] = [pieces.at(0)?.from, pieces.at(-1)?.to]
  return {
    catalog,
    plans: plans.map((one) => ({ ...one, baseIds: basesOf(one.Id, baseOf) })).sort((a, b) => (a.Id < b.Id ? -1 : 1)),
    restrictions: from && to ? await readRestrictions(ctx, dailyServiceIds, { from, to }) : [],
    ages: new Map(),
  }
}

/** The rate that another one follows, the one that this follows, and so on; one that follows itself has come to its end. */
function basesOf(id: string, baseOf: ReadonlyMap<string, string | null | undefined>): string[] {
  const bases = new Set<string>()
  for (let base = baseOf.get(id); base && !bases.has(base); base = baseOf.get(base)) bases.add(base)
  return [...bases]
}

/** An item for each category that the rate has prices for. A rate that the vendor does not price is one item, refused. */
async function readPlan(
  ctx: MewsContext,
  { catalog, restrictions, ages: known }: House,
  current: RestrictedPlan,
  days: DayRange,
) {
  const RateId = current.Id
  try {
    const { CategoryPrices, AgeCategoryAdjustments, ...told } = await call(
      ctx,
      OPERATION,
      { RateId, ...timeUnits(ctx, days) },
      answer,
    )
    const ages = await withClassifications(ctx, known, AgeCategoryAdjustments ?? [])
    return readable(prices, CategoryPrices).flatMap(({ CategoryId, AmountPrices }) => {
      const category = catalog.categories.get(CategoryId)
      if (category !== undefined && !isStay(category)) return []
      const { Capacity = null, ExtraCapacity = null } = category ?? {}
      const about = category ?? { Id: CategoryId, Type: '' }
      return {
        ...{ RateId, CategoryId, From: days.from, ...told, AmountPrices, AgeCategoryAdjustments: ages },
        Category: { Capacity, ExtraCapacity },
        Restrictions: restrictions.filter((one) => isAbout(one, current, about)).map(({ raw }) => raw),
      }
    })
  } catch (error) {
    if (!(error instanceof PmsIntegrationError) || error.code !== 'PROVIDER_REJECTED') throw error
    const { code, message } = error
    return [{ RateId, CategoryId: '-', From: days.from, refused: { code, message } }]
  }
}

/** An adjustment names its age category by id only. */
async function withClassifications(ctx: MewsContext, known: House['ages'], adjustments: readonly unknown[]) {
  const ids = readable(ageAdjustment, adjustments).map(({ AgeCategoryId }) => AgeCategoryId)
  const unknown = ids.filter((id) => !known.has(id))
  const found = unknown.length === 0 ? [] : (await readAgeCategories(ctx, unknown)).values()
  for (const { Id, Classification } of found) known.set(Id, Classification)
  return adjustments.map((raw) => {
    const read = ageAdjustment.safeParse(raw).data
    return read ? { ...read, Classification: known.get(read.AgeCategoryId) ?? null } : raw
  })
}
