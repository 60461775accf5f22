import { Progress, Text } from '@mantine/core'
import { useRunProgress } from '../../api/run-progress.ts'
import { formatNumber } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Run } from './describe-run.ts'

/** How a run gets on right now. */
export function LiveRun({ run, onEnd }: { run: Run; onEnd: () => void }) {
  const progress = useRunProgress({ hotelId: run.hotel.id, syncLogId: run.id, isActive: true, onEnd })
  const { processed = run.itemsProcessed, total = null, message = 'It waits for its turn.' } = progress ?? {}
  const share = total ? Math.min(100, (processed / total) * 100) : 0
  const words = total ? `${formatNumber(processed)} of ${formatNumber(total)}` : `${formatNumber(processed)} so far`
  return (
    <Section title="Right now" actions={<StatusBadge status={progress?.status ?? run.status} />}>
      <Text mb="xs">{message}</Text>
      <Progress.Root size="lg">
        <Progress.Section value={share} aria-label="Progress of the run" aria-valuetext={words} />
      </Progress.Root>
      <Text size="sm" c="dimmed" mt={4}>
        {words}
      </Text>
    </Section>
  )
}
