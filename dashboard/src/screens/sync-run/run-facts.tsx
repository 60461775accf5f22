import { Alert, SimpleGrid, Text } from '@mantine/core'
import { Facts } from '../../ui/facts.tsx'
import { formatNumber } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { OPERATION_NAMES } from '../../ui/words.ts'
import { describeTrigger } from '../syncs/columns.tsx'
import { DurationBar } from '../syncs/duration-bar.tsx'
import { adviceFor } from './advice.ts'
import { describeRun, type Run } from './describe-run.ts'

/** What a run did, when, and why it ended as it did. */
export function RunFacts({ run }: { run: Run }) {
  const { nameOf } = useProviderNames()
  const { hotel, queuedAt, startedAt } = run
  const timeZone = hotel.pmsRegistration?.timeZone ?? 'UTC'
  return (
    <Section title="What happened" description={describeRun(run)} actions={<StatusBadge status={run.status} />}>
      <WhyItFailed run={run} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing={0}>
        <Facts
          facts={[
            [
              'Hotel',
              <TextLink key="hotel" to="/hotels/$hotelId" params={{ hotelId: hotel.id }}>
                {hotel.pmsRegistration?.name ?? hotel.id}
              </TextLink>,
            ],
            ['System', nameOf(run.provider)],
            ['Looked at', OPERATION_NAMES[run.operation]],
            ['Started by', describeTrigger(run)],
            ['Asked for', <TimeText key="queued" at={queuedAt} timeZone={timeZone} />],
            ['Started', <TimeText key="started" at={startedAt} timeZone={timeZone} never="not yet" />],
          ]}
        />
        <Facts
          facts={[
            ['Took', <DurationBar key="took" duration={run.duration} usual={run.p50DurationMs} />],
            ['New', formatNumber(run.itemsCreated)],
            ['Changed', formatNumber(run.itemsUpdated)],
            ['As before', formatNumber(run.itemsUnchanged)],
            ['Gone from the system', formatNumber(run.itemsDeleted)],
            ['Could not be stored', formatNumber(run.itemsFailed)],
          ]}
        />
      </SimpleGrid>
    </Section>
  )
}

function WhyItFailed({ run: { errorCode, errorSummary } }: { run: Run }) {
  if (!errorCode) return null
  return (
    <Alert color="orange" variant="outline" mb="md" title={errorSummary ?? errorCode} c="var(--mantine-color-text)">
      <Text size="sm">{adviceFor(errorCode)}</Text>
      <Text size="xs" c="dimmed" mt={4}>
        {errorCode}
      </Text>
    </Alert>
  )
}
