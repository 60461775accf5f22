import { Box, VisuallyHidden } from '@mantine/core'
import { useEffect } from 'react'
import { useProviderNames } from '../../ui/provider-names.ts'
import { isActive, runOf } from '../hotel/run.ts'
import { RunCard } from '../hotel/run-card.tsx'
import { useProgress } from '../hotel/use-progress.ts'
import type { Run } from './describe-run.ts'

/** How a run gets on right now: the card of the hotel's page. */
export function LiveRun({ run, onEnd }: { run: Run; onEnd: () => void }) {
  const { nameOf } = useProviderNames()
  const live = runOf(useProgress(run.hotel.id).get(run.id), run)
  const hasEnded = live !== undefined && !isActive(live)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, whatever is done about it
  useEffect(() => {
    if (hasEnded) onEnd()
  }, [hasEnded])
  return (
    live && (
      <Box component="section" mb="md">
        <VisuallyHidden component="h2">Right now</VisuallyHidden>
        <RunCard run={live} system={nameOf(run.provider)} />
      </Box>
    )
  )
}
