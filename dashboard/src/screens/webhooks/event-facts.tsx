import { Code } from '@mantine/core'
import type { WebhookEventQuery } from '../../gql/graphql.ts'
import { Facts } from '../../ui/facts.tsx'
import { formatCount } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { TimeText } from '../../ui/time-text.tsx'

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
        ['Tries', formatCount(tries, 'try', 'tries')],
        ['Next try', time(event.nextAttemptAt)],
        ['Processed', time(event.processedAt)],
        ['Received', time(event.receivedAt)],
        ['Happened', time(event.occurredAt)],
        ['Came', deliveries === 1 ? 'once' : `${deliveries} times, as the same message`],
        ['Hotel', name ?? hotelId],
        [
          'System',
          <TextLink key="system" to="/hotels/$hotelId/systems/$provider" params={{ hotelId, provider }}>
            {nameOf(provider)}
          </TextLink>,
        ],
        ['Message id', eventId && <Code>{eventId}</Code>],
      ]}
    />
  )
}
