import { useQuery } from '@apollo/client/react'
import { Skeleton, Stack, Text } from '@mantine/core'
import { graphql } from '../gql/gql.ts'
import type { ViewerFactsQuery } from '../gql/graphql.ts'
import { PageState } from '../ui/page/page-state.tsx'
import { TimeText } from '../ui/time/time-text.tsx'

const document = graphql(`
  query ViewerFacts {
    viewer {
      subject
      permissions
      hotelIds
      expiresAt
    }
    registrations(first: 5) {
      totalCount
      nodes {
        name
      }
    }
  }
`)

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** What the service knows of whoever is signed in. */
export function ViewerFacts() {
  const query = useQuery(document)
  return (
    <PageState query={query} skeleton={<Skeleton height={120} />}>
      {(data) => (
        <Stack gap={4}>
          <Text fw={600}>{data.viewer.subject}</Text>
          <Text size="sm">{data.viewer.permissions.includes('ADMIN_EDIT') ? 'Can view and edit' : 'Can view'}</Text>
          <Text size="sm" c="dimmed">
            {describeHotels(data)}
          </Text>
          <Text size="sm" c="dimmed">
            Signed in until <TimeText at={data.viewer.expiresAt} timeZone={zone} />
          </Text>
        </Stack>
      )}
    </PageState>
  )
}

function describeHotels({ viewer, registrations: { totalCount, nodes } }: ViewerFactsQuery): string {
  if (viewer.hotelIds === null) return `All hotels (${totalCount})`
  if (totalCount === 0) return 'No hotels'
  const names = nodes.map(({ name }) => name)
  const more = totalCount - names.length
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ')
}
