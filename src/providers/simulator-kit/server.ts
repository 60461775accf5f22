import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../provider.ts'

/** A request as a vendor's routes see it. */
export interface SimulatorRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface SimulatorAnswer {
  /** 0: the connection is cut without an answer. */
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; a string as it is; left out: no body. */
  readonly body?: unknown
}

/** What happens to an answer on its way. */
export interface Transmission {
  readonly answer: SimulatorAnswer
  readonly slowMs: number
  /** Send half the body, then drop the connection. */
  readonly isCut: boolean
}

export interface SimulatorServerOptions {
  readonly port: number
  readonly host: string
  readonly clock: Clock
  readonly respond: (request: SimulatorRequest) => Transmission | Promise<Transmission>
}

export interface SimulatorServer extends AsyncDisposable {
  readonly port: number
  readonly http: Server
}

/** A plain HTTP server that closes with all its connections. */
export async function startServer({ port, host, clock, respond }: SimulatorServerOptions): Promise<SimulatorServer> {
  const closing = new AbortController()
  const server = createServer((incoming, outgoing) => {
    outgoing.sendDate = false
    outgoing.setHeader('date', clock.now().toUTCString())
    serve(incoming, outgoing).catch(() => outgoing.destroy())
  })
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { answer, slowMs, isCut } = await respond(await readRequest(incoming))
    if (slowMs > 0) await sleep(slowMs, undefined, { signal: closing.signal })
    send(outgoing, answer, isCut)
  }
  // Still listened for later: a connection that cannot be accepted is not the end of the others.
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(port, host, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    http: server,
    async [Symbol.asyncDispose]() {
      closing.abort()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What the addresses of requests are read against. */
export const SIMULATOR = 'http://simulator'

async function readRequest(incoming: IncomingMessage): Promise<SimulatorRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return requestOf(incoming, Buffer.concat(chunks).toString('utf8'))
}

export function requestOf(incoming: IncomingMessage, body: string): SimulatorRequest {
  const url = new URL(incoming.url ?? '/', SIMULATOR)
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body,
  }
}

function send(outgoing: ServerResponse, { status, headers, body }: SimulatorAnswer, isCut: boolean): void {
  if (status === 0) {
    outgoing.destroy()
    return
  }
  const bytes = Buffer.from(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body))
  outgoing.writeHead(status, {
    ...(typeof body === 'object' && { 'content-type': 'application/json; charset=utf-8' }),
    ...(status !== 204 && { 'content-length': bytes.length }),
    ...headers,
  })
  if (isCut) outgoing.write(bytes.subarray(0, bytes.length / 2), () => outgoing.destroy())
  else outgoing.end(bytes)
}
