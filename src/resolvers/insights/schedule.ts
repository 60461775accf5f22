import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import type { Configuration } from '../../entities/configuration.ts'
import { badUserInput } from '../../errors.ts'
import { DateTime } from '../../schema/common/scalars.ts'
import { PmsConfiguration } from '../../schema/configuration.ts'
import { PmsSchedulePreview } from '../../schema/insights/schedule.ts'
import { hotelNotFound } from '../../security/policy.ts'
import type { ApiContext } from '../access/context.ts'
import { Policy } from '../access/policy.ts'

const MAX_RUNS = 50

@Resolver(() => PmsConfiguration)
export class ScheduleResolver {
  @Policy<{ hotelId?: string | null }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => PmsSchedulePreview, {
    description: 'When a schedule that is not saved yet would be due; an error names what is wrong with it.',
  })
  async schedulePreview(
    @Arg('syncSchedule', () => String, { description: 'Cron expression.' }) cron: string,
    @Arg('hotelId', () => ID, { nullable: true, description: 'Read it in the time zone of this hotel.' })
    hotelId: string | null | undefined,
    @Arg('timeZone', () => String, { nullable: true, description: 'Read it in this IANA time zone instead.' })
    given: string | null | undefined,
    @Arg('count', () => Int, { defaultValue: 5, description: `How many times, at most ${MAX_RUNS}.` }) count: number,
    @Ctx() context: ApiContext,
  ): Promise<PmsSchedulePreview> {
    checkCount(count)
    const timeZone = given ?? (await timeZoneOf(context, hotelId))
    return { timeZone, runs: context.configurations.upcoming({ cron, timeZone, count }) }
  }

  @FieldResolver(() => [DateTime], {
    description: 'When the schedule is due next, soonest first; empty while there is none or it rests.',
  })
  async nextRuns(
    @Root() { hotelId, syncSchedule: cron, nextSyncAt }: Configuration,
    @Arg('count', () => Int, { defaultValue: 5, description: `How many times, at most ${MAX_RUNS}.` }) count: number,
    @Ctx() context: ApiContext,
  ): Promise<Date[]> {
    checkCount(count)
    if (cron === null || nextSyncAt === null) return []
    return context.configurations.upcoming({ cron, timeZone: await timeZoneOf(context, hotelId), count })
  }
}

function checkCount(count: number): void {
  if (count < 1 || count > MAX_RUNS) throw badUserInput('count', `must be from 1 to ${MAX_RUNS}`)
}

async function timeZoneOf({ loaders }: ApiContext, hotelId: string | null | undefined): Promise<string> {
  if (!hotelId) throw badUserInput('timeZone', 'is needed, or a hotel')
  const hotel = await loaders.hotel.load(hotelId)
  if (hotel === null) throw hotelNotFound()
  return hotel.timeZone
}
