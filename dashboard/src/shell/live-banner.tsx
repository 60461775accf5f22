import { Alert } from '@mantine/core'
import { POLL_MS, useLiveStatus } from '../api/live.ts'

/** Says that what is on the screen may be some seconds old. */
export function LiveBanner() {
  const isPaused = useLiveStatus() === 'paused'
  return (
    <div role="status">
      {isPaused && (
        <Alert color="yellow" p="xs" maw={420} bg="var(--mantine-color-body)" variant="outline">
          Live updates paused, polling every {POLL_MS / 1000} s
        </Alert>
      )}
    </div>
  )
}
