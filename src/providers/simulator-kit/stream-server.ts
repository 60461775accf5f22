import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { ActionName } from '../../records/changes/actions.ts'
import type { RowKind } from '../provider.ts'
import type { SimulatedConnections, SimulatorFaults } from '../simulator.ts'
import type { Change } from './deliveries.ts'
import type { Random } from './random.ts'
import { requestOf, SIMULATOR, type SimulatorRequest } from './server.ts'

/** What a simulated vendor does with its end of a connection. */
export interface StreamConnection {
  send(message: object): void
  close(code: number, reason: string): void
}

/** A vendor that tells of changes over a connection which it keeps open. */
export interface StreamVendor {
  /** Without the query. */
  readonly path: string
  readonly protocol?: string
  /** The status that refuses the upgrade; null lets it through. */
  admit(request: SimulatorRequest): number | null
  open(connection: StreamConnection): { onMessage(text: string): void; onClose(): void }
  /** A clerk has done something, or a request of the API that is named. */
  changed(change: { kind: RowKind; what: Change; id: string; action?: ActionName }): void
}

export interface StreamServerOptions {
  readonly random: Random
  readonly faults: () => SimulatorFaults
}

export interface StreamServer extends Disposable {
  readonly connections: SimulatedConnections
}

/** Answers upgrades of an HTTP server for a vendor. Disposing cuts every connection. */
export function serveStreams(server: Server, vendor: StreamVendor, options: StreamServerOptions): StreamServer {
  const sockets = new WebSocketServer({ noServer: true })
  const counts = { opened: 0, open: 0, mostOpen: 0 }
  const count = () => {
    counts.opened += 1
    counts.open += 1
    counts.mostOpen = Math.max(counts.mostOpen, counts.open)
    let isCounted = true
    return () => {
      if (isCounted) counts.open -= 1
      isCounted = false
    }
  }
  server.on('upgrade', (incoming, socket, head) => {
    socket.on('error', () => socket.destroy())
    const status = refusalOf(incoming, vendor)
    if (status !== null) return refuse(socket, status)
    sockets.handleUpgrade(incoming, socket, head, (client) => attach(client, vendor, { ...options, gone: count() }))
  })
  return {
    connections: counts,
    [Symbol.dispose]() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    },
  }
}

/** The status of a request that is no upgrade for this vendor. */
function refusalOf(incoming: IncomingMessage, vendor: StreamVendor): number | null {
  if (!URL.canParse(incoming.url ?? '/', SIMULATOR)) return 400
  const request = requestOf(incoming, '')
  return request.path === vendor.path ? vendor.admit(request) : 404
}

/** The HTTP server has let go of the socket, and would wait for it when it closes: it ends with the answer. */
function refuse(socket: Duplex, status: number): void {
  socket.resume().once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

interface Attached extends StreamServerOptions {
  /** Nobody reaches it any more. */
  gone(): void
}

function attach(client: WebSocket, vendor: StreamVendor, { random, faults, gone }: Attached): void {
  client.on('error', () => client.terminate())
  const freeze = () => {
    client.pause()
    gone()
  }
  const transmit = (text: string) => {
    // Every draw is made for every message, so that one rate does not change when another fault strikes.
    const { streamCut = 0, streamDuplicate = 0, streamFrozen = false } = faults()
    const [isCut, isRepeated] = [random.chance(streamCut), random.chance(streamDuplicate)]
    // Neither a word nor a sign of life, and the connection looks as it did before.
    if (streamFrozen) return freeze()
    client.send(text, () => {})
    if (isRepeated) client.send(text, () => {})
    if (isCut) client.terminate()
  }
  const handlers = vendor.open({
    send: (message) => transmit(JSON.stringify(message)),
    close: (code, reason) => client.close(code, reason),
  })
  client.on('message', (data) => {
    if (faults().streamFrozen) freeze()
    else handlers.onMessage(String(data))
  })
  client.on('close', () => {
    gone()
    handlers.onClose()
  })
}
