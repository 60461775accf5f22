import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { ChartSection } from './chart-section.tsx'
import { FailureBars } from './failure-bars.tsx'
import { FailureTable } from './failure-table.tsx'
import type { Scope } from './scope.ts'

const document = graphql(`
  query StatisticsFailures($hotelId: ID, $provider: String, $span: PmsStatisticsSpan!) {
    syncFailureRates(hotelId: $hotelId, provider: $provider, span: $span) {
      provider
      runs
      failedRuns
      classes {
        errorClass
        runs
        errorCodes
      }
    }
  }
`)

export const useFailures = ({ hotelId, provider, span }: Scope) =>
  useQuery(document, { variables: { hotelId, provider, span } })

/** How often syncs failed, by PMS and cause. */
export function Failures({ query }: { query: ReturnType<typeof useFailures> }) {
  return (
    <ChartSection
      title="Failure rate"
      description="By PMS and cause. With fewer than 20 syncs only their number is shown."
      query={query}
      isEmpty={({ syncFailureRates }) => syncFailureRates.length === 0}
      empty="No syncs ended in this period."
    >
      {({ syncFailureRates }, isTable) =>
        isTable ? <FailureTable rates={syncFailureRates} /> : <FailureBars rates={syncFailureRates} />
      }
    </ChartSection>
  )
}
