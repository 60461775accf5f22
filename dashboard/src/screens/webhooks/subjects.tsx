import { useQuery } from '@apollo/client/react'
import { List, Text } from '@mantine/core'
import { graphql } from '../../gql/gql.ts'
import { TextLink } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import type { EventDetail } from './event-facts.tsx'
import type { Event } from './query.ts'
import { subjectName } from './subject-name.ts'

const document = graphql(`
  query WebhookSubject(
    $hotelId: ID!
    $provider: String!
    $externalId: String!
    $isBooking: Boolean!
    $isRoom: Boolean!
    $isGuest: Boolean!
  ) {
    bookings(hotelId: $hotelId, first: 1, filter: { provider: $provider, externalId: $externalId })
      @include(if: $isBooking) {
      nodes {
        id
      }
    }
    rooms(hotelId: $hotelId, first: 1, filter: { provider: $provider, externalId: $externalId })
      @include(if: $isRoom) {
      nodes {
        id
      }
    }
    guests(hotelId: $hotelId, first: 1, filter: { provider: $provider, externalId: $externalId })
      @include(if: $isGuest) {
      nodes {
        id
      }
    }
  }
`)

const SHOWN_MAX = 10

/** What a message is about, with the way to it. */
export function Subjects({ event }: { event: EventDetail }) {
  const { subjects } = event
  const hidden = subjects.length - SHOWN_MAX
  return (
    <Section title="What it is about">
      {subjects.length === 0 && <Text size="sm">Nothing that is synced.</Text>}
      <List size="sm" listStyleType="none">
        {subjects.slice(0, SHOWN_MAX).map((subject) => (
          <List.Item key={`${subject.entityType} ${subject.externalId}`}>
            <Subject event={event} subject={subject} />
          </List.Item>
        ))}
      </List>
      {hidden > 0 && <Text size="sm">and {hidden} more</Text>}
    </Section>
  )
}

const PLACES = { BOOKING: 'bookings', ROOM: 'rooms', GUEST: 'guests' } as const

function Subject({ event, subject }: { event: EventDetail; subject: Event['subjects'][number] }) {
  const { hotelId, provider } = event
  const { entityType, externalId } = subject
  const { data } = useQuery(document, {
    variables: {
      ...{ hotelId, provider, externalId },
      isBooking: entityType === 'BOOKING',
      isRoom: entityType === 'ROOM',
      isGuest: entityType === 'GUEST',
    },
  })
  const place = PLACES[entityType]
  const [row] = data?.[place]?.nodes ?? []
  const name = subjectName(subject)
  if (row === undefined) return data ? `${name} (not stored here)` : name
  return (
    <TextLink to={`/hotels/$hotelId/${place}/$id`} params={{ hotelId, id: row.id }}>
      {name}
    </TextLink>
  )
}
