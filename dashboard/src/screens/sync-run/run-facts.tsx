import { Alert, SimpleGrid, Text } from '@mantine/core'
import { TextLink } from '../../ui/actions/link.tsx'
import { Section } from '../../ui/page/section.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { adviceFor } from '../../ui/values/advice.ts'
import { Facts } from '../../ui/values/facts.tsx'
import { formatNumber } from '../../ui/values/format.ts'
import { OPERATION_LABELS } from '../../ui/values/labels.ts'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import { describeTrigger } from '../syncs/columns.tsx'
import { DurationBar } from '../syncs/duration-bar.tsx'
import { describeRun, type Run } from './describe-run.ts'

/** What a sync did, when, and why it ended as it did. */
export function RunFacts({ run }: { run: Run }) {
  const { nameOf } = useProviderNames()
  const { hotel, queuedAt, startedAt } = run
  const timeZone = hotel.pmsRegistration?.timeZone ?? 'UTC'
  return (
    <Section title="Result" description={describeRun(run)} actions={<StatusBadge status={run.status} />}>
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
            ['PMS', nameOf(run.provider)],
            ['Sync type', OPERATION_LABELS[run.operation]],
            ['Started by', describeTrigger(run)],
            ['Requested', <TimeText key="queued" at={queuedAt} timeZone={timeZone} />],
            ['Started', <TimeText key="started" at={startedAt} timeZone={timeZone} never="not yet" />],
          ]}
        />
        <Facts
          facts={[
            ['Duration', <DurationBar key="took" duration={run.duration} usual={run.p50DurationMs} />],
            ['Created', formatNumber(run.itemsCreated)],
            ['Updated', formatNumber(run.itemsUpdated)],
            ['Unchanged', formatNumber(run.itemsUnchanged)],
            ['Held back (older than stored)', formatNumber(run.itemsHeldBack)],
            ['Sent more than once', formatNumber(run.itemsDuplicate)],
            ['Deleted', formatNumber(run.itemsDeleted)],
            ['Failed', formatNumber(run.itemsFailed)],
            ['Values that could not be read', formatNumber(run.unreadCount)],
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
