import { randomUUID } from 'node:crypto'
import { PmsIntegrationError } from '../../errors.ts'
import type { ProviderStream, StreamMessage, StreamStart } from '../stream.ts'
import type { Socket } from '../transport/socket/socket.ts'
import { connectionLost } from '../transport/socket/stream-closed.ts'
import type { OperaContext } from './settings.ts'
import { messageOf } from './stream/events.ts'
import {
  closingOf,
  initFrame,
  PROTOCOL,
  readFrame,
  streamUrl,
  subscribeFrame,
  subscriptionRefused,
} from './stream/frames.ts'
import { fetchToken } from './token.ts'

const DAY_MS = 86_400_000
/** The vendor wants a ping at least every 15 s, and an acknowledgement within 10 s. */
const [PING_EVERY_MS, ACK_MS] = [10_000, 10_000]
/** How often whoever reads hears that nothing came. */
const QUIET_MS = 5_000
/** The vendor ends the stream with its token; who leaves before may come again after the rest. */
const LEAVE_BEFORE_MS = 30_000
/** A vendor that does not close after our good-bye is left. */
const FAREWELL_MS = 30_000

/**
 * Business events of a chain: a GraphQL subscription over one WebSocket for each application, chain and gateway. Facts from
 * Oracle's streaming guide (docs.oracle.com, `stmig`) and user guide (`ohipu`).
 */
export const stream: ProviderStream = {
  scope(account) {
    const { credentials, settings } = account as Pick<OperaContext, 'credentials' | 'settings'>
    const { clientId, clientSecret, appKey, enterpriseId } = credentials
    if (settings.chainCode === '') return null
    return [settings.gatewayUrl, settings.chainCode, enterpriseId, clientId, clientSecret, appKey]
  },
  setup:
    'Please enable OHIP streaming (business events over the Streaming API) for our application in the environment and chain of this property, with the events of the modules Reservation, Housekeeping and Profile, and approve the application for them.',
  keepsMs: 7 * DAY_MS,
  restMs: 10_000,
  open: (ctx, start) => read(ctx as OperaContext, start),
}

async function* read(ctx: OperaContext, { offset }: StreamStart): AsyncGenerator<readonly StreamMessage[]> {
  const { credentials, settings, clock } = ctx
  const { value: token, expiresAt } = await fetchToken(ctx)
  using socket = await ctx.sockets.connect({
    url: streamUrl(settings.gatewayUrl, credentials.appKey),
    protocol: PROTOCOL,
    headers: { authorization: `Bearer ${token}` },
  })
  socket.send(initFrame(token, credentials.appKey))
  await acknowledged(socket)
  const id = randomUUID()
  // The vendor's input is where to start, and ours is what we have.
  socket.send(subscribeFrame(id, settings.chainCode, offset === null ? null : String(BigInt(offset) + 1n)))
  // Answered by whoever has not locked us out.
  socket.send({ type: 'ping' })
  const leaveAtMs = expiresAt === null ? Number.POSITIVE_INFINITY : expiresAt.getTime() - LEAVE_BEFORE_MS
  let leftAtMs: number | null = null
  let pingedAtMs = performance.now()
  try {
    for (;;) {
      const texts = await socket.read(QUIET_MS)
      if (texts === null) break
      yield texts.flatMap((text) => messagesIn(text, socket, ctx))
      if (performance.now() - pingedAtMs >= PING_EVERY_MS) {
        socket.send({ type: 'ping' })
        pingedAtMs = performance.now()
      }
      if (leftAtMs !== null && performance.now() - leftAtMs > FAREWELL_MS) break
      if (leftAtMs !== null || clock.now().getTime() < leaveAtMs) continue
      // What is on its way is still read: the vendor closes when all of it is sent.
      leftAtMs = performance.now()
      socket.send({ id, type: 'complete' })
    }
  } finally {
    // Who goes without a word is taken for connected, and locks out whoever comes next.
    if (leftAtMs === null) await socket.leave({ id, type: 'complete' })
  }
  const closing = leftAtMs !== null || socket.closed === null ? null : closingOf(socket.closed)
  if (closing !== null) throw closing
}

async function acknowledged(socket: Socket): Promise<void> {
  const deadlineMs = performance.now() + ACK_MS
  for (;;) {
    const texts = await socket.read(Math.max(1, deadlineMs - performance.now()))
    if (texts === null) throw (socket.closed && closingOf(socket.closed)) ?? connectionLost('The PMS hung up.')
    for (const text of texts) {
      const frame = readFrame(text)
      if (frame?.type === 'connection_ack') return
      if (frame?.type === 'ping') socket.send({ type: 'pong' })
    }
    if (performance.now() >= deadlineMs) throw new PmsIntegrationError('PROVIDER_TIMEOUT', 'The PMS did not greet us.')
  }
}

function messagesIn(text: string, socket: Socket, ctx: OperaContext): readonly StreamMessage[] {
  const frame = readFrame(text)
  if (frame?.type === 'ping') socket.send({ type: 'pong' })
  if (frame?.type === 'error') {
    throw subscriptionRefused(null)
  }
  const message = frame?.type === 'next' ? messageOf(frame.payload, text, ctx) : null
  return message === null ? [] : [message]
}
