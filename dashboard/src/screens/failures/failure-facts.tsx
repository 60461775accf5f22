import { Code } from '@mantine/core'
import type { FailureQuery } from '../../gql/graphql.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { Section } from '../../ui/page/section.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { adviceFor } from '../../ui/values/advice.ts'
import { Facts } from '../../ui/values/facts.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { describeReason } from './describe-reason.ts'
import { FailureState } from './failures-table.tsx'

export type FailedItemDetail = NonNullable<FailureQuery['syncFailure']>

/** What is wrong with an item, where it came from, and whether that is settled by now. */
export function FailureFacts({ failure }: { failure: FailedItemDetail }) {
  const { nameOf } = useProviderNames()
  const { errorCode, syncLogId, createdAt, fetchedAt, resolvedAt, resolution, provider } = failure
  const registration = failure.syncLog?.hotel.pmsRegistration
  const timeZone = registration?.timeZone ?? 'UTC'
  return (
    <Section title="Could not be stored" description={describeReason(failure)}>
      <Facts
        facts={[
          ['What to do', resolution ? null : adviceFor(errorCode)],
          ['State', <FailureState key="state" resolution={resolution} />],
          ['Hotel', registration?.name ?? failure.hotelId],
          ['PMS', nameOf(provider)],
          [
            'Sync',
            <TextLink key="run" to="/syncs/$syncLogId" params={{ syncLogId }}>
              Open the sync
            </TextLink>,
          ],
          ['Fetched', <TimeText key="fetched" at={fetchedAt} timeZone={timeZone} />],
          ['Recorded', <TimeText key="noted" at={createdAt} timeZone={timeZone} />],
          ['Resolved', resolvedAt && <TimeText key="settled" at={resolvedAt} timeZone={timeZone} />],
          ['Code', <Code key="code">{errorCode}</Code>],
        ]}
      />
    </Section>
  )
}
