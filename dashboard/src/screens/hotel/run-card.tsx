import { Group, Paper, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { useCountdown } from '../../ui/countdown.ts'
import { TextLink } from '../../ui/link.tsx'
import { Spoken } from '../../ui/spoken.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { ENTITY_NAMES } from '../../ui/words.ts'
import { CancelButton } from './cancel-button.tsx'
import type { Run } from './run.ts'
import { RunBar } from './run-bar.tsx'
import { RunCounters } from './run-counters.tsx'
import { describeCount, describePhase, describeProgress } from './run-words.ts'

/** A run as it goes on, and how it ended. */
export function RunCard({ run, system }: { run: Run; system: string }) {
  const id = useId()
  const waitMs = useCountdown(run.phase === 'WAITING' ? run.waitingUntil : null)
  const phase = describePhase(run, system, waitMs)
  const name = ENTITY_NAMES[run.entityType]
  const isWaiting = run.phase === 'WAITING'
  const hasEnded = run.phase === 'ENDED'
  return (
    <Paper component="article" withBorder p="md" aria-labelledby={id} data-run={run.syncLogId}>
      <Group justify="space-between" align="flex-start" gap="xs" mih={36}>
        <Group gap="sm">
          <Title order={3} size="h5" id={id}>
            {name} · {system}
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
      <RunBar run={run} label={`${name} from ${system}`} waiting={isWaiting ? phase : null} />
      <RunCounters run={run} />
      <Spoken text={hasEnded ? `${name}: ${phase}` : `${describeProgress(run)}. ${phase}`} />
    </Paper>
  )
}

function Details({ run: { syncLogId, status } }: { run: Run }) {
  return (
    <TextLink to="/syncs/$syncLogId" params={{ syncLogId }} fz="sm">
      {status === 'PARTIAL' ? 'See what failed' : 'Details'}
    </TextLink>
  )
}
