import { Cron } from 'croner'
import { badUserInput } from '../errors.ts'
import { clockJumps } from './clock-jumps.ts'

const ALIASES = ['@hourly', '@daily', '@weekly', '@monthly', '@yearly', '@annually']

/**
 * The next time after `after` at which a schedule is due, as cron sees it on the clock on the hotel's wall: a time that
 * the clock skips in spring comes as soon as the clock has jumped, all of those that it skips at once, and of a time that it
 * shows twice in autumn only the first one counts. A schedule of every hour or every few minutes simply goes on in both nights.
 * @param cron five fields (minute hour day month weekday), or an alias such as `@daily`; a minute is the smallest step
 * @throws PmsIntegrationError `BAD_USER_INPUT`, field `syncSchedule` or `timeZone`
 */
export function nextRun(cron: string, timeZone: string, after: Date): Date {
  const expression = cron.trim()
  checkForm(expression)
  checkTimeZone(timeZone)
  const next = dueAfter(expression, timeZone, after)
  if (next === null) throw badSchedule('it is never due')
  return dueAtJump(expression, timeZone, after, next) ?? next
}

/** A day that an island skips when it moves across the date line is not made up for. */
const LONGEST_SKIP_MS = 3 * 3_600_000

/** Croner sees to it for a single time of a day that stays the same day; not for several, nor around midnight. */
function dueAtJump(expression: string, timeZone: string, after: Date, before: Date): Date | null {
  if (isOfEveryHour(expression)) return null
  for (const { at, skippedFrom, skippedTo } of clockJumps(timeZone, after, before)) {
    if (at <= after || at >= before || skippedTo.getTime() - skippedFrom.getTime() > LONGEST_SKIP_MS) continue
    const skipped = dueAfter(expression, 'UTC', new Date(skippedFrom.getTime() - 1))
    if (skipped !== null && skipped < skippedTo) return at
  }
  return null
}

/** It goes on as soon as the hour has changed, whatever hour that is. */
const isOfEveryHour = (expression: string) => expression === '@hourly' || expression.split(/\s+/)[1] === '*'

function dueAfter(expression: string, timezone: string, after: Date): Date | null {
  try {
    return new Cron(expression, { timezone }).nextRun(after)
  } catch (error) {
    throw badSchedule(error instanceof Error ? error.message.replace(/^CronPattern: /, '') : String(error))
  }
}

function checkForm(expression: string): void {
  if (expression.startsWith('@')) {
    if (!ALIASES.includes(expression)) throw badSchedule(`known aliases are ${ALIASES.join(', ')}`)
    return
  }
  const count = expression === '' ? 0 : expression.split(/\s+/).length
  if (count !== 5) throw badSchedule(`it has ${count} fields`)
}

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw badUserInput('timeZone', `"${timeZone}" is not an IANA time zone.`)
  }
}

const badSchedule = (reason: string) =>
  badUserInput('syncSchedule', `Not a cron schedule of five fields (minute hour day month weekday): ${reason}.`)

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
