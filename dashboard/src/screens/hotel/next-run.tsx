import { Text } from '@mantine/core'
import { useCountdown } from '../../ui/time/countdown.ts'
import { TimeText } from '../../ui/time/time-text.tsx'
import { formatDuration } from '../../ui/values/format.ts'

/** Longer waits are shown by the minute, as every time is. */
const COUNTED_MS = 3_600_000

/** When the schedule is due next, counted down in its last hour. */
export function NextRun({ at, timeZone }: { at: string | null | undefined; timeZone: string }) {
  const leftMs = useCountdown(at)
  return (
    <Text size="sm" component="div">
      <Text span inherit c="dimmed">
        Next sync{' '}
      </Text>
      <TimeText at={at} timeZone={timeZone} never="not scheduled" />
      {leftMs !== null && leftMs < COUNTED_MS && (
        <Text span inherit style={{ fontVariantNumeric: 'tabular-nums' }} data-countdown>
          {' '}
          ({leftMs < 1_000 ? 'due now' : formatDuration(leftMs - (leftMs % 1_000))})
        </Text>
      )}
    </Text>
  )
}
