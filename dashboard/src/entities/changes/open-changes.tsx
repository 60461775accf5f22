import { useQuery } from '@apollo/client/react'
import { Alert, List, Skeleton, Text } from '@mantine/core'
import { graphql } from '../../gql/gql.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { type Deed, describeOpen, sumOf } from './describe-open.ts'

const document = graphql(`
  query OpenChanges($hotelId: ID!) {
    configurations(hotelId: $hotelId, first: 20) {
      nodes {
        id
        provider
        openChanges {
          waiting
          underWay
          unknown
          forPerson
          conflicts
        }
      }
    }
    changeSets(hotelId: $hotelId, first: 20, filter: { state: [RUNNING, PAUSED] }) {
      nodes {
        id
        provider
      }
    }
  }
`)

interface OpenChangesProps {
  readonly hotelId: string
  /** Of one connection; without: of all of the hotel. */
  readonly provider?: string
  readonly deed: Deed
}

/** Says before something is done what of changes at the PMS is open, and what would become of it. */
export function OpenChanges({ hotelId, provider, deed }: OpenChangesProps) {
  const { data, error } = useQuery(document, { variables: { hotelId }, fetchPolicy: 'network-only' })
  if (error) return <Text size="sm">Whether changes at the PMS are open could not be read.</Text>
  if (data === undefined) return <Skeleton height={44} role="status" aria-label="Loading" />
  const isMeant = (each: { readonly provider: string }) => provider === undefined || each.provider === provider
  const accounts = data.configurations.nodes.filter(isMeant)
  const sets = data.changeSets.nodes.filter(isMeant).length
  const lines = describeOpen(sumOf(accounts.map(({ openChanges }) => openChanges)), sets, deed)
  if (lines.length === 0) return <Text size="sm">No change at the PMS is open.</Text>
  return (
    <Alert color="orange" variant="outline" c="var(--mantine-color-text)" data-open-changes={deed}>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <TextLink
        size="sm"
        to="/hotels/$hotelId/changes"
        params={{ hotelId }}
        search={{ shown: 'open' }}
        underline="always"
      >
        See them
      </TextLink>
    </Alert>
  )
}
