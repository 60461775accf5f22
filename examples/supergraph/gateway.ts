import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime'
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

const eventStream = { kind: 'http', location: '/graphql/stream', options: { method: 'POST' } }

/** Hive Gateway: passes the caller's token on and asks for subscriptions at the event streams of the subgraphs. */
export async function startGateway(subgraphs: readonly Subgraph[], port = 0): Promise<Listening> {
  const gateway = createGatewayRuntime({
    supergraph: compose(subgraphs),
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? undefined }),
    },
    transportEntries: { pms: { options: { subscriptions: eventStream } } },
    logging: false,
  })
  return listen(gateway, port, () => gateway[Symbol.asyncDispose]())
}

export const serveSchema = (schema: GraphQLSchema, port = 0) => listen(createYoga({ schema, logging: false }), port)

async function listen(
  handler: RequestListener,
  port: number,
  close: () => PromiseLike<void> = async () => {},
): Promise<Listening> {
  const server = createServer(handler)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/graphql`,
    async [Symbol.asyncDispose]() {
      await close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
