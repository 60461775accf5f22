import type { Context } from 'graphql-ws'
import type { Extra } from 'graphql-ws/use/ws'
import type { WebSocket } from 'ws'
import { toPmsError } from '../../errors.ts'
import { hasPermission } from '../../security/policy.ts'
import type { Authenticator, Viewer } from '../../security/viewer.ts'
import type { ViewerConnections } from './viewer-connections.ts'

/** What is kept of a connection. */
export interface ConnectionExtra extends Extra, Record<PropertyKey, unknown> {
  viewer?: Viewer
  /** Aborted when the connection has ended. */
  signal?: AbortSignal
  /** Called when it has. */
  end?: () => void
}

export type Connection = Context<Record<string, unknown>, ConnectionExtra>

const UNAUTHORIZED = 4401
const FORBIDDEN = 4403
const TRY_AGAIN_LATER = 1013
/** Longest time that a timer can take. */
const MAX_TIMER_MS = 2 ** 31 - 1

/**
 * Lets a connection in with the token of `connection_init`, or of the upgrade request where a client can set headers.
 * It ends when the token does. Refused with 4401 without a valid token, 4403 without the permission to look and 1013
 * while the viewer has too many connections.
 */
export async function admit(
  connection: Connection,
  authenticator: Authenticator,
  connections: ViewerConnections,
): Promise<boolean> {
  const { extra, connectionParams = {} } = connection
  const token = connectionParams.authorization ?? connectionParams.Authorization ?? extra.request.headers.authorization
  const viewer = await authenticator.authenticate(typeof token === 'string' ? token : undefined).catch(toPmsError)
  if (viewer === null) return refuse(extra.socket, UNAUTHORIZED, 'Unauthorized')
  if (viewer instanceof Error) {
    return viewer.code === 'UNAUTHENTICATED'
      ? refuse(extra.socket, UNAUTHORIZED, 'Unauthorized')
      : refuse(extra.socket, TRY_AGAIN_LATER, 'Try again later')
  }
  if (!hasPermission(viewer, 'ADMIN_VIEW')) return refuse(extra.socket, FORBIDDEN, 'Forbidden')
  // It may have closed while the keys of the token were fetched; nobody would clear up after it then.
  if (extra.socket.readyState !== extra.socket.OPEN) return false
  const leave = connections.enter(viewer)
  if (leave === null) return refuse(extra.socket, TRY_AGAIN_LATER, 'Too many connections')
  keepUntilExpiry(extra, viewer, leave)
  return true
}

function keepUntilExpiry(extra: ConnectionExtra, viewer: Viewer, leave: () => void): void {
  const ended = new AbortController()
  const leftMs = viewer.expiresAt.getTime() - Date.now()
  const timer = setTimeout(
    () => extra.socket.close(UNAUTHORIZED, 'Token expired'),
    Math.min(Math.max(leftMs, 0), MAX_TIMER_MS),
  )
  extra.viewer = viewer
  extra.signal = ended.signal
  extra.end = () => {
    clearTimeout(timer)
    ended.abort()
    leave()
  }
}

/** Closed here with the exact code; what is returned has no further effect on a socket that is closing. */
function refuse(socket: WebSocket, code: number, reason: string): false {
  socket.close(code, reason)
  return false
}
