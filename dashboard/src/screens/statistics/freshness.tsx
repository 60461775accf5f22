import { skipToken, useQuery } from '@apollo/client/react'
import { Text } from '@mantine/core'
import { graphql } from '../../gql/gql.ts'
import type { StatisticsFreshnessQuery } from '../../gql/graphql.ts'
import { useNow } from '../../ui/now.ts'
import { useProviderNames } from '../../ui/provider-names.ts'
import { Section } from '../../ui/section.tsx'
import { ENTITY_NAMES } from '../../ui/words.ts'
import { type ChartData, type Series, timesOf, valuesAt } from './chart-data.ts'
import { ChartSection } from './chart-section.tsx'
import type { Scope } from './scope.ts'
import { TimeChart } from './time-chart.tsx'

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

const TITLE = 'How old the data was'
const DESCRIPTION = 'The oldest that each kind of record got, and the age at which it counts as late.'

/** Of one hotel: ages of several do not add up to anything. */
export const useFreshness = ({ onlyHotelId: hotelId, provider, span, bucket }: Scope) =>
  useQuery(
    document,
    hotelId === null ? skipToken : { variables: { hotelId, hotelIds: [hotelId], provider, span, bucket } },
  )

export function Freshness({ query, scope }: { query: ReturnType<typeof useFreshness>; scope: Scope }) {
  const { nameOf } = useProviderNames()
  const times = timesOf(scope.span, useNow())
  if (scope.onlyHotelId === null)
    return (
      <Section title={TITLE} description={DESCRIPTION}>
        <Text c="dimmed">Choose a hotel above to see how old its bookings, rooms and guests were.</Text>
      </Section>
    )
  return (
    <ChartSection
      title={TITLE}
      description={DESCRIPTION}
      query={query}
      isEmpty={({ freshnessAges }) => freshnessAges.length === 0}
      empty="Nothing complete has been brought yet."
    >
      {(data, isTable) =>
        [...Map.groupBy(data.freshnessAges, ({ provider }) => provider)].map(([provider, ages]) => (
          <TimeChart
            key={provider}
            title={nameOf(provider)}
            data={dataOf(nameOf(provider), times, ages, limitOf(data, provider))}
            timeZone={scope.timeZone}
            isTable={isTable}
          />
        ))
      }
    </ChartSection>
  )
}

function dataOf(
  system: string,
  times: readonly number[],
  ages: StatisticsFreshnessQuery['freshnessAges'],
  limitMs: number | null,
): ChartData {
  const limit: Series = { name: 'Late from', values: times.map(() => limitMs), isLimit: true }
  return {
    label: `How old what is stored of ${system} was`,
    ...{ times, kind: 'lines', unit: 'time' },
    series: [
      ...ages.map(({ entityType, points }) => ({
        name: ENTITY_NAMES[entityType],
        values: valuesAt(times, points, ({ maxAgeMs }) => maxAgeMs),
      })),
      ...(limitMs === null ? [] : [limit]),
    ],
  }
}

/** What the schedule promises now, for all types together: they share it. */
function limitOf({ registrations }: StatisticsFreshnessQuery, provider: string): number | null {
  const lines = registrations.nodes.flatMap(({ hotel }) => hotel.freshness ?? [])
  const limits = lines.flatMap(({ lateAt, trueAsOf, ...line }) =>
    line.provider === provider && lateAt && trueAsOf ? Date.parse(lateAt) - Date.parse(trueAsOf) : [],
  )
  return limits.length === 0 ? null : Math.max(...limits)
}
