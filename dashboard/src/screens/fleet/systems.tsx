import { useQuery } from '@apollo/client/react'
import { Text } from '@mantine/core'
import { graphql } from '../../gql/gql.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatNumber } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { PageState } from '../../ui/page-state.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { failureWords } from '../../ui/rate-words.ts'
import { Section } from '../../ui/section.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { TableSkeleton } from '../../ui/table-skeleton.tsx'
import { lastHours, type System, systemsOf } from './systems.ts'

const POLL_MS = 300_000

const document = graphql(`
  query FleetSystems($provider: String) {
    syncChanges(provider: $provider, span: DAY, bucket: HOUR) {
      provider
      at
      runs
      itemsProcessed
    }
    syncFailureRates(provider: $provider, span: DAY) {
      provider
      runs
      failedRuns
    }
  }
`)

/** What each kind of system delivered lately, and how often it failed. */
export function Systems({ provider }: { provider: string | undefined }) {
  const query = useQuery(document, { variables: { provider: provider ?? null }, pollInterval: POLL_MS })
  const { nameOf } = useProviderNames()
  const columns: Column<System>[] = [
    { header: 'System', cell: (system) => nameOf(system.provider) },
    {
      header: 'Records an hour',
      cell: ({ perHour }) => <Sparkline values={perHour} label="Records looked at in each of the last 24 hours" />,
    },
    { header: 'Records', isNumber: true, cell: ({ records }) => formatNumber(records) },
    { header: 'Syncs', isNumber: true, cell: ({ runs }) => formatNumber(runs) },
    { header: 'Failed', isNumber: true, cell: failureWords },
  ]
  return (
    <Section
      title="Systems, last 24 hours"
      actions={
        <TextLink to="/statistics" size="sm">
          All statistics
        </TextLink>
      }
    >
      <PageState
        query={query}
        skeleton={<TableSkeleton rows={2} />}
        isEmpty={({ syncFailureRates }) => syncFailureRates.length === 0}
        empty={<Text c="dimmed">No sync has ended in the last 24 hours.</Text>}
      >
        {({ syncChanges, syncFailureRates }) => (
          <DataTable
            caption="Syncs of the last 24 hours by system"
            columns={columns}
            rows={systemsOf(syncChanges, syncFailureRates, lastHours(Date.now()))}
            keyOf={(system) => system.provider}
          />
        )}
      </PageState>
    </Section>
  )
}
