import { useQuery } from '@apollo/client/react'
import { Text } from '@mantine/core'
import { graphql } from '../../gql/gql.ts'
import type { PmsEntityType } from '../../gql/graphql.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { Section } from '../../ui/page/section.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import { type HistoryEntry, historyOf, type StoredRow } from './history.ts'

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

/** The timestamps of a row, with its last failures and webhook events. */
export function RowHistory({ row, entityType, timeZone }: RowHistoryProps) {
  const { hotelId, provider, externalId } = row
  const { nameOf } = useProviderNames()
  const query = useQuery(document, { variables: { hotelId, ids: [hotelId], provider, externalId, entityType } })
  return (
    <Section
      title="Sync history"
      description="When it was stored and changed, with its last ten failures and webhook events."
    >
      <PageState query={query} skeleton={<TableSkeleton rows={3} />}>
        {({ registrations, ...known }) => {
          const freshness = registrations.nodes[0]?.hotel.freshness ?? []
          const proof = freshness.find((each) => each.provider === provider && each.entityType === entityType)
          return (
            <DataTable
              caption="History, newest first"
              columns={columnsOf(timeZone)}
              rows={historyOf(row, { ...known, trueAsOf: proof?.trueAsOf ?? null }, nameOf(provider))}
              keyOf={({ key }) => key}
            />
          )
        }}
      </PageState>
    </Section>
  )
}

const columnsOf = (timeZone: string): Column<HistoryEntry>[] => [
  {
    header: 'Event',
    cell: (entry) => (
      <>
        <What entry={entry} />
        {entry.detail !== undefined && (
          <Text size="sm" c="dimmed" fw={400} style={{ overflowWrap: 'anywhere' }}>
            {entry.detail}
          </Text>
        )}
      </>
    ),
  },
  { header: 'When', cell: ({ at }) => <TimeText at={at} timeZone={timeZone} /> },
  { header: 'State', cell: ({ status }) => (status === undefined ? '–' : <StatusBadge status={status} />) },
]

function What({ entry: { what, syncLogId, eventId } }: { entry: HistoryEntry }) {
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
