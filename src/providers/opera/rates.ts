import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { type Step, walk } from '../transport/walk.ts'
import { daysAsked } from './operations/calendar-days.ts'
import { readRestrictions } from './operations/restrictions.ts'
import { readSchedules } from './operations/schedules.ts'
import { readRatePlans } from './rate-plans.ts'
import { allRoomTypes } from './room-types.ts'
import type { OperaContext } from './settings.ts'
import type { DayRange } from './walk/slices.ts'
import { type Control, wireControl } from './wire/calendar.ts'

/** The plan that was read last. */
const position = z.object({ after: z.string() })

const plan = z.object({
  ratePlanCode: z.string(),
  primaryDetails: z.object({ endSellDate: z.string().nullish() }).nullish(),
  classifications: z.object({ rateCategory: z.string().nullish() }).nullish(),
  transactionDetails: z.object({ currencyCode: z.string().nullish() }).nullish(),
})
type Plan = z.output<typeof plan>
const type = z.object({ roomType: z.string(), roomClass: z.string().nullish() })
type Type = z.output<typeof type>

/** What the prices of all plans are made with. */
interface House {
  readonly plans: readonly Plan[]
  readonly types: readonly Type[]
  readonly rules: readonly Rule[]
}

/** As the vendor sent it: whether it can be read is found out span by span. */
interface Rule {
  readonly raw: unknown
  readonly control: Control
}

const ruled = z.object({ restrictionControl: wireControl })
const typed = z.object({ roomTypeList: z.array(z.string()).nullish() })

/**
 * Walks through the prices of the plans that are still sold, in the order of their codes, a plan at a time. Rules are read
 * once a walk, for they are of the house, of classes and of categories as much as of plans.
 */
export function fetchRates(ctx: OperaContext, window: FetchWindow) {
  const days = daysAsked(ctx, window)
  let house: Promise<House> | undefined
  return walk(
    position,
    window.cursor,
    () => ({ after: '' }),
    async ({ after }) => {
      house ??= readHouse(ctx, days)
      const known = await house
      const [current, following] = known.plans.filter(({ ratePlanCode }) => ratePlanCode > after)
      if (current === undefined) return { items: [], next: null }
      const items = await readPlan(ctx, days, current, known)
      const next: Step<z.output<typeof position>>['next'] = following ? { after: current.ratePlanCode } : null
      return { items, next }
    },
  )
}

async function readHouse(ctx: OperaContext, days: DayRange): Promise<House> {
  const plans = readable(plan, await readRatePlans(ctx, {}))
  return {
    plans: plans
      .filter(({ primaryDetails }) => (primaryDetails?.endSellDate ?? '9999').slice(0, 10) >= days[0])
      .sort((a, b) => (a.ratePlanCode < b.ratePlanCode ? -1 : 1)),
    types: readable(type, await allRoomTypes(ctx)),
    rules: (await readRestrictions(ctx, days)).map((raw) => ({
      raw,
      control: ruled.safeParse(raw).data?.restrictionControl,
    })),
  }
}

const readable = <T extends z.ZodType>(schema: T, items: readonly unknown[]): z.output<T>[] =>
  items.flatMap((item) => schema.safeParse(item).data ?? [])

/** An item for each room type that the plan has prices for, with all that is said of the two. */
async function readPlan(ctx: OperaContext, days: DayRange, current: Plan, { types, rules }: House) {
  const schedules = await readSchedules(ctx, current.ratePlanCode, days)
  const [from, to] = days
  return types
    .map((one) => ({
      ratePlanCode: current.ratePlanCode,
      roomType: one.roomType,
      currencyCode: current.transactionDetails?.currencyCode ?? null,
      from,
      to,
      schedules: schedules.filter((raw) => typed.safeParse(raw).data?.roomTypeList?.includes(one.roomType) ?? true),
      restrictions: rules.filter(({ control }) => isAbout(control, current, one)).map(({ raw }) => raw),
    }))
    .filter((item) => item.schedules.length > 0)
}

/** Every code of a rule must fit. Rules of single booking channels are not about what the hotel sells itself. */
function isAbout(asked: Control, { ratePlanCode, classifications }: Plan, one: Type): boolean {
  const control = asked ?? {}
  const fits = (code: string | null | undefined, own: string | null | undefined) => !code || code === own
  return (
    !control.bookingChannelCode &&
    fits(control.roomType, one.roomType) &&
    fits(control.roomClass, one.roomClass) &&
    fits(control.ratePlanCode, ratePlanCode) &&
    fits(control.ratePlanCategory, classifications?.rateCategory)
  )
}
