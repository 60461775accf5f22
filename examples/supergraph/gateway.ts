import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGatewayRuntime, type GatewayConfigSupergraph } from '@graphql-hive/gateway-runtime'
import { composeServices } from '@theguild/federation-composition'
import { type GraphQLSchema, parse } from 'graphql'
import { createYoga } from 'graphql-yoga'

export interface Subgraph {
  readonly name: string
  readonly url: string
  readonly sdl: string
}

/** Something that answers at `url` until it is disposed of. */
export interface Listening extends AsyncDisposable {
  readonly url: string
}

/** @throws Error when the subgraphs do not fit together */
export function compose(subgraphs: readonly Subgraph[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  )
  if (supergraphSdl) return supergraphSdl
  throw new Error(errors?.map(({ message }) => message).join('\n'))
}

type GatewayOptions = Pick<GatewayConfigSupergraph, 'pubsub' | 'webhooks'> & {
  readonly port?: number
  /** How subscriptions reach the subgraphs; `url` is the gateway's own. */
  readonly subscriptions?: (url: string) => object
}

const eventStream = () => ({ kind: 'http', location: '/graphql/stream', options: { method: 'POST' } })

/** Hive Gateway: passes the caller's token on and asks for subscriptions at the event streams of the subgraphs. */
export function startGateway(
  subgraphs: readonly Subgraph[],
  { port = 0, subscriptions = eventStream, ...options }: GatewayOptions = {},
): Promise<Listening> {
  return listen(port, (url) =>
    createGatewayRuntime({
      ...options,
      supergraph: compose(subgraphs),
      propagateHeaders: {
        fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? undefined }),
      },
      transportEntries: { pms: { options: { subscriptions: subscriptions(url) } } },
      logging: false,
    }),
  )
}

export const serveSchema = (schema: GraphQLSchema, port = 0) =>
  listen(port, () => createYoga({ schema, logging: false }))

async function listen(
  port: number,
  create: (url: string) => RequestListener & Partial<AsyncDisposable>,
): Promise<Listening> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(port, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}/graphql`
  const handler = create(url)
  server.on('request', handler)
  return {
    url,
    async [Symbol.asyncDispose]() {
      await handler[Symbol.asyncDispose]?.()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
