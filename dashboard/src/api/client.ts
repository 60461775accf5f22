import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client'
import { ErrorLink } from '@apollo/client/link/error'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { OperationTypeNode } from 'graphql'
import { createCache } from './cache.ts'
import { nameDocument } from './documents.ts'
import { describeFailure } from './failure.ts'
import { createLiveClient } from './live.ts'

export interface ApiOptions {
  readonly token: string
  /** Called when the service does not accept the token (any more). */
  onUnauthenticated(message?: string): void
}

/** The public API as one viewer sees it: queries and mutations over HTTP, subscriptions over a WebSocket. */
export function createApi({ token, onUnauthenticated }: ApiOptions): ApolloClient {
  const watch = new ErrorLink(({ error }) => {
    const { code, message } = describeFailure(error)
    if (code === 'UNAUTHENTICATED') onUnauthenticated(`${message} Sign in again to continue where you left off.`)
  })
  const http = new HttpLink({ uri: '/graphql', headers: { authorization: `Bearer ${token}` } })
  const live = new GraphQLWsLink(createLiveClient(token, onUnauthenticated))
  const isLive = ({ operationType }: ApolloLink.Operation) => operationType === OperationTypeNode.SUBSCRIPTION
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([watch, nameDocument, ApolloLink.split(isLive, live, http)]),
    // Who asks again has learned that something changed: an answer that is already on its way does not know of it.
    queryDeduplication: false,
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
  })
}
