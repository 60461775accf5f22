import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { type ChartData, valuesAt } from './chart/chart-data.ts'
import { ChartSection } from './chart-section.tsx'
import { ProviderCharts } from './provider-charts.tsx'
import type { Scope } from './scope.ts'

const document = graphql(`
  query StatisticsDurations(
    $hotelId: ID
    $provider: String
    $span: PmsStatisticsSpan!
    $bucket: PmsStatisticsBucket!
  ) {
    syncDurations(hotelId: $hotelId, provider: $provider, span: $span, bucket: $bucket) {
      provider
      at
      runs
      p50Ms
      p95Ms
      p99Ms
    }
  }
`)

export const useDurations = ({ hotelId, provider, span, bucket }: Scope) =>
  useQuery(document, { variables: { hotelId, provider, span, bucket } })

/** How long syncs took: the usual one, and the slow ones. */
export function Durations({ query, scope }: { query: ReturnType<typeof useDurations>; scope: Scope }) {
  return (
    <ChartSection
      title="Sync duration"
      description="Median, 95th and 99th percentile."
      query={query}
      isEmpty={({ syncDurations }) => syncDurations.length === 0}
      empty="No syncs completed in this period."
    >
      {({ syncDurations }, isTable) => (
        <ProviderCharts rows={syncDurations} scope={scope} isTable={isTable} dataOf={dataOf} />
      )}
    </ChartSection>
  )
}

interface Row {
  readonly at: string
  readonly runs: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
}

function dataOf(pms: string, times: readonly number[], rows: readonly Row[]): ChartData {
  const line = (name: string, read: (row: Row) => number) => ({ name, values: valuesAt(times, rows, read) })
  return {
    label: `Duration of syncs with ${pms}`,
    ...{ times, kind: 'lines', unit: 'time' },
    series: [
      line('Median', ({ p50Ms }) => p50Ms),
      line('p95', ({ p95Ms }) => p95Ms),
      line('p99', ({ p99Ms }) => p99Ms),
    ],
  }
}
