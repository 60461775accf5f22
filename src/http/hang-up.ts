import type { Duplex } from 'node:stream'

/** How long a caller that was refused may keep its half of the connection open. */
const LINGER_MS = 1_000

/**
 * Says why and hangs up, on a connection that no request is served on any more. The caller may be gone by then, or never
 * hang up in turn: neither is anything but the end of this one connection, and none is left behind.
 */
export function hangUp(socket: Duplex, answer: string): void {
  const timer = setTimeout(() => socket.destroy(), LINGER_MS)
  socket
    .on('error', () => {})
    .once('close', () => clearTimeout(timer))
    .resume() // what it still sends is not read, and its end is seen
    .end(answer)
}
