import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Browsers open connections ahead of need. Node does not count one without a request as idle, so that a server which
 * closes would wait for it without end.
 * @returns closes those that no request has come over yet
 */
export function watchUnusedConnections(server: Server): () => void {
  const unused = new Set<Socket>()
  const use = ({ socket }: IncomingMessage) => unused.delete(socket)
  server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  server.on('request', use).on('upgrade', use)
  return () => {
    for (const socket of unused) socket.destroy()
  }
}
