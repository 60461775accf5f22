import { useQuery } from '@apollo/client/react'
import { Text } from '@mantine/core'
import { graphql } from '../../gql/gql.ts'
import type { PmsEntityType } from '../../gql/graphql.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { TextLink } from '../../ui/link.tsx'
import { PageState } from '../../ui/page-state.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TableSkeleton } from '../../ui/table-skeleton.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { type Happening, happenings, type StoredRow } from './history.ts'

const document = graphql(`
  query RowHistory($hotelId: ID!, $ids: [ID!]!, $provider: String!, $externalId: String!, $entityType: PmsEntityType!) {
    syncFailures(
      hotelId: $hotelId
      first: 10
      filter: { provider: $provider, entityType: $entityType, externalId: $externalId }
      orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      nodes {
        id
        syncLogId
        createdAt
        reason
        resolvedAt
      }
    }
    webhookEvents(hotelId: $hotelId, first: 10, filter: { provider: $provider, externalId: $externalId }) {
      nodes {
        id
        receivedAt
        eventType
        status
      }
    }
    registrations(first: 1, filter: { hotelIds: $ids }) {
      nodes {
        hotel {
          id
          freshness {
            provider
            entityType
            trueAsOf
          }
        }
      }
    }
  }
`)

export interface RowHistoryProps {
  readonly row: StoredRow
  readonly entityType: PmsEntityType
  readonly timeZone: string
}

/** How the row came to be as it is: as much of it as is stored. */
export function RowHistory({ row, entityType, timeZone }: RowHistoryProps) {
  const { hotelId, provider, externalId } = row
  const { nameOf } = useProviderNames()
  const query = useQuery(document, { variables: { hotelId, ids: [hotelId], provider, externalId, entityType } })
  return (
    <Section
      title="Sync history"
      description="When it was stored and changed, with its last ten failures and messages."
    >
      <PageState query={query} skeleton={<TableSkeleton rows={3} />}>
        {({ registrations, ...known }) => {
          const freshness = registrations.nodes[0]?.hotel.freshness ?? []
          const proof = freshness.find((each) => each.provider === provider && each.entityType === entityType)
          return (
            <DataTable
              caption="What happened to it, newest first"
              columns={columnsOf(timeZone)}
              rows={happenings(row, { ...known, trueAsOf: proof?.trueAsOf ?? null }, nameOf(provider))}
              keyOf={({ key }) => key}
            />
          )
        }}
      </PageState>
    </Section>
  )
}

const columnsOf = (timeZone: string): Column<Happening>[] => [
  {
    header: 'What happened',
    cell: (happening) => (
      <>
        <What happening={happening} />
        {happening.detail !== undefined && (
          <Text size="sm" c="dimmed" fw={400} style={{ overflowWrap: 'anywhere' }}>
            {happening.detail}
          </Text>
        )}
      </>
    ),
  },
  { header: 'When', cell: ({ at }) => <TimeText at={at} timeZone={timeZone} /> },
  { header: 'State', cell: ({ status }) => (status === undefined ? '–' : <StatusBadge status={status} />) },
]

function What({ happening: { what, syncLogId, eventId } }: { happening: Happening }) {
  if (syncLogId !== undefined)
    return (
      <TextLink to="/syncs/$syncLogId" params={{ syncLogId }}>
        {what}
      </TextLink>
    )
  return eventId === undefined ? (
    what
  ) : (
    <TextLink to="/webhooks/$eventId" params={{ eventId }}>
      {what}
    </TextLink>
  )
}
