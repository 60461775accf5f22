import { useQuery } from '@apollo/client/react'
import { Skeleton } from '@mantine/core'
import { reload } from '../../api/reload.ts'
import { graphql } from '../../gql/gql.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { Section } from '../../ui/page/section.tsx'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import { EventFacts } from './event-facts.tsx'
import { EventPayload } from './event-payload.tsx'
import { ReplayEvent } from './replay-event.tsx'
import { webhookRoute } from './route.ts'
import { Subjects } from './subjects.tsx'
import { useWatch } from './use-watch.ts'

const document = graphql(`
  query WebhookEvent($id: ID!) {
    webhookEvent(id: $id) {
      id
      hotelId
      provider
      eventId
      eventType
      status
      deliveries
      tries
      occurredAt
      receivedAt
      nextAttemptAt
      processedAt
      errorCode
      reason
      payload
      subjects {
        entityType
        externalId
      }
      hotel {
        id
        pmsRegistration {
          name
          timeZone
        }
      }
    }
  }
`)

/** One webhook event: its delivery, its records, and its result. */
export function Webhook() {
  const { eventId } = webhookRoute.useParams()
  const query = useQuery(document, { variables: { id: eventId } })
  const event = query.data?.webhookEvent ?? null
  useWatch(query, event?.status === 'RECEIVED')
  return (
    <Page title={event?.eventType ?? 'Webhook event'} actions={event && <StatusBadge status={event.status} />}>
      <TextLink to="/webhooks" search={{ hotel: event?.hotelId }} fz="sm" display="inline-block" mb="md" mih={24}>
        ← All events
      </TextLink>
      <PageState
        query={query}
        skeleton={<Skeleton height={700} role="status" aria-label="Loading" />}
        isEmpty={({ webhookEvent }) => !webhookEvent}
        empty={<Notice title="Event not found">Processed events are deleted after a while.</Notice>}
      >
        {({ webhookEvent }) =>
          webhookEvent && (
            <>
              <Section
                title="Result"
                actions={<ReplayEvent event={webhookEvent} onReplayed={() => void reload(query)} />}
              >
                <EventFacts event={webhookEvent} />
              </Section>
              <Subjects event={webhookEvent} />
              <EventPayload payload={webhookEvent.payload} />
            </>
          )
        }
      </PageState>
    </Page>
  )
}
