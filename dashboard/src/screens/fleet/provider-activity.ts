import type { FleetProvidersQuery } from '../../gql/graphql.ts'

/** The syncs with a provider over the last day. */
export interface ProviderActivity {
  readonly provider: string
  readonly runs: number
  readonly failedRuns: number
  /** Records processed. */
  readonly records: number
  /** The same by hour, the last one last. */
  readonly perHour: readonly number[]
}

const HOUR_MS = 3_600_000

/** Starts of the last 24 hours of UTC, as the API writes them. */
export const lastHours = (now: number) =>
  Array.from({ length: 24 }, (_, index) => (Math.floor(now / HOUR_MS) - 23 + index) * HOUR_MS)

export function activityOf(
  changes: FleetProvidersQuery['syncChanges'],
  rates: FleetProvidersQuery['syncFailureRates'],
  hours: readonly number[],
): ProviderActivity[] {
  const byProvider = Map.groupBy(changes, ({ provider }) => provider)
  return rates.map(({ provider, runs, failedRuns }) => {
    const ofProvider = byProvider.get(provider) ?? []
    const byHour = new Map(ofProvider.map(({ at, itemsProcessed }) => [Date.parse(at), itemsProcessed]))
    return {
      ...{ provider, runs, failedRuns },
      records: ofProvider.reduce((sum, { itemsProcessed }) => sum + itemsProcessed, 0),
      perHour: hours.map((hour) => byHour.get(hour) ?? 0),
    }
  })
}
