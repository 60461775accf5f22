import { graphql } from '../../gql/gql.ts'
import type { ConfigurationQuery } from '../../gql/graphql.ts'

export const configurationDocument = graphql(`
  query Configuration($hotelId: ID!, $provider: String!) {
    registrations(first: 1, filter: { hotelIds: [$hotelId] }) {
      nodes {
        slug
        name
        timeZone
      }
    }
    provider(key: $provider) {
      key
      name
      credentialSchema
      settingsSchema
      capabilities
      actions
      streamSetup
      limits {
        webhookLossHorizonMs
      }
    }
    configurations(hotelId: $hotelId, first: 1, filter: { provider: $provider }) {
      nodes {
        id
        version
        enabled
        pausedAt
        pausedBy
        pausedReason
        syncSchedule
        nextSyncAt
        lastSyncAt
        settings
        externalHotelId
        credentialFields
        writeEnabled
        actions
        offeredActions
        webhookEndpoint {
          url
          hasKey
          headerNames
          instructions
          rotatedAt
          previousUntil
          lastEventAt
          refusedCount
          lastRefusedAt
          backfillOwedSince
        }
        stream {
          state
          offset
          lastMessageAt
          lagMs
          reconnects
          lastCloseCode
          reason
          since
          nextAttemptAt
        }
      }
    }
  }
`)

export type Provider = NonNullable<ConfigurationQuery['provider']>
export type Configuration = ConfigurationQuery['configurations']['nodes'][number]
export type Endpoint = NonNullable<Configuration['webhookEndpoint']>

/** A hotel’s account at a provider, as every part of the screen needs it. */
export interface Account {
  readonly hotelId: string
  readonly hotelName: string
  readonly timeZone: string
  readonly provider: Provider
  readonly configuration: Configuration
  /** Reads everything again. */
  readonly reload: () => Promise<unknown>
}

/** Names the account in inputs. */
export const keyOf = ({ hotelId, provider }: Pick<Account, 'hotelId' | 'provider'>) => ({
  hotelId,
  provider: provider.key,
})

/** Names the account as it was read: what somebody else has changed meanwhile is not overwritten. */
export const versionOf = (
  account: Pick<Account, 'hotelId' | 'provider'> & { configuration: Configuration | null },
) => ({
  ...keyOf(account),
  ...(account.configuration !== null && { version: account.configuration.version }),
})
