import { Code } from '@mantine/core'
import type { FailureQuery } from '../../gql/graphql.ts'
import { Facts } from '../../ui/facts.tsx'
import { TextLink } from '../../ui/link.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { Section } from '../../ui/section.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { FailureState } from './failures-table.tsx'
import { whatIsWrong } from './words.ts'

export type FailedItemDetail = NonNullable<FailureQuery['syncFailure']>

/** What is wrong with an item, where it came from, and whether that is settled by now. */
export function FailureFacts({ failure }: { failure: FailedItemDetail }) {
  const { nameOf } = useProviderNames()
  const { errorCode, syncLogId, createdAt, fetchedAt, resolvedAt, resolution, provider } = failure
  const registration = failure.syncLog?.hotel.pmsRegistration
  const timeZone = registration?.timeZone ?? 'UTC'
  return (
    <Section title="It could not be stored" description={whatIsWrong(failure)}>
      <Facts
        facts={[
          ['State', <FailureState key="state" resolution={resolution} />],
          ['Hotel', registration?.name ?? failure.hotelId],
          ['System', nameOf(provider)],
          [
            'Run',
            <TextLink key="run" to="/syncs/$syncLogId" params={{ syncLogId }}>
              The run that met it
            </TextLink>,
          ],
          ['Fetched', <TimeText key="fetched" at={fetchedAt} timeZone={timeZone} />],
          ['Noted', <TimeText key="noted" at={createdAt} timeZone={timeZone} />],
          ['Settled', resolvedAt && <TimeText key="settled" at={resolvedAt} timeZone={timeZone} />],
          ['Code', <Code key="code">{errorCode}</Code>],
        ]}
      />
    </Section>
  )
}
