import { Alert } from '@mantine/core'
import { POLL_MS, useLiveStatus } from '../api/live.ts'

/** Says that what is on the screen may be some seconds old. Lies over the page, which does not move. */
export function LiveBanner() {
  const isPaused = useLiveStatus() === 'paused'
  return (
    <div
      role="status"
      style={{ position: 'fixed', bottom: 12, left: 12, right: 12, zIndex: 150, pointerEvents: 'none' }}
    >
      {isPaused && (
        <Alert color="yellow" p="xs" maw={420} mx="auto" bg="var(--mantine-color-body)" variant="outline">
          Live updates paused, polling every {POLL_MS / 1000} s
        </Alert>
      )}
    </div>
  )
}
