import type { WebhookEvent } from '../../src/providers/provider.ts'
import type { ProviderStream, StreamMessage } from '../../src/providers/stream.ts'
import { scriptedVendor } from './scripted-provider.ts'

/** A vendor with a stream in the test's own hands: one scope, positions from 1 on, one consumer that it allows. */
export interface StreamVendor {
  readonly adapter: ReturnType<typeof scriptedVendor>['adapter']
  /** What has happened there, in order; whoever is connected is told. */
  tell(event?: Partial<WebhookEvent>): void
  /** How many events that were: the position of the last one. */
  readonly told: number
  /** Connections that are open, and the most that ever were at once. */
  readonly open: number
  readonly mostOpen: number
  /** Positions that connections began after, in order. */
  readonly starts: readonly (string | null)[]
  /** Runs before each batch is handed over; may wait. */
  beforeBatch: (connection: number) => void | Promise<void>
}

/** @param batch messages that are handed over at a time */
export function streamVendor({ batch: size = 7 } = {}): StreamVendor {
  const messages: StreamMessage[] = []
  const starts: (string | null)[] = []
  const news = new EventTarget()
  const state = { open: 0, mostOpen: 0, beforeBatch: (): void | Promise<void> => {} }

  async function* read({ signal }: { signal: AbortSignal }, offset: string | null) {
    const connection = starts.push(offset)
    state.open++
    state.mostOpen = Math.max(state.mostOpen, state.open)
    try {
      let position = offset === null ? messages.length : Number(offset)
      yield []
      for (;;) {
        const batch = messages.slice(position, position + size)
        position += batch.length
        if (batch.length > 0) await vendor.beforeBatch(connection)
        signal.throwIfAborted()
        yield batch
        if (position === messages.length) await next(news, signal)
      }
    } finally {
      state.open--
    }
  }

  const stream: ProviderStream = {
    scope: () => ['one'],
    setup: 'Please switch it on.',
    keepsMs: 86_400_000,
    restMs: 0,
    open: (ctx, start) => read(ctx, start.offset),
  }
  const vendor: StreamVendor = {
    adapter: { ...scriptedVendor('streaming').adapter, stream },
    tell(event = {}) {
      const offset = String(messages.length + 1)
      const told = { eventId: `event-${offset}`, type: 'CHANGED', externalHotelId: null, subject: null, item: null }
      messages.push({ offset, events: [{ ...told, occurredAt: null, ...event }], body: `{"offset":${offset}}` })
      news.dispatchEvent(new Event('news'))
    },
    get told() {
      return messages.length
    },
    get open() {
      return state.open
    },
    get mostOpen() {
      return state.mostOpen
    },
    starts,
    beforeBatch: () => {},
  }
  return vendor
}

/** Until something happens, or nobody wants to know any more. */
function next(news: EventTarget, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    news.addEventListener('news', () => resolve(), { once: true })
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
