import { skipToken, useQuery } from '@apollo/client/react'
import { Text } from '@mantine/core'
import { pluralLabel } from '../../entities/registry.ts'
import { graphql } from '../../gql/gql.ts'
import type { StatisticsFreshnessQuery } from '../../gql/graphql.ts'
import { Section } from '../../ui/page/section.tsx'
import { type ChartData, type Series, valuesAt } from './chart/chart-data.ts'
import { ChartSection } from './chart-section.tsx'
import { ProviderCharts } from './provider-charts.tsx'
import type { Scope } from './scope.ts'

const document = graphql(`
  query StatisticsFreshness(
    $hotelId: ID!
    $hotelIds: [ID!]!
    $provider: String
    $span: PmsStatisticsSpan!
    $bucket: PmsStatisticsBucket!
  ) {
    freshnessAges(hotelId: $hotelId, provider: $provider, span: $span, bucket: $bucket) {
      provider
      entityType
      points {
        at
        maxAgeMs
      }
    }
    registrations(first: 1, filter: { hotelIds: $hotelIds }) {
      nodes {
        hotel {
          id
          freshness {
            provider
            entityType
            trueAsOf
            lateAt
          }
        }
      }
    }
  }
`)

const TITLE = 'Data age'
const DESCRIPTION = 'The maximum age per record type, and the age at which it counts as late.'

/** Of one hotel: ages of several do not add up to anything. */
export const useFreshness = ({ onlyHotelId: hotelId, provider, span, bucket }: Scope) =>
  useQuery(
    document,
    hotelId === null ? skipToken : { variables: { hotelId, hotelIds: [hotelId], provider, span, bucket } },
  )

export function Freshness({ query, scope }: { query: ReturnType<typeof useFreshness>; scope: Scope }) {
  if (scope.onlyHotelId === null)
    return (
      <Section title={TITLE} description={DESCRIPTION}>
        <Text c="dimmed">Choose a hotel above to see the age of its data.</Text>
      </Section>
    )
  return (
    <ChartSection
      title={TITLE}
      description={DESCRIPTION}
      query={query}
      isEmpty={({ freshnessAges }) => freshnessAges.length === 0}
      empty="No complete sync yet."
    >
      {(data, isTable) => (
        <ProviderCharts
          rows={data.freshnessAges}
          scope={scope}
          isTable={isTable}
          dataOf={(pms, times, ages) => dataOf(pms, times, ages, limitOf(data, ages[0]?.provider))}
        />
      )}
    </ChartSection>
  )
}

function dataOf(
  pms: string,
  times: readonly number[],
  ages: readonly StatisticsFreshnessQuery['freshnessAges'][number][],
  limitMs: number | null,
): ChartData {
  const limit: Series = { name: 'Late after', values: times.map(() => limitMs), isLimit: true }
  return {
    label: `Age of the data from ${pms}`,
    ...{ times, kind: 'lines', unit: 'time' },
    series: [
      ...ages.map(({ entityType, points }) => ({
        name: pluralLabel(entityType),
        values: valuesAt(times, points, ({ maxAgeMs }) => maxAgeMs),
      })),
      ...(limitMs === null ? [] : [limit]),
    ],
  }
}

/** What the schedule promises now, for all types together: they share it. */
function limitOf({ registrations }: StatisticsFreshnessQuery, provider: string | undefined): number | null {
  const lines = registrations.nodes.flatMap(({ hotel }) => hotel.freshness ?? [])
  const limits = lines.flatMap(({ lateAt, trueAsOf, ...line }) =>
    line.provider === provider && lateAt && trueAsOf ? Date.parse(lateAt) - Date.parse(trueAsOf) : [],
  )
  return limits.length === 0 ? null : Math.max(...limits)
}
