import { Group, Paper, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { pluralLabel } from '../../../entities/registry.ts'
import { TextLink } from '../../../ui/actions/link.tsx'
import { useCountdown } from '../../../ui/time/countdown.ts'
import { LiveRegion } from '../../../ui/values/live-region.tsx'
import { StatusBadge } from '../../../ui/values/status-badge.tsx'
import { CancelButton } from './cancel-button.tsx'
import { describeCount, describePhase, describeProgress } from './describe-run.ts'
import type { Run } from './run.ts'
import { RunBar } from './run-bar.tsx'
import { RunCounters } from './run-counters.tsx'

/** A run as it goes on, and how it ended. */
export function RunCard({ run, pms }: { run: Run; pms: string }) {
  const id = useId()
  const waitMs = useCountdown(run.phase === 'WAITING' ? run.waitingUntil : null)
  const phase = describePhase(run, pms, waitMs)
  const name = pluralLabel(run.entityType)
  const isWaiting = run.phase === 'WAITING'
  const hasEnded = run.phase === 'ENDED'
  return (
    <Paper component="article" withBorder p="md" aria-labelledby={id} data-run={run.syncLogId}>
      <Group justify="space-between" align="flex-start" gap="xs" mih={36}>
        <Group gap="sm">
          <Title order={3} size="h5" id={id}>
            {name} · {pms}
          </Title>
          <StatusBadge status={run.status} />
        </Group>
        {hasEnded ? <Details run={run} /> : <CancelButton run={run} />}
      </Group>
      <Group justify="space-between" gap="xs" mb={6}>
        <Text size="sm" fw={isWaiting ? 600 : 400}>
          {phase}
        </Text>
        <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {describeCount(run)}
        </Text>
      </Group>
      <RunBar run={run} label={`${name} from ${pms}`} waiting={isWaiting ? phase : null} />
      <RunCounters run={run} />
      <LiveRegion text={hasEnded ? `${name}: ${phase}` : `${describeProgress(run)}. ${phase}`} />
    </Paper>
  )
}

function Details({ run: { syncLogId, status } }: { run: Run }) {
  return (
    <TextLink to="/syncs/$syncLogId" params={{ syncLogId }} fz="sm">
      {status === 'PARTIAL' ? 'Failed items' : 'Details'}
    </TextLink>
  )
}
