import { useQuery } from '@apollo/client/react'
import { Text } from '@mantine/core'
import { graphql } from '../../gql/gql.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { Section } from '../../ui/page/section.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { describeFailureRate } from '../../ui/values/failure-rate.ts'
import { formatNumber } from '../../ui/values/format.ts'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { Sparkline } from '../../ui/values/sparkline.tsx'
import { activityOf, lastHours, type ProviderActivity } from './provider-activity.ts'

const POLL_MS = 300_000

const document = graphql(`
  query FleetProviders($provider: String) {
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

/** What each provider delivered lately, and how often it failed. */
export function Providers({ provider }: { provider: string | undefined }) {
  const query = useQuery(document, { variables: { provider: provider ?? null }, pollInterval: POLL_MS })
  const { nameOf } = useProviderNames()
  const columns: Column<ProviderActivity>[] = [
    { header: 'PMS', cell: ({ provider }) => nameOf(provider) },
    {
      header: 'Records per hour',
      cell: ({ perHour }) => <Sparkline values={perHour} label="Records processed in each of the last 24 hours" />,
    },
    { header: 'Records', isNumber: true, cell: ({ records }) => formatNumber(records) },
    { header: 'Syncs', isNumber: true, cell: ({ runs }) => formatNumber(runs) },
    { header: 'Failed', isNumber: true, cell: describeFailureRate },
  ]
  return (
    <Section
      title="Syncs by PMS, last 24 hours"
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
            caption="Syncs of the last 24 hours by PMS"
            columns={columns}
            rows={activityOf(syncChanges, syncFailureRates, lastHours(Date.now()))}
            keyOf={({ provider }) => provider}
          />
        )}
      </PageState>
    </Section>
  )
}
