import { useQuery } from '@apollo/client/react'
import { Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core'
import { listTypes } from '../../entities/registry.ts'
import { graphql } from '../../gql/gql.ts'
import type { ConnectChoicesQuery } from '../../gql/graphql.ts'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { Section } from '../../ui/page/section.tsx'
import { StatusBadge } from '../../ui/values/status-badge.tsx'

const document = graphql(`
  query ConnectChoices($hotelId: ID!) {
    providers {
      key
      name
      capabilities
      limits {
        webhookLossHorizonMs
        rate {
          requests
          perMs
        }
      }
    }
    configurations(hotelId: $hotelId, first: 50) {
      nodes {
        id
        provider
        enabled
      }
    }
  }
`)

/** The kinds of PMS, with what each can do; those of the hotel first say how they are. */
export function ChooseProvider({ hotelId }: { hotelId: string }) {
  const query = useQuery(document, { variables: { hotelId } })
  return (
    <Section title="2. PMS" description="A hotel can have more than one.">
      <PageState query={query} skeleton={<Skeleton height={420} role="status" aria-label="Loading" />}>
        {({ providers, configurations }) => (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {providers.map((provider) => (
              <Card
                key={provider.key}
                hotelId={hotelId}
                provider={provider}
                account={configurations.nodes.find((account) => account.provider === provider.key)}
              />
            ))}
          </SimpleGrid>
        )}
      </PageState>
    </Section>
  )
}

interface CardProps {
  readonly hotelId: string
  readonly provider: ConnectChoicesQuery['providers'][number]
  readonly account: ConnectChoicesQuery['configurations']['nodes'][number] | undefined
}

function Card({ hotelId, provider: { key, name, capabilities, limits }, account }: CardProps) {
  const { rate, webhookLossHorizonMs } = limits
  return (
    <Paper withBorder p="md">
      <Stack gap="xs" h="100%">
        <Group justify="space-between">
          <Title order={3} size="h5">
            {name}
          </Title>
          {account && <StatusBadge status={account.enabled ? 'ACTIVE' : 'PAUSED'} />}
        </Group>
        <Text size="sm">Reads {listTypes(capabilities).toLowerCase()}</Text>
        <Text size="sm">
          {webhookLossHorizonMs === null ? 'Changes by schedule' : 'Changes by webhook and schedule'}
        </Text>
        <Text size="sm" c="dimmed" style={{ flex: 1 }}>
          Up to {rate.requests} requests per {rate.perMs / 1_000} s
        </Text>
        <ButtonLink
          to="/hotels/$hotelId/configurations/$provider"
          params={{ hotelId, provider: key }}
          variant={account ? 'default' : 'filled'}
        >
          {account ? `Open ${name}` : `Connect ${name}`}
        </ButtonLink>
      </Stack>
    </Paper>
  )
}
