import type { ApolloServerPlugin } from '@apollo/server'
import type { ApiContext } from '../../resolvers/access/context.ts'

const RESPONSE_JSON = 'application/graphql-response+json'

/**
 * What the GraphQL-over-HTTP specification says beyond Apollo's defaults: a well-formed request whose document cannot be
 * executed is answered with 200 under `application/json`, where a 400 might come from any proxy in between. Clients that
 * accept `application/graphql-response+json` get the 400, and that type, whichever they like better.
 */
export const followSpecification: ApolloServerPlugin<ApiContext> = {
  async requestDidStart({ request }) {
    const knowsStatus = request.http?.headers.get('accept')?.includes(RESPONSE_JSON) ?? false
    return {
      async willSendResponse({ source, response: { http } }) {
        if (source === undefined || http.status !== 400) return
        if (knowsStatus) http.headers.set('content-type', `${RESPONSE_JSON}; charset=utf-8`)
        else http.status = 200
      },
    }
  },
}
