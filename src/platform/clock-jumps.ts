const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** A moment at which the clock on the wall goes forward, and the local times that it never shows, written as if in UTC. */
export interface ClockJump {
  readonly at: Date
  readonly skippedFrom: Date
  readonly skippedTo: Date
}

/** The times after `from`, up to and with `to`, at which the clocks of a zone go forward. */
export function* clockJumps(timeZone: string, from: Date, to: Date): Generator<ClockJump> {
  const end = to.getTime()
  for (let start = from.getTime(); start < end; start += DAY_MS) {
    const stop = Math.min(start + DAY_MS, end)
    const [before, after] = [offsetMs(timeZone, start), offsetMs(timeZone, stop)]
    if (after <= before) continue
    const at = firstWithOffset(timeZone, after, start, stop)
    yield { at: new Date(at), skippedFrom: new Date(at + before), skippedTo: new Date(at + after) }
  }
}

/** Clocks change at whole minutes. */
function firstWithOffset(timeZone: string, offset: number, from: number, to: number): number {
  let [low, high] = [Math.floor(from / MINUTE_MS), Math.ceil(to / MINUTE_MS)]
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2)
    if (offsetMs(timeZone, middle * MINUTE_MS) === offset) high = middle
    else low = middle
  }
  return high * MINUTE_MS
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** How far the clock on the wall is ahead of UTC. */
function offsetMs(timeZone: string, at: number): number {
  const second = Math.floor(at / 1_000) * 1_000
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(second)
      .map(({ type, value }) => [type, +value]),
  )
  const { year = 0, month = 1, day, hour, minute, second: seconds } = parts
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' } as const
  const options = { ...numeric, minute: 'numeric', second: 'numeric', hourCycle: 'h23', calendar: 'gregory' } as const
  const format = new Intl.DateTimeFormat('en', { ...options, timeZone })
  formats.set(timeZone, format)
  return format
}
