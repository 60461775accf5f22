import type { WebSocket } from 'ws'

const PING_MS = 12_000
/** A client that has answered none of so many pings is gone, or does not read. */
const MAX_MISSED = 2

export interface KeepAlive {
  add(socket: WebSocket): void
  stop(): void
}

/** Pings every connection, so that no proxy takes a quiet one for dead, and drops those whose client is gone. */
export function createKeepAlive(pingMs = PING_MS): KeepAlive {
  const missed = new Map<WebSocket, number>()
  const round = () => {
    for (const [socket, count] of missed) {
      if (count >= MAX_MISSED) socket.terminate()
      else if (socket.readyState === socket.OPEN) socket.ping()
      missed.set(socket, count + 1)
    }
  }
  const timer = setInterval(round, pingMs).unref()
  function alive(this: WebSocket) {
    missed.set(this, 0)
  }
  function gone(this: WebSocket) {
    missed.delete(this)
  }
  return {
    add(socket) {
      missed.set(socket, 0)
      socket.on('pong', alive).on('close', gone)
    },
    stop: () => clearInterval(timer),
  }
}
