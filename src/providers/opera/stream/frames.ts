import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Socket } from '../../transport/socket/socket.ts'
import { StreamClosed } from '../../transport/socket/stream-closed.ts'

/** The messages of `graphql-transport-ws`, as far as the vendor uses them. */

export const PROTOCOL = 'graphql-transport-ws'

/** Where the gateway streams: the key is the digest of the application's. */
export function streamUrl(gatewayUrl: string, appKey: string): string {
  const key = createHash('sha256').update(appKey).digest('hex')
  return `${gatewayUrl.replace(/\/+$/, '')}/subscriptions?key=${key}`
}

export const initFrame = (token: string, appKey: string) => ({
  type: 'connection_init',
  payload: { Authorization: `Bearer ${token}`, 'x-app-key': appKey },
})

const FIELDS = `metadata { offset uniqueEventId } moduleName eventName primaryKey timestamp hotelId publisherId
  actionInstanceId detail { elementName elementType elementSequence elementRole newValue oldValue scopeFrom scopeTo }`

/**
 * The vendor documents literals and not variables. Without an offset what happened before is skipped.
 * @param offset of the first event that is wanted
 */
export function subscribeFrame(id: string, chainCode: string, offset: string | null) {
  const from = offset === null ? 'offsetType: "highest"' : `offset: ${JSON.stringify(offset)}`
  const input = `{ chainCode: ${JSON.stringify(chainCode)}, ${from}, delta: true }`
  const query = `subscription { newEvent(input: ${input}) { ${FIELDS} } }`
  return { id, type: 'subscribe', payload: { variables: {}, extensions: {}, operationName: null, query } }
}

const frame = z.object({ type: z.string().max(100), payload: z.unknown().optional() })

export type Frame = z.output<typeof frame>

/** Null for what is no message of the protocol. */
export function readFrame(text: string): Frame | null {
  try {
    return frame.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** What the vendor means by the code that it closes with; null: the connection ended as it should. */
export function closingOf({ code }: NonNullable<Socket['closed']>): StreamClosed | null {
  const closing = { closeCode: code }
  switch (code) {
    case 1000:
    case 1001:
      return null
    case 4400:
      return subscriptionRefused(code)
    case 4401:
      return new StreamClosed('PROVIDER_UNAUTHORIZED', 'The PMS refused the credentials of the stream.', closing)
    case 4403:
      return new StreamClosed('PROVIDER_FORBIDDEN', 'The PMS does not allow this application to stream.', closing)
    case 4409: {
      const message = 'Somebody else reads the events of this application and chain; the vendor allows one connection.'
      return new StreamClosed('PROVIDER_REJECTED', message, { ...closing, isLockedOut: true })
    }
    default:
      return new StreamClosed('PROVIDER_UNAVAILABLE', `The PMS ended the stream with code ${code}.`, closing)
  }
}

/** It does not say why: the chain code, or a position that it has forgotten. */
export function subscriptionRefused(closeCode: number | null): StreamClosed {
  const message = 'The PMS refused the subscription; check the chain code.'
  return new StreamClosed('PROVIDER_REJECTED', message, { closeCode, isStartRefused: true })
}
