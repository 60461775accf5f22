import { z } from 'zod'
import { readAll } from '../../transport/moving-list.ts'
import { get, hotelPath } from '../client.ts'
import { SCHEDULE_DAYS, SCHEDULE_PAGE } from '../limits.ts'
import type { OperaContext } from '../settings.ts'
import { type DayRange, pieces } from '../walk/slices.ts'
import { envelope } from '../wire.ts'
import { pageOf } from './list-page.ts'

const answer = z
  .object({
    ratePlanScheduleList: z.object({ ratePlanSchedule: z.array(z.unknown()).nullish(), ...envelope.shape }).nullish(),
  })
  .nullable()
const row = z.object({ ratePlanScheduleDetail: z.unknown() })

/** The ranges of days for which a plan has prices. */
export async function readSchedules(ctx: OperaContext, ratePlanCode: string, days: DayRange): Promise<unknown[]> {
  const rows: unknown[] = []
  for (const [startDate, endDate] of pieces(days, SCHEDULE_DAYS)) {
    const read = async (offset: number, limit: number) => {
      const path = `/rtp/v1/${hotelPath(ctx)}/ratePlans/${encodeURIComponent(ratePlanCode)}/schedules`
      const query = { startDate, endDate, excludeRatePlanPackage: true, offset, limit }
      const { ratePlanSchedule, ...said } = (await get(ctx, path, query, answer))?.ratePlanScheduleList ?? {}
      return pageOf(ratePlanSchedule, limit, said)
    }
    rows.push(...(await readAll({ pageSize: SCHEDULE_PAGE, read })))
  }
  return rows.map((one) => row.safeParse(one).data?.ratePlanScheduleDetail)
}
