import { z } from 'zod'
import { PmsIntegrationError } from '../../src/errors.ts'
import {
  defineProvider,
  type FetchedPage,
  type FetchKind,
  type FetchWindow,
  type PmsProviderAdapter,
} from '../../src/providers/provider.ts'
import { FETCH_KINDS } from '../../src/records/entity-type.ts'

/** An item as the scripted vendor stores it: what a record looks like, plus whatever a test wants to break. */
export type ScriptedItem = { externalId: string; externalUpdatedAt?: string | null } & Record<string, unknown>

/** A vendor in the test's own hands: no wire, so that a test can stop the engine between any two pages. */
export interface ScriptedVendor {
  readonly adapter: PmsProviderAdapter
  readonly items: Record<FetchKind, ScriptedItem[]>
  /** Windows that the engine asked for, in order. */
  readonly windows: FetchWindow[]
  /** Pages served so far. */
  readonly pages: number
  pageSize: number
  /** Whether each page is a copy, as if it had come over a wire. Measurements switch it off. */
  copies: boolean
  /** Ids that the last page of a walk names as gone. */
  gone: string[]
  /** Runs before each page is served; may throw, wait or change `items`. */
  beforePage: (page: { number: number; window: FetchWindow; signal: AbortSignal }) => void | Promise<void>
  /** What `normalize` does with an item; replace it to play a mapping that is mended later. */
  map: (item: ScriptedItem) => Record<string, unknown>
}

/** Pages are cut by position; the cursor is the position of the next item. */
export function scriptedVendor(key = 'scripted'): ScriptedVendor {
  const vendor: ScriptedVendor & { pages: number } = {
    items: ofEachKind((): ScriptedItem[] => []),
    windows: [],
    pages: 0,
    pageSize: 10,
    copies: true,
    gone: [],
    beforePage: () => {},
    map: (item) => item,
    adapter: defineProvider({
      key,
      name: 'Scripted PMS',
      credentials: z.object({ apiKey: z.string() }),
      settings: z.object({}),
      limits: { rate: { requests: 1000, perMs: 1000 }, pageSize: 10, overlapMs: 60_000, webhookLossHorizonMs: null },
      check: async () => ({ propertyName: 'Scripted', steps: [] }),
      fetch: ofEachKind(fetchOf),
      normalize: ofEachKind(() => mapped),
      identify: ofEachKind(() => idOf),
      simulate: () => Promise.reject(new Error('The scripted vendor has no wire')),
    }),
  }

  function fetchOf(kind: FetchKind) {
    return async function* (ctx: { signal: AbortSignal }, window: FetchWindow): AsyncGenerator<FetchedPage> {
      vendor.windows.push(window)
      let position = Number(window.cursor ?? 0)
      if (Number.isNaN(position)) throw new PmsIntegrationError('PROVIDER_CURSOR_INVALID', 'no such page')
      while (true) {
        await vendor.beforePage({ number: vendor.pages, window, signal: ctx.signal })
        const matching = vendor.items[kind].filter((item) => isWithin(item, window))
        const next = position + vendor.pageSize
        vendor.pages += 1
        const cursor = next < matching.length ? String(next) : null
        const items = matching.slice(position, next)
        const gone = cursor === null && vendor.gone.length > 0 ? { gone: vendor.gone } : {}
        yield { items: vendor.copies ? structuredClone(items) : items, cursor, total: matching.length, ...gone }
        if (cursor === null) return
        position = next
      }
    }
  }
  function mapped(raw: unknown): never {
    return vendor.map(raw as ScriptedItem) as never
  }
  return vendor
}

const ofEachKind = <Value>(make: (kind: FetchKind) => Value) =>
  Object.fromEntries(FETCH_KINDS.map((kind) => [kind, make(kind)])) as Record<FetchKind, Value>

const idOf = (raw: unknown) => (raw as Partial<ScriptedItem>).externalId ?? null

/** An item without a readable modification time always matches; it may be any junk that a test put there. */
function isWithin(item: Partial<ScriptedItem> | null, { since }: FetchWindow): boolean {
  const updatedAt = item?.externalUpdatedAt
  return since === null || typeof updatedAt !== 'string' || new Date(updatedAt) >= since
}

/** A valid booking; `changes` may break it. */
export function aBooking(externalId: string, changes: Record<string, unknown> = {}): ScriptedItem {
  return {
    externalId,
    externalUpdatedAt: '2026-01-01T00:00:00Z',
    status: 'CONFIRMED',
    source: 'DIRECT',
    guestName: 'Ada Lovelace',
    checkIn: '2026-03-01',
    checkOut: '2026-03-04',
    adults: 2,
    totalAmountCents: 45_000,
    currency: 'EUR',
    ...changes,
  }
}

export function bookings(count: number, changes: Record<string, unknown> = {}): ScriptedItem[] {
  return Array.from({ length: count }, (_, index) => aBooking(`b-${String(index).padStart(5, '0')}`, changes))
}
