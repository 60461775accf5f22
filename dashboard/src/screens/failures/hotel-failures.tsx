import { useQuery } from '@apollo/client/react'
import { reload } from '../../api/reload.ts'
import { graphql } from '../../gql/gql.ts'
import type { HotelFailuresQuery } from '../../gql/graphql.ts'
import { ButtonLink, TextLink } from '../../ui/actions/link.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Paged } from '../../ui/table/paged.tsx'
import { type PageSearch, pageVariables } from '../../ui/table/paging.ts'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { FailuresTable } from './failures-table.tsx'
import { GroupsTable } from './groups-table.tsx'
import { failuresRoute } from './route.ts'
import { type FailureSearch, failureFilter } from './search.ts'

const PAGE_SIZE = 25

const document = graphql(`
  query HotelFailures(
    $hotelIds: [ID!]!
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsSyncFailureFilter
  ) {
    registrations(first: 1, filter: { hotelIds: $hotelIds }) {
      nodes {
        timeZone
      }
    }
    syncFailureGroups(hotelId: $hotelId) {
      provider
      entityType
      errorCode
      path
      reason
      count
      openCount
      lastAt
    }
    syncFailures(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      nodes {
        id
        entityType
        externalId
        path
        reason
        createdAt
        resolution
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

export interface HotelFailuresProps {
  readonly hotelId: string
  readonly search: FailureSearch
  readonly onMove: (place: PageSearch) => void
}

export function HotelFailures({ hotelId, search, onMove }: HotelFailuresProps) {
  const query = useQuery(document, {
    variables: { hotelId, hotelIds: [hotelId], filter: failureFilter(search), ...pageVariables(search, PAGE_SIZE) },
  })
  return (
    <PageState query={query} skeleton={<TableSkeleton rows={10} />} isEmpty={isEmpty} empty={<NoFailures />}>
      {(data) => (
        <>
          <OpenCauses data={data} hotelId={hotelId} onReplayed={() => void reload(query)} />
          <Section title="Items" actions={search.code !== undefined && <AllCauses hotelId={hotelId} />}>
            <Paged
              list={data.syncFailures}
              empty={<Notice title="No items match">Remove a filter to see more.</Notice>}
              onMove={onMove}
            >
              {(items) => <FailuresTable items={items} timeZone={zoneOf(data)} />}
            </Paged>
          </Section>
        </>
      )}
    </PageState>
  )
}

const zoneOf = ({ registrations }: HotelFailuresQuery) => registrations.nodes[0]?.timeZone ?? 'UTC'
const isEmpty = ({ syncFailures, syncFailureGroups }: HotelFailuresQuery) =>
  syncFailures.nodes.length === 0 && syncFailureGroups.length === 0

interface OpenCausesProps {
  readonly data: HotelFailuresQuery
  readonly hotelId: string
  readonly onReplayed: () => void
}

function OpenCauses({ data, hotelId, onReplayed }: OpenCausesProps) {
  const { syncFailureGroups } = data
  if (syncFailureGroups.length === 0) return null
  return (
    <Section title="Open causes" description="Fix the cause, then replay its items.">
      <GroupsTable
        groups={syncFailureGroups}
        hotelId={hotelId}
        timeZone={zoneOf(data)}
        onReplayed={onReplayed}
        linkTo={({ errorCode, path }, content) => (
          <TextLink to={failuresRoute.to} search={{ hotel: hotelId, code: errorCode, path: path ?? undefined }}>
            {content}
          </TextLink>
        )}
      />
    </Section>
  )
}

const AllCauses = ({ hotelId }: { hotelId: string }) => (
  <ButtonLink variant="default" to={failuresRoute.to} search={{ hotel: hotelId }}>
    All causes
  </ButtonLink>
)

function NoFailures() {
  return <Notice title="No failed items">Everything from the hotel’s PMS was stored.</Notice>
}
