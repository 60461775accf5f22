import { badUserInput } from '../../errors.ts'
import type { Viewer } from '../../security/viewer.ts'

/** What callers without GraphQL may leave out, or ask for beside the request. */

const MAX_WAIT_SECONDS = 300

/** @throws PmsIntegrationError BAD_USER_INPUT */
export function onlyHotelOf({ hotelIds }: Viewer): string {
  const [only, ...others] = hotelIds === '*' ? [] : hotelIds
  if (only !== undefined && others.length === 0) return only
  throw badUserInput('hotelId', 'is needed, for the token is not of exactly one hotel')
}

/** `Prefer: wait=10`, RFC 7240; null without one that can be read. */
export function preferredWait(header: string | undefined): number | null {
  const [, seconds] = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})"?(?=$|[,;\s])/i.exec(header ?? '') ?? []
  return seconds === undefined ? null : Math.min(Number(seconds), MAX_WAIT_SECONDS)
}
