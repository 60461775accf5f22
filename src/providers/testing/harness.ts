import { ROW_KINDS, SPAN_KINDS, type SpanKind } from '../../records/entity-type.ts'
import { createProviderContext, createProviderRuntime, type ProviderContextOptions } from '../context.ts'
import type { PmsProviderAdapter, ProviderContext, RowKind } from '../provider.ts'
import type { Simulator, SimulatorOptions } from '../simulator.ts'
import type { WaitNotice } from '../transport/http.ts'
import { createMemoryRateBudget } from '../transport/rate-budget.ts'

/** Something that every provider must do, whoever its vendor is. Throws when it does not. */
export interface ConformanceCase {
  readonly name: string
  run(adapter: PmsProviderAdapter): Promise<void>
}

/** A provider and its vendor on a bench, in time that passes only when somebody waits. */
export interface Harness extends AsyncDisposable {
  readonly adapter: PmsProviderAdapter
  readonly simulator: Simulator
  readonly clock: TickingClock
  /** The kinds that this provider can fetch. */
  readonly kinds: readonly RowKind[]
  /** Those of them that are calendars. */
  readonly calendars: readonly SpanKind[]
  readonly waits: readonly WaitNotice[]
  readonly reports: readonly { path: string; value: string; used: string }[]
  /** Everything logged, as text. */
  readonly logged: readonly string[]
  /** Lets the time pass that a page has to be waited for. */
  wait(ms: number): void
  /** A new context on the shared budget, as a new run would get. */
  context(options?: Partial<ProviderContextOptions>): ProviderContext
}

/** Moves on by a millisecond each time somebody looks, so that no two things happen at once. */
export class TickingClock {
  #ms: number

  constructor(start: string) {
    this.#ms = Date.parse(start)
  }

  now(): Date {
    return new Date(this.#ms++)
  }

  advance(ms: number): void {
    this.#ms += ms
  }
}

export const DEFAULT_START = '2026-10-20T10:00:00Z'
const SMALL_HOTEL = { bookings: 60, rooms: 12, guests: 30 }

/** A hotel with so many of every kind. */
export const ofEach = (count: number): Partial<Record<RowKind, number>> =>
  Object.fromEntries(ROW_KINDS.map((kind) => [kind, count]))

/**
 * Asked for where several pages matter and not how large they are: generating and comparing thousands of items would be most
 * of the work.
 */
export const SMALL_PAGE = 20
/** Two and a half of them. */
export const SOME_PAGES = ofEach(SMALL_PAGE * 2.5)

export interface HarnessOptions extends Omit<SimulatorOptions, 'clock'> {
  readonly startsAt?: string
}

export async function openHarness(adapter: PmsProviderAdapter, options: HarnessOptions = {}): Promise<Harness> {
  const { startsAt = DEFAULT_START, ...simulated } = options
  const clock = new TickingClock(startsAt)
  const simulator = await adapter.simulate({ ...SMALL_HOTEL, ...simulated, clock })
  const runtime = createProviderRuntime({ clock, budget: createMemoryRateBudget({ clock }), allowPrivateNetwork: true })
  const waits: WaitNotice[] = []
  const reports: { path: string; value: string; used: string }[] = []
  const logged: string[] = []
  const note = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`)
  const { currency = 'EUR', timeZone = 'Europe/Lisbon' } = options
  const context: Harness['context'] = (overrides = {}) =>
    createProviderContext({
      ...runtime,
      adapter,
      hotel: { id: 'conformance', externalHotelId: simulator.externalHotelId, timeZone, currency },
      credentials: adapter.credentials.parse(simulator.credentials),
      settings: adapter.settings.parse(simulator.settings),
      signal: new AbortController().signal,
      log: { debug: note, info: note, warn: note },
      random: () => 0.5,
      delay: async (ms, signal) => {
        signal.throwIfAborted()
        clock.advance(ms)
      },
      onWait: (notice) => waits.push(notice),
      onReport: (problem) => reports.push(problem),
      ...overrides,
    })
  return {
    adapter,
    simulator,
    clock,
    kinds: ROW_KINDS.filter((kind) => adapter.fetch[kind] !== undefined),
    calendars: SPAN_KINDS.filter((kind) => adapter.fetch[kind] !== undefined),
    waits,
    reports,
    logged,
    wait(ms) {
      waits.push({ reason: 'PENDING', until: new Date(clock.now().getTime() + ms) })
      clock.advance(ms)
    },
    context,
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  }
}
