import { Code } from '@mantine/core'
import type { WebhookEventQuery } from '../../gql/graphql.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { Facts } from '../../ui/values/facts.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'

export type EventDetail = NonNullable<WebhookEventQuery['webhookEvent']>

/** The same names for the same facts as in the list. */
export function EventFacts({ event }: { event: EventDetail }) {
  const { hotelId, provider, deliveries, tries, errorCode, reason, eventId } = event
  const { nameOf } = useProviderNames()
  const { name, timeZone = 'UTC' } = event.hotel.pmsRegistration ?? {}
  const time = (at: string | null | undefined) => at && <TimeText at={at} timeZone={timeZone} />
  return (
    <Facts
      facts={[
        [
          'Reason',
          reason && (
            <>
              {reason} {errorCode && <Code>{errorCode}</Code>}
            </>
          ),
        ],
        ['Attempts', tries],
        ['Next attempt', time(event.nextAttemptAt)],
        ['Processed', time(event.processedAt)],
        ['Received', time(event.receivedAt)],
        ['Occurred', time(event.occurredAt)],
        ['Deliveries', deliveries],
        ['Hotel', name ?? hotelId],
        [
          'PMS',
          <TextLink key="provider" to="/hotels/$hotelId/configurations/$provider" params={{ hotelId, provider }}>
            {nameOf(provider)}
          </TextLink>,
        ],
        ['Event id', eventId && <Code>{eventId}</Code>],
      ]}
    />
  )
}
