import { randomUUID } from 'node:crypto'
import { mock } from '../../src/providers/mock/index.ts'
import type { FetchedPage, PmsProviderAdapter } from '../../src/providers/provider.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import type { TestApi } from '../kit/api.ts'
import { addHotel } from '../kit/rows.ts'
import { insertHotel } from '../kit/test-hotel.ts'

/** What it has; a run of anything else would be one more that a test has to let go on. */
type PacedKind = 'bookings' | 'rooms' | 'guests'

/** A hotel at a real simulator that answers when the test lets it: a run lasts as long as the test looks at it. */
export interface PacedHotel extends AsyncDisposable {
  readonly hotelId: string
  readonly provider: string
  readonly simulator: Simulator
  /** Lets so many more pages of bookings, rooms or guests come. */
  serve(kind: PacedKind, pages: number): void
}

export interface PacedOptions {
  readonly bookings?: number
  readonly pageSize?: number
  readonly name?: string
  /** False: the hotel is known, and nothing more; its simulator waits to be connected. */
  readonly isConnected?: boolean
  /** What the vendor allows; a run that has used it up waits. */
  readonly rate?: PmsProviderAdapter['limits']['rate']
}

/** @param api has the engine that runs its syncs */
export async function startPacedHotel(api: TestApi, options: PacedOptions = {}): Promise<PacedHotel> {
  const { bookings = 300, pageSize = 50, name = mock.name, rate = mock.limits.rate, isConnected = true } = options
  const simulator = await mock.simulate({ bookings, rooms: 4, guests: 20 })
  const [hotelId, provider] = [`hotel-${randomUUID()}`, `mock-${randomUUID()}`]
  const gates = { bookings: createGate(), rooms: createGate(), guests: createGate() }
  const paced = (kind: PacedKind): NonNullable<PmsProviderAdapter['fetch'][PacedKind]> =>
    async function* (ctx, window): AsyncGenerator<FetchedPage> {
      for await (const page of mock.fetch[kind]?.(ctx, window) ?? []) {
        await gates[kind].pass(ctx.signal)
        yield page
      }
    }
  const fetch = { bookings: paced('bookings'), rooms: paced('rooms'), guests: paced('guests') }
  api.adapters.set(provider, { ...mock, key: provider, name, limits: { ...mock.limits, rate }, fetch })
  const account = { ...simulator, settings: { ...simulator.settings, pageSize } }
  if (isConnected) await insertHotel(api.database, hotelId, provider, account)
  else await addHotel(api.database, hotelId)
  return {
    ...{ hotelId, provider, simulator },
    serve: (kind, pages) => gates[kind].open(pages),
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  }
}

/** Lets through as many as it was opened for, before or after they came. */
function createGate() {
  let free = 0
  const waiting: (() => void)[] = []
  return {
    open(count: number) {
      for (let left = count; left > 0; left--) {
        const next = waiting.shift()
        if (next) next()
        else free++
      }
    },
    pass(signal: AbortSignal): Promise<void> {
      if (free > 0) {
        free--
        return Promise.resolve()
      }
      return new Promise((resolve, reject) => {
        waiting.push(resolve)
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      })
    },
  }
}
