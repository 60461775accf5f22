import { z } from 'zod'
import { startOfDay } from '../../local-time.ts'
import type { DayRange } from '../../provider.ts'
import type { Category } from '../catalog.ts'
import { enterprises } from '../client.ts'
import { type List, readByIds } from '../operations/lists.ts'
import type { MewsContext } from '../settings.ts'

const RESTRICTIONS: List = { operation: 'restrictions/getAll', field: 'Restrictions' }

const text = z.string().nullish()

/** What a restriction is about; whether the rest of it can be read is found out with the prices. */
const about = z.object({
  ServiceId: text,
  Conditions: z.object({
    ExactRateId: text,
    BaseRateId: text,
    RateGroupId: text,
    ResourceCategoryId: text,
    ResourceCategoryType: text,
  }),
})

export interface Restriction {
  readonly raw: unknown
  /** Undefined where it cannot be read: then it is about everything. */
  readonly about: z.output<typeof about> | undefined
}

/** A plan with those whose restrictions it inherits. */
export interface RestrictedPlan {
  readonly Id: string
  readonly ServiceId: string
  readonly GroupId?: string | null | undefined
  readonly baseIds: readonly string[]
}

/** The restrictions of these services that hold on some of these days. A service has up to 150 000, mostly some hundred. */
export async function readRestrictions(
  ctx: MewsContext,
  serviceIds: readonly string[],
  { from, to }: DayRange,
): Promise<Restriction[]> {
  const { timeZone } = ctx.hotel
  const CollidingUtc = {
    StartUtc: startOfDay(from, timeZone).toISOString(),
    EndUtc: startOfDay(to, timeZone).toISOString(),
  }
  const found = await readByIds(ctx, RESTRICTIONS, 'ServiceIds', serviceIds, { ...enterprises(ctx), CollidingUtc })
  return found.map((raw) => ({ raw, about: about.safeParse(raw).data }))
}

/** Every condition that is named must fit. Ids are compared without case: the documentation writes them in both. */
export function isAbout({ about: said }: Restriction, plan: RestrictedPlan, category: Pick<Category, 'Id' | 'Type'>) {
  if (said === undefined) return true
  const { ExactRateId, BaseRateId, RateGroupId, ResourceCategoryId, ResourceCategoryType } = said.Conditions
  const fits = (asked: string | null | undefined, ...own: (string | null | undefined)[]) =>
    !asked || own.some((one) => one?.toLowerCase() === asked.toLowerCase())
  return (
    fits(said.ServiceId, plan.ServiceId) &&
    fits(ExactRateId, plan.Id) &&
    fits(BaseRateId, plan.Id, ...plan.baseIds) &&
    fits(RateGroupId, plan.GroupId) &&
    fits(ResourceCategoryId, category.Id) &&
    fits(ResourceCategoryType, category.Type)
  )
}
