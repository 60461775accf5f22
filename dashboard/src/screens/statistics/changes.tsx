import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { type ChartData, valuesAt } from './chart/chart-data.ts'
import { ChartSection } from './chart-section.tsx'
import { ProviderCharts } from './provider-charts.tsx'
import type { Scope } from './scope.ts'

const document = graphql(`
  query StatisticsChanges($hotelId: ID, $provider: String, $span: PmsStatisticsSpan!, $bucket: PmsStatisticsBucket!) {
    syncChanges(hotelId: $hotelId, provider: $provider, span: $span, bucket: $bucket) {
      provider
      at
      runs
      itemsCreated
      itemsUpdated
      itemsDeleted
    }
  }
`)

export const useChanges = ({ hotelId, provider, span, bucket }: Scope) =>
  useQuery(document, { variables: { hotelId, provider, span, bucket } })

/** What a sync changed here, on average. */
export function Changes({ query, scope }: { query: ReturnType<typeof useChanges>; scope: Scope }) {
  return (
    <ChartSection
      title="Records changed per sync"
      description="The average number of records that a sync created, updated or deleted."
      query={query}
      isEmpty={({ syncChanges }) => syncChanges.length === 0}
      empty="No syncs ended in this period."
    >
      {({ syncChanges }, isTable) => (
        <ProviderCharts rows={syncChanges} scope={scope} isTable={isTable} dataOf={dataOf} />
      )}
    </ChartSection>
  )
}

interface Row {
  readonly at: string
  readonly runs: number
  readonly itemsCreated: number
  readonly itemsUpdated: number
  readonly itemsDeleted: number
}

function dataOf(pms: string, times: readonly number[], rows: readonly Row[]): ChartData {
  const layer = (name: string, countOf: (row: Row) => number) => ({
    name,
    values: valuesAt(times, rows, (row) => perRun(countOf(row), row.runs)),
  })
  return {
    label: `Records changed per sync with ${pms}`,
    ...{ times, kind: 'stack', unit: 'count' },
    series: [
      layer('Created', ({ itemsCreated }) => itemsCreated),
      layer('Updated', ({ itemsUpdated }) => itemsUpdated),
      layer('Deleted', ({ itemsDeleted }) => itemsDeleted),
    ],
  }
}

/** To a tenth. */
const perRun = (count: number, runs: number) => Math.round((10 * count) / Math.max(runs, 1)) / 10
