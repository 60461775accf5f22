import { VisuallyHidden } from '@mantine/core'
import { formatDuration } from '../../ui/values/format.ts'
import classes from './duration-bar.module.css'

export interface DurationBarProps {
  /** Milliseconds; null while it runs. */
  readonly duration: number | null | undefined
  /** What half of its like took at most, in milliseconds. */
  readonly usual: number | null | undefined
}

/** Above this many times the usual somebody should look; what took less than half a minute delays nobody. */
const SLOW_TIMES = 2
const SLOW_FROM_MS = 30_000

/** How long it took, against what its like usually take: the mark in the middle of the bar. */
export function DurationBar({ duration, usual }: DurationBarProps) {
  if (duration === null || duration === undefined) return '–'
  const times = usual ? duration / usual : null
  return (
    <span className={classes.duration}>
      <span className={classes.time}>{formatDuration(duration)}</span>
      {times !== null && (
        <span className={classes.bar} aria-hidden data-slow={times > SLOW_TIMES && duration >= SLOW_FROM_MS}>
          <span style={{ width: `${Math.min(100, times * 50)}%` }} />
        </span>
      )}
      {Boolean(usual) && <VisuallyHidden>, usually {formatDuration(usual ?? 0)}</VisuallyHidden>}
    </span>
  )
}
