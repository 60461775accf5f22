import { LRUCache } from 'lru-cache'
import { type Authenticator, type Clock, systemClock, type Viewer } from './viewer.ts'

const MAX_TOKENS = 1_000
/** A key that is withdrawn ends its tokens after this long. */
const REMEMBERED_MS = 60_000

/** Takes a token that was verified a moment ago for what it was then, until it expires. Refused ones are not remembered. */
export function rememberViewers(authenticator: Authenticator, clock: Clock = systemClock): Authenticator {
  const known = new LRUCache<string, { viewer: Viewer; until: number }>({ max: MAX_TOKENS })
  return {
    async authenticate(authorization) {
      const now = clock.now().getTime()
      const remembered = authorization === undefined ? undefined : known.get(authorization)
      if (remembered !== undefined && now < remembered.until) return remembered.viewer
      const viewer = await authenticator.authenticate(authorization)
      if (authorization !== undefined && viewer !== null) {
        known.set(authorization, { viewer, until: Math.min(now + REMEMBERED_MS, viewer.expiresAt.getTime()) })
      }
      return viewer
    },
  }
}
