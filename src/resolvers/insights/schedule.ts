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
    description: 'Previews a cron expression before it is saved. An invalid one is an error that says why.',
  })
  async schedulePreview(
    @Arg('syncSchedule', () => String, { description: 'Cron expression, such as `*/15 * * * *`.' }) cron: string,
    @Arg('hotelId', () => ID, { nullable: true, description: 'Run it in the time zone of this hotel.' })
    hotelId: string | null | undefined,
    @Arg('timeZone', () => String, { nullable: true, description: 'Run it in this IANA time zone instead.' })
    ianaTimeZone: string | null | undefined,
    @Arg('count', () => Int, { defaultValue: 5, description: `Number of times to return, at most ${MAX_RUNS}.` })
    count: number,
    @Ctx() context: ApiContext,
  ): Promise<PmsSchedulePreview> {
    checkCount(count)
    const timeZone = ianaTimeZone ?? (await timeZoneOf(context, hotelId))
    return { timeZone, runs: context.configurations.upcoming({ cron, timeZone, count }) }
  }

  @FieldResolver(() => [DateTime], {
    description:
      'The next times that the schedule is due, soonest first; empty without a schedule or while it is paused.',
  })
  async nextRuns(
    @Root() { hotelId, syncSchedule: cron, nextSyncAt }: Configuration,
    @Arg('count', () => Int, { defaultValue: 5, description: `Number of times to return, at most ${MAX_RUNS}.` })
    count: number,
    @Ctx() context: ApiContext,
  ): Promise<Date[]> {
    checkCount(count)
    if (cron === null || nextSyncAt === null) return []
    return context.configurations.upcoming({ cron, timeZone: await timeZoneOf(context, hotelId), count })
  }
}

function checkCount(count: number): void {
  if (count < 1 || count > MAX_RUNS) throw badUserInput('count', `\`count\` has to be from 1 to ${MAX_RUNS}.`)
}

async function timeZoneOf({ loaders }: ApiContext, hotelId: string | null | undefined): Promise<string> {
  if (!hotelId) throw badUserInput('timeZone', 'Set `timeZone` or `hotelId`.')
  const hotel = await loaders.hotel.load(hotelId)
  if (hotel === null) throw hotelNotFound()
  return hotel.timeZone
}
