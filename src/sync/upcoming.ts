/** The next time after an instant at which a cron expression is due; throws BAD_USER_INPUT. */
export type NextRun = (cron: string, timeZone: string, after: Date) => Date

/** The first `count` times after `after` at which the schedule is due. */
export function upcomingRuns(nextRun: NextRun, cron: string, timeZone: string, after: Date, count: number): Date[] {
  const runs: Date[] = []
  for (let last = after; runs.length < count; ) {
    last = nextRun(cron, timeZone, last)
    runs.push(last)
  }
  return runs
}
