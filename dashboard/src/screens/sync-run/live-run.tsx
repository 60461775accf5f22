import { Box, VisuallyHidden } from '@mantine/core'
import { useEffect } from 'react'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { isActive, runOf } from '../hotel/run/run.ts'
import { RunCard } from '../hotel/run/run-card.tsx'
import { useProgress } from '../hotel/run/use-progress.ts'
import type { Run } from './describe-run.ts'

/** The progress of a run, as on the hotel's page. */
export function LiveRun({ run, onEnd }: { run: Run; onEnd: () => void }) {
  const { nameOf } = useProviderNames()
  const live = runOf(useProgress(run.hotel.id).get(run.id), run)
  const hasEnded = live !== undefined && !isActive(live)
  // biome-ignore lint/correctness/useExhaustiveDependencies: called once, whatever is done about it
  useEffect(() => {
    if (hasEnded) onEnd()
  }, [hasEnded])
  return (
    live && (
      <Box component="section" mb="md">
        <VisuallyHidden component="h2">Live progress</VisuallyHidden>
        <RunCard run={live} pms={nameOf(run.provider)} />
      </Box>
    )
  )
}
