import type { JsonObject } from '../../records/common.ts'
import { dayNumberIn, dayOf } from '../../records/days.ts'
import type { SpanKind } from '../../records/entity-type.ts'
import { capitalize } from '../../records/record-type.ts'
import type { Clock, DayRange, RowKind } from '../provider.ts'
import type { Simulator, SimulatorFaults, SimulatorOptions } from '../simulator.ts'
import {
  type Collections,
  createCollections,
  createData,
  createRender,
  DEFAULTS,
  type SimulatedProperty,
  stampAll,
  type Wire,
} from './data.ts'
import { telling } from './deliveries.ts'
import { createDesk, type WriteDesk } from './desk.ts'
import { nightsBetween, type SimulatedNights } from './nights.ts'
import { createPageFaults, type Delivery, spoilItem } from './page-faults.ts'
import { Random } from './random.ts'
import { createRequestFaults } from './request-faults.ts'
import { type SimulatorAnswer, type SimulatorRequest, startServer } from './server.ts'
import { type StreamVendor, serveStreams } from './stream-server.ts'
import { inventions } from './synced/inventions.ts'
import { createThrottle } from './throttle.ts'

/** What makes a simulator speak one vendor's language; all else is the same for every vendor. */
export interface SimulatorDefinition extends Wire {
  /** Makes an item unreadable. The default keeps fields whose names end in `id`. */
  readonly spoil?: (kind: RowKind, raw: unknown) => unknown
  /** How the ids of its items look; otherwise as `B-1`, `R-1`, `G-1`. */
  readonly ids?: { readonly [K in RowKind]?: (index: number) => string }
  /** Items that are one thing at this vendor: the number of the first of them, whose facts all have. */
  readonly leads?: { readonly [K in RowKind]?: (index: number) => number }
  readonly rateLimit: { readonly requests: number; readonly perMs: number }
  readonly connection: (address: { url: string; port: number }) => SimulatorConnection
  /** The vendor's way to say that a request failed with this status. */
  readonly failure: (status: number) => SimulatorAnswer
  readonly handle: (request: SimulatorRequest, hotel: SimulatedHotel) => SimulatorAnswer | Promise<SimulatorAnswer>
  /** For vendors that tell prices and availability. */
  readonly nights?: SimulatedNights
  /** For vendors that also tell over a connection which they keep open. */
  readonly stream?: (hotel: SimulatedHotel, faults: () => SimulatorFaults) => StreamVendor
}

export type SimulatorConnection = Pick<Simulator, 'credentials' | 'settings' | 'externalHotelId'>

/** The hotel behind a vendor's routes. */
export interface SimulatedHotel extends SimulatedProperty {
  readonly name: string
  readonly clock: Clock
  /** As handed out by the definition, to check requests against. */
  readonly credentials: JsonObject
  readonly collections: Collections
  /** The raw items of a page, faults applied. */
  deliver(kind: RowKind, delivery: Delivery): unknown[]
  readonly desk: WriteDesk
  faults(): SimulatorFaults
}

/** A simulator that also shows what it was asked. */
export interface RecordingSimulator extends Simulator {
  /** The last thousand requests, oldest first. */
  readonly requests: readonly SimulatorRequest[]
  readonly desk: WriteDesk
}

const KEPT_REQUESTS = 1_000
const initialsOf = (kind: RowKind) => capitalize(kind).replace(/[^A-Z]/g, '')
const defaultId = (kind: RowKind, index: number) => `${initialsOf(kind)}-${index + 1}`

/** Starts a server that speaks a vendor's wire format over an invented hotel, which the seed alone decides. */
export async function startSimulator(
  definition: SimulatorDefinition,
  options: SimulatorOptions = {},
): Promise<RecordingSimulator> {
  const { port = 0, host = '127.0.0.1', clock = { now: () => new Date() } } = options
  const { seed, currency, timeZone } = { ...DEFAULTS, ...options }
  const idOf = (kind: RowKind, index: number): string => {
    const { ofEach } = inventions[kind]
    return ofEach ? idOf(ofEach, index) : (definition.ids?.[kind]?.(index) ?? defaultId(kind, index))
  }
  const leadOf = (kind: RowKind, index: number) => definition.leads?.[kind]?.(index) ?? index
  const collections = createCollections(definition, options, { idOf, leadOf }, clock)
  const place = createPlace({ currency, timeZone }, clock)
  const render = createRender(definition, collections, place)
  const switches = createSwitches(collections, clock)
  const random = new Random(seed)
  const deliver = createPageFaults({
    random,
    faults: switches.active,
    wire: render,
    spoil: definition.spoil ?? ((_, raw) => spoilItem(raw)),
    edit: (kind, id) => collections[kind].edit(collections[kind].ledger.find(id)),
  })
  const throttle = createThrottle(definition.rateLimit)
  const transmit = createRequestFaults({ random, clock, throttle, failure: definition.failure })
  const desk = createDesk({ collections, random: new Random(seed), faults: switches.active })
  const name = `Hotel Simulado ${seed}`
  const hotel = { name, clock, collections, deliver, desk, faults: switches.active }
  const respond = (request: SimulatorRequest) => {
    switches.count(request)
    return transmit(switches.active(), () => definition.handle(request, { ...hotel, ...place, credentials }))
  }
  const server = await startServer({ port, host, clock, respond })
  const connection = definition.connection({ url: urlOf(host, server.port), port: server.port })
  const { credentials } = connection
  const data = {
    ...createData(definition, collections, render, place),
    nights: (kind: SpanKind, days: DayRange) =>
      nightsBetween(definition.nights ?? {}, { ...hotel, ...place }, kind, days),
  }
  const stream = definition.stream?.({ ...hotel, ...place, credentials }, switches.active)
  const streams = stream && serveStreams(server.http, stream, { random, faults: switches.active })
  if (stream !== undefined) desk.listen((change) => stream.changed(change))
  switches.set(options.faults ?? {})
  return {
    url: urlOf(host, server.port),
    port: server.port,
    ...connection,
    get requestCount() {
      return switches.requestCount()
    },
    requests: switches.requests,
    setFaults: switches.set,
    data: stream === undefined ? data : telling(data, stream.changed),
    desk,
    ...(streams && { connections: streams.connections }),
    [Symbol.asyncDispose]() {
      streams?.[Symbol.dispose]()
      return server[Symbol.asyncDispose]()
    },
  }
}

const MINUTE_MS = 60_000

/** The day is looked up once a minute, since many items are shown at once. */
function createPlace(where: Pick<SimulatedProperty, 'currency' | 'timeZone'>, clock: Clock): SimulatedProperty {
  let known = { minute: Number.NaN, today: '' }
  return {
    ...where,
    get today() {
      const now = clock.now()
      const minute = Math.floor(now.getTime() / MINUTE_MS)
      if (minute !== known.minute) known = { minute, today: dayOf(dayNumberIn(where.timeZone, now)) }
      return known.today
    },
  }
}

/** Counts requests and knows which faults are on. */
function createSwitches(collections: Collections, clock: Clock) {
  let faults: NonNullable<SimulatorOptions['faults']> = {}
  let begins = 0
  let count = 0
  const requests: SimulatorRequest[] = []
  return {
    requests,
    requestCount: () => count,
    active: () => (count > begins || faults.afterRequests === undefined ? faults : {}),
    count(request: SimulatorRequest) {
      count += 1
      requests.push(request)
      if (requests.length > KEPT_REQUESTS) requests.shift()
    },
    set(next: typeof faults) {
      faults = next
      begins = count + (next.afterRequests ?? 0)
      if (next.equalTimestamps) stampAll(collections, clock)
    },
  }
}

function urlOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
