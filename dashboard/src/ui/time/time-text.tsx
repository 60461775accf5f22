import { Text, Tooltip } from '@mantine/core'
import { useRef, useState } from 'react'
import { useNow } from './now.ts'
import { relativeTime } from './relative-time.ts'
import { formatZoned } from './zoned-time.ts'

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
  if (!at)
    return (
      <Text span size="sm" c="dimmed">
        {never}
      </Text>
    )
  return <Moment time={new Date(at)} timeZone={timeZone} />
}

/** The tooltip is made when somebody comes near: tables have hundreds of times. */
function Moment({ time, timeZone }: { time: Date; timeZone: string }) {
  const now = useNow()
  const ref = useRef<HTMLTimeElement>(null)
  const [isNear, setNear] = useState(false)
  const [come, leave] = [() => setNear(true), () => setNear(false)]
  const full = `${formatZoned(time, timeZone, 'full')} (${timeZone})`
  const isToday = formatZoned(time, timeZone, 'day') === formatZoned(new Date(now), timeZone, 'day')
  return (
    <>
      <time
        ref={ref}
        dateTime={time.toISOString()}
        aria-description={full}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard reaches the whole date here
        tabIndex={0}
        style={{ whiteSpace: 'nowrap', fontSize: 'var(--mantine-font-size-sm)' }}
        onPointerEnter={come}
        onPointerLeave={leave}
        onFocus={come}
        onBlur={leave}
      >
        {formatZoned(time, timeZone, isToday ? 'time' : 'dayAndMonth')} · {relativeTime(time.getTime(), now)}
      </time>
      {isNear && <Tooltip target={ref} opened label={full} />}
    </>
  )
}
