import { z } from 'zod'
import { externalId, hotelDate, minorUnits, recordBase } from './common.ts'
import { dayNumber } from './days.ts'

/**
 * What a PMS says of a run of days: `from` to `to`, both included, and lists with a value a day. A list that is left out
 * says nothing, and what is stored stays; null in a list says that there is none that day.
 */
export const spanBase = { ...recordBase, roomTypeExternalId: externalId, from: hotelDate, to: hotelDate }

/** Vendors answer a year at a time; much more is no calendar. */
export const MAX_DAYS = 800

/** A value a day. */
export const daily = <T extends z.ZodType>(schema: T) => z.array(schema.nullable()).max(MAX_DAYS).nullish()
/** A value a person and day: the first list is the price for one person, the second for two, … */
export const dailyByPersons = <T extends z.ZodType>(schema: T) =>
  z.array(z.array(schema.nullable()).max(MAX_DAYS)).min(1).max(20).nullish()

export const price = minorUnits.min(0)
export const flag = z.boolean()
export const nights = z.int().min(0).max(1_000)
/** Rooms; negative when more are sold than there are. */
export const roomCount = z.int().min(-10_000).max(100_000)

type Span = { readonly from: string; readonly to: string } & Readonly<Record<string, unknown>>

/** Holds a span's days and lists against each other. */
export function checkSpan(span: Span, ctx: z.RefinementCtx): void {
  const length = dayNumber(span.to) - dayNumber(span.from) + 1
  const problem = length < 1 || length > MAX_DAYS ? oddDays(length) : oddList(span, length)
  if (problem !== null) ctx.addIssue({ code: 'custom', ...problem })
}

interface Problem {
  readonly path: (string | number)[]
  readonly message: string
}

const oddDays = (length: number): Problem => ({
  path: ['to'],
  message: length < 1 ? 'must not be before `from`' : `must be at most ${MAX_DAYS} days after \`from\``,
})

function oddList(span: Span, length: number): Problem | null {
  for (const [field, list] of Object.entries(span)) {
    if (!Array.isArray(list)) continue
    const isByPersons = Array.isArray(list[0])
    const lines: readonly unknown[][] = isByPersons ? list : [list]
    const odd = lines.findIndex((line) => line.length !== length)
    if (odd < 0) continue
    const message = `must have a value for each of the ${length} days, not ${lines[odd]?.length}`
    return { path: isByPersons ? [field, odd] : [field], message }
  }
  return null
}
