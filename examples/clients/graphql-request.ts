import { print } from 'graphql'
import { ClientError, GraphQLClient } from 'graphql-request'
import { createClient } from 'graphql-ws'
import { Arrivals, StartSync, SyncProgress } from './documents.ts'
import type { ArrivalsQuery, SyncProgressSubscription } from './gql/graphql.ts'
import { type Arrival, type Pms, PmsFailure, type PmsOptions, runOf } from './pms.ts'

/** For scripts and servers: graphql-request for what is asked once, graphql-ws for what is watched. */
export function createPms({ url, token }: PmsOptions): Pms {
  const authorization = `Bearer ${token}`
  const client = new GraphQLClient(`${url}/graphql`, { headers: { authorization } })
  const live = createClient({ url: `${url.replace(/^http/, 'ws')}/graphql`, connectionParams: { authorization } })
  return {
    async arrivals(hotelId, day, first = 200) {
      const found: Arrival[] = []
      let after: string | null = null
      do {
        const { bookings }: ArrivalsQuery = await client
          .request(Arrivals, { hotelId, day, first, after })
          .catch(explain)
        found.push(...bookings.edges.map(({ node }) => node))
        after = bookings.pageInfo.hasNextPage ? bookings.pageInfo.endCursor : null
      } while (after !== null)
      return found
    },
    async startSync(hotelId, provider) {
      const { syncBookings } = await client.request(StartSync, { hotelId, provider }).catch(explain)
      return runOf(syncBookings)
    },
    async watch(hotelId, syncLogId, onProgress) {
      const results = live.iterate<SyncProgressSubscription>({
        query: print(SyncProgress),
        variables: { hotelId, syncLogId },
      })
      for await (const { data } of results) if (data) onProgress(data.syncProgress)
    },
    [Symbol.dispose]: () => void live.dispose(),
  }
}

function explain(error: unknown): never {
  const [first] = (error instanceof ClientError && error.response.errors) || []
  if (first === undefined) throw error
  throw new PmsFailure(String(first.extensions.code), first.message)
}
