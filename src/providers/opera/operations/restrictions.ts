import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import { get, hotelPath } from '../client.ts'
import { RANGE_DAYS } from '../limits.ts'
import type { OperaContext } from '../settings.ts'
import { type DayRange, halfRanges, pieces } from '../walk/slices.ts'

const list = z.object({ restrictionSets: z.array(z.unknown()).nullish(), hasMore: z.boolean().nullish() })
const answer = z
  .object({ restrictionsByDateRange: z.object({ restrictionsByDateRange: list.nullish() }).nullish() })
  .nullable()

/**
 * The rules that hold on some of these days. The list has no pages: one that is not whole is asked for in halves.
 * @throws PmsIntegrationError PROVIDER_BAD_RESPONSE for a day whose rules are not told whole: what is closed would be sold
 */
export async function readRestrictions(ctx: OperaContext, days: DayRange): Promise<unknown[]> {
  const rules: unknown[] = []
  for (const piece of pieces(days, RANGE_DAYS)) rules.push(...(await readPiece(ctx, piece)))
  return rules
}

async function readPiece(ctx: OperaContext, days: DayRange): Promise<readonly unknown[]> {
  const query = { restrictionSearchCriteriaStartDate: days[0], end: days[1] }
  const found = await get(ctx, `/par/v1/${hotelPath(ctx)}/restrictions`, query, answer)
  const { restrictionSets, hasMore } = found?.restrictionsByDateRange?.restrictionsByDateRange ?? {}
  if (!hasMore) return restrictionSets ?? []
  const halves = halfRanges(days)
  if (halves !== null) return [...(await readPiece(ctx, halves[0])), ...(await readPiece(ctx, halves[1]))]
  throw new PmsIntegrationError('PROVIDER_BAD_RESPONSE', `The PMS does not show all restrictions of ${days[0]}.`)
}
