import { z } from 'zod'
import type { FetchKind, WebhookEvent } from '../provider.ts'
import type { ProviderStream, StreamMessage } from '../stream.ts'
import { StreamClosed } from '../transport/socket/stream-closed.ts'
import type { MewsContext } from './settings.ts'

/** A resource is told of when its state moves. A price is one of many: it asks for a sync. Commands of devices are not ours. */
const KINDS: ReadonlyMap<string, FetchKind> = new Map([
  ['Reservation', 'bookings'],
  ['Resource', 'housekeeping'],
  ['PriceUpdate', 'rates'],
])

const message = z.object({ Events: z.array(z.unknown()) })
/** Events that are processed together: a message of thousands becomes several. */
const MAX_EVENTS = 100
/** How often whoever reads hears that nothing came; the connection itself is watched by the transport. */
const QUIET_MS = 5_000
const event = z.object({ Type: z.string().min(1).max(100), Id: z.guid() })

/**
 * One WebSocket for each access token (docs: events/websockets). It replays nothing and acknowledges nothing, so each
 * connection begins with a sync of what changed meanwhile; tasks are told of by nobody and are polled.
 */
export const stream: ProviderStream = {
  scope(account) {
    const { credentials, settings } = account as Pick<MewsContext, 'credentials' | 'settings'>
    return settings.stream ? [settings.platformUrl, credentials.clientToken, credentials.accessToken] : null
  },
  setup: 'Please enable WebSocket events for our integration, with the events Reservation, Resource and PriceUpdate.',
  keepsMs: null,
  restMs: 1_000,
  open: (ctx) => read(ctx as MewsContext),
}

async function* read(ctx: MewsContext): AsyncGenerator<readonly StreamMessage[]> {
  const { clientToken, accessToken } = ctx.credentials
  using socket = await ctx.sockets.connect({
    url: socketUrl(ctx.settings.platformUrl),
    headers: { cookie: `ClientToken=${clientToken}; AccessToken=${accessToken}` },
  })
  yield []
  for (;;) {
    const texts = await socket.read(QUIET_MS)
    if (texts === null) break
    yield texts.flatMap((text) => messagesOf(text, ctx))
  }
  const { code = null } = socket.closed ?? {}
  if (code === 1000 || code === 1001) return
  throw new StreamClosed('PROVIDER_UNAVAILABLE', `The PMS ended the stream with code ${code}.`, { closeCode: code })
}

/** `wss://ws.mews.com` beside `https://api.mews.com`, in each environment. */
function socketUrl(platformUrl: string): string {
  const url = new URL('/ws/connector', platformUrl)
  url.hostname = url.hostname.replace(/^api\./, 'ws.')
  return url.href
}

/**
 * An event that cannot be read is reported and leaves the others of its message alone. Of a message with very many events
 * no more is kept than what they name.
 */
export function messagesOf(text: string, { report }: Pick<MewsContext, 'report'>): readonly StreamMessage[] {
  const { Events } = message.safeParse(parseJson(text)).data ?? { Events: null }
  const known = (Events ?? []).flatMap((one) => event.safeParse(one).data ?? [])
  if (known.length !== Events?.length) report({ path: 'stream.Events', value: '', used: 'nothing' })
  if (known.length <= MAX_EVENTS) return [{ offset: null, events: known.map(eventOf), body: text }]
  return inGroups(known, MAX_EVENTS).map((those) => ({
    ...{ offset: null, events: those.map(eventOf), body: JSON.stringify({ Events: those }) },
  }))
}

const inGroups = <T>(items: readonly T[], size: number) =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))

function eventOf({ Type, Id }: z.output<typeof event>): WebhookEvent {
  const kind = KINDS.get(Type)
  const subject = kind === undefined ? null : { kind, externalId: Id }
  return { eventId: null, type: Type, externalHotelId: null, subject, item: null, occurredAt: null }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
