import { Text, Tooltip } from '@mantine/core'
import { useNow } from './now.ts'
import { relativeTime } from './relative-time.ts'

export interface TimeTextProps {
  /** ISO 8601; null: it never happened. */
  readonly at: string | null | undefined
  /** The hotel's, an IANA name. */
  readonly timeZone: string
  /** Shown in place of no time. */
  readonly never?: string
}

/** When, by the hotel's clock, and how long ago; all of it, with the zone, on hover and focus. */
export function TimeText({ at, timeZone, never = 'never' }: TimeTextProps) {
  const now = useNow()
  if (!at)
    return (
      <Text span size="sm" c="dimmed">
        {never}
      </Text>
    )
  const time = new Date(at)
  const isToday = day(time, timeZone) === day(new Date(now), timeZone)
  const short = format(time, timeZone, isToday ? { timeStyle: 'short' } : { day: 'numeric', month: 'short' })
  const full = `${format(time, timeZone, { dateStyle: 'full', timeStyle: 'medium' })} (${timeZone})`
  return (
    <Tooltip label={full} events={{ hover: true, focus: true, touch: true }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard reaches the whole date here */}
      <time dateTime={at} tabIndex={0} style={{ whiteSpace: 'nowrap', fontSize: 'var(--mantine-font-size-sm)' }}>
        {short} · {relativeTime(time.getTime(), now)}
      </time>
    </Tooltip>
  )
}

const day = (time: Date, timeZone: string) => format(time, timeZone, { dateStyle: 'short' })

const format = (time: Date, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(time)
