import { useQuery } from '@apollo/client/react'
import { useLivePolling } from '../../api/live.ts'
import type { TypeLine } from './lines.ts'
import { type RateSeries, ratesDocument } from './query.ts'

interface Range {
  readonly hotelId: string
  readonly from: string
  readonly to: string
}

/** The plans of the room types that are open: of all of a large hotel they would be more than one call may have. */
export function useRates(range: Range, open: readonly TypeLine[]) {
  const roomTypeIds = open.flatMap(({ id }) => (id === null ? [] : [id]))
  const { data, previousData, error, refetch } = useQuery(ratesDocument, {
    variables: { ...range, roomTypeIds },
    skip: roomTypeIds.length === 0,
    pollInterval: useLivePolling(),
  })
  const series: readonly RateSeries[] = (data ?? previousData)?.rates.series ?? []
  return { series, error, refetch: () => (roomTypeIds.length > 0 ? refetch() : Promise.resolve()) }
}
