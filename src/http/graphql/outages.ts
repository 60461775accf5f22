import type { ApolloServerPlugin } from '@apollo/server'
import type { FormattedExecutionResult } from 'graphql'
import type { ErrorCode } from '../../errors.ts'
import type { ApiContext } from '../../resolvers/access/context.ts'

const UNAVAILABLE: ErrorCode = 'SERVICE_UNAVAILABLE'
const RETRY_AFTER_S = 5

/** An operation that brought nothing since a part of ours is down is answered so that any client and proxy sees it. */
export const sayOutages: ApolloServerPlugin<ApiContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { http, body } }) {
        if (body.kind !== 'single' || !isOutage(body.singleResult)) return
        http.status = 503
        http.headers.set('retry-after', String(RETRY_AFTER_S))
      },
    }
  },
}

function isOutage({ data, errors = [] }: FormattedExecutionResult): boolean {
  const isNothing = Object.values(data ?? {}).every((field) => field === null)
  return isNothing && errors.length > 0 && errors.every(({ extensions }) => extensions?.code === UNAVAILABLE)
}
