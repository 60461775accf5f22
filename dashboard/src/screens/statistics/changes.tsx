import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { useNow } from '../../ui/now.ts'
import { useProviderNames } from '../../ui/provider-names.ts'
import { type ChartData, timesOf, valuesAt } from './chart-data.ts'
import { ChartSection } from './chart-section.tsx'
import type { Scope } from './scope.ts'
import { TimeChart } from './time-chart.tsx'

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
  const { nameOf } = useProviderNames()
  const times = timesOf(scope.span, useNow())
  return (
    <ChartSection
      title="Records changed per sync"
      description="What a sync found new, changed or gone at the hotel’s system, on average."
      query={query}
      isEmpty={({ syncChanges }) => syncChanges.length === 0}
      empty="No sync ended in this time."
    >
      {({ syncChanges }, isTable) =>
        [...Map.groupBy(syncChanges, ({ provider }) => provider)].map(([provider, rows]) => (
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
  readonly itemsCreated: number
  readonly itemsUpdated: number
  readonly itemsDeleted: number
}

function dataOf(system: string, times: readonly number[], rows: readonly Row[]): ChartData {
  const layer = (name: string, countOf: (row: Row) => number) => ({
    name,
    values: valuesAt(times, rows, (row) => perRun(countOf(row), row.runs)),
  })
  return {
    label: `Records that a sync of ${system} changed`,
    ...{ times, kind: 'stack', unit: 'count' },
    series: [
      layer('New', ({ itemsCreated }) => itemsCreated),
      layer('Changed', ({ itemsUpdated }) => itemsUpdated),
      layer('Gone', ({ itemsDeleted }) => itemsDeleted),
    ],
  }
}

/** To a tenth. */
const perRun = (count: number, runs: number) => Math.round((10 * count) / Math.max(runs, 1)) / 10
