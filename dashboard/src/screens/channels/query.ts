import { graphql } from '../../gql/gql.ts'
import type { HotelChannelsQuery } from '../../gql/graphql.ts'

export const channelsDocument = graphql(`
  query HotelChannels($hotelId: ID!) {
    channels(hotelId: $hotelId) {
      id
      hotelId
      channel
      name
      provider
      propertyId
      currency
      enabled
      pausedAt
      pausedBy
      pausedReason
      whenStale
      staleAfterMinutes
      state
      reason
      pending
      sentAt
      confirmedAt
      nextAttemptAt
      refused {
        kind
        channelId
        from
        to
        reason
        isClosed
      }
    }
  }
`)

export type Channel = HotelChannelsQuery['channels'][number]
export type Refusal = Channel['refused'][number]
