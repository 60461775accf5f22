import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { useNow } from '../../ui/now.ts'
import { useProviderNames } from '../../ui/provider-names.ts'
import { type ChartData, timesOf, valuesAt } from './chart-data.ts'
import { ChartSection } from './chart-section.tsx'
import type { Scope } from './scope.ts'
import { TimeChart } from './time-chart.tsx'

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
  const { nameOf } = useProviderNames()
  const times = timesOf(scope.span, useNow())
  return (
    <ChartSection
      title="How long syncs took"
      description="Half of the syncs were at least as fast as the median; 5 and 1 of 100 were slower than the other two lines."
      query={query}
      isEmpty={({ syncDurations }) => syncDurations.length === 0}
      empty="No sync came to its end in this time."
    >
      {({ syncDurations }, isTable) =>
        [...Map.groupBy(syncDurations, ({ provider }) => provider)].map(([provider, rows]) => (
          <TimeChart
            key={provider}
            title={nameOf(provider)}
            data={dataOf(nameOf(provider), times, rows)}
            timeZone={scope.timeZone}
            isTable={isTable}
          />
        ))
      }
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

function dataOf(system: string, times: readonly number[], rows: readonly Row[]): ChartData {
  const line = (name: string, read: (row: Row) => number) => ({ name, values: valuesAt(times, rows, read) })
  return {
    label: `How long syncs of ${system} took`,
    ...{ times, kind: 'lines', unit: 'time' },
    series: [
      line('Median', ({ p50Ms }) => p50Ms),
      line('95 of 100', ({ p95Ms }) => p95Ms),
      line('99 of 100', ({ p99Ms }) => p99Ms),
    ],
  }
}
