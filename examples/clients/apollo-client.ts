import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { relayStylePagination } from '@apollo/client/utilities'
import { type GraphQLFormattedError, OperationTypeNode } from 'graphql'
import { createClient } from 'graphql-ws'
import { Arrivals, StartSync, SyncProgress } from './documents.ts'
import type { ArrivalsQueryVariables } from './gql/graphql.ts'
import { type Pms, PmsFailure, type PmsOptions, runOf } from './pms.ts'

/** For an interface that keeps what it was told: the cache joins the pages of a list. */
export function createPms({ url, token }: PmsOptions): Pms {
  const authorization = `Bearer ${token}`
  const live = createClient({ url: `${url.replace(/^http/, 'ws')}/graphql`, connectionParams: { authorization } })
  const client = new ApolloClient({
    cache: new InMemoryCache({
      typePolicies: { Query: { fields: { bookings: relayStylePagination(['hotelId', 'filter', 'orderBy']) } } },
    }),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(live),
      new HttpLink({ uri: `${url}/graphql`, headers: { authorization } }),
    ),
  })
  return {
    async arrivals(hotelId, day, first = 200) {
      for (let after: string | null = null; ; ) {
        const variables: ArrivalsQueryVariables = { hotelId, day, first, after }
        const { data } = await client.query({ query: Arrivals, variables, fetchPolicy: 'network-only' }).catch(explain)
        const { edges = [], pageInfo } = data?.bookings ?? {}
        if (!pageInfo?.hasNextPage) return edges.map(({ node }) => node)
        after = pageInfo.endCursor
      }
    },
    async startSync(hotelId, provider) {
      const { data } = await client.mutate({ mutation: StartSync, variables: { hotelId, provider } }).catch(explain)
      return runOf(data?.syncBookings ?? { syncLog: null, errors: [] })
    },
    watch(hotelId, syncLogId, onProgress) {
      const results = client.subscribe({ query: SyncProgress, variables: { hotelId, syncLogId } })
      return new Promise((complete, error) => {
        results.subscribe({ next: ({ data }) => data && onProgress(data.syncProgress), error, complete })
      })
    },
    [Symbol.dispose]() {
      client.stop()
      void live.dispose()
    },
  }
}

/** What was refused before it came to be executed is answered with another status than 200. */
function explain(error: unknown): never {
  const [first] = CombinedGraphQLErrors.is(error) ? error.errors : ServerError.is(error) ? errorsIn(error.bodyText) : []
  if (first === undefined) throw error
  throw new PmsFailure(String(first.extensions?.code), first.message)
}

const errorsIn = (body: string) => (JSON.parse(body) as { errors: readonly GraphQLFormattedError[] }).errors
