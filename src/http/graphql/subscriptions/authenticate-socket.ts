import type { Context } from 'graphql-ws'
import type { WebSocket } from 'ws'
import { toPmsError } from '../../../errors.ts'
import { hasPermission } from '../../../security/policy.ts'
import type { Authenticator, Viewer } from '../../../security/viewer.ts'
import { onExpiry } from './token-expiry.ts'
import type { ViewerConnections } from './viewer-connections.ts'

/** What is known of a connection. */
export interface ConnectionExtra {
  readonly socket: WebSocket
  /** `authorization` of the upgrade request. */
  readonly authorization: string | undefined
  /** Known once it has been authenticated. */
  viewer?: Viewer
  /** Aborted when the connection has ended. */
  readonly ended: AbortController
  /** The latest operation of each id, until it is over. */
  readonly operations: Map<string, object>
  /** Called when it has. */
  release?: () => void
}

export type Connection = Context<Record<string, unknown>, ConnectionExtra>

const UNAUTHORIZED = 4401
const FORBIDDEN = 4403
const TRY_AGAIN_LATER = 1013

/**
 * Authenticates a connection by the token of `connection_init`, or of the upgrade request where a client can set headers.
 * It ends when the token does. Rejected with 4401 without a valid token, 4403 without ADMIN_VIEW and 1013
 * while the viewer has too many connections.
 */
export async function authenticateSocket(
  connection: Connection,
  authenticator: Authenticator,
  connections: ViewerConnections,
): Promise<boolean> {
  const { extra, connectionParams = {} } = connection
  const token = connectionParams.authorization ?? connectionParams.Authorization ?? extra.authorization
  const viewer = await authenticator.authenticate(typeof token === 'string' ? token : undefined).catch(toPmsError)
  if (viewer === null) return reject(extra.socket, UNAUTHORIZED, 'Unauthorized')
  if (viewer instanceof Error) {
    return viewer.code === 'UNAUTHENTICATED'
      ? reject(extra.socket, UNAUTHORIZED, 'Unauthorized')
      : reject(extra.socket, TRY_AGAIN_LATER, 'Try again later')
  }
  if (!hasPermission(viewer, 'ADMIN_VIEW')) return reject(extra.socket, FORBIDDEN, 'Forbidden')
  // It may have closed while the keys of the token were fetched; nobody would clean up after it then.
  if (extra.socket.readyState !== extra.socket.OPEN) return false
  const release = connections.acquire(viewer)
  if (release === null) return reject(extra.socket, TRY_AGAIN_LATER, 'Too many connections')
  const clearExpiry = onExpiry(viewer, () => extra.socket.close(UNAUTHORIZED, 'Token expired'))
  extra.viewer = viewer
  extra.release = () => {
    clearExpiry()
    release()
  }
  return true
}

/** Closed here with the exact code; what is returned has no further effect on a socket that is closing. */
function reject(socket: WebSocket, code: number, reason: string): false {
  socket.close(code, reason)
  return false
}
