import { maskCardNumbers } from '../../records/card-number.ts'
import type { Clock, FetchKind, RecordInputs, SimulatorData, SimulatorOptions } from '../provider.ts'
import { makeBooking } from './booking.ts'
import { type Collection, createCollection } from './collection.ts'
import { dayNumberIn } from './days.ts'
import { makeGuest } from './guest.ts'
import type { HotelPlan, SimulatedItems } from './hotel.ts'
import type { Entry } from './ledger.ts'
import { makeRoom } from './room.ts'

export type Collections = { readonly [K in FetchKind]: Collection<K> }

/** What a vendor's shape of an item may depend on beside the item. */
export interface SimulatedPlace {
  readonly currency: string
  readonly timeZone: string
}

/** How a vendor shows items, and what of them a record can still say afterwards. */
export interface Wire {
  /** The vendor's shape of each item, as its fetch delivers it. */
  readonly wire: { readonly [K in FetchKind]: (item: SimulatedItems[K], place: SimulatedPlace) => unknown }
  /** Narrows what a record can say after it went through the vendor's format. */
  readonly facts?: {
    readonly [K in FetchKind]?: (facts: Partial<RecordInputs[K]>, place: SimulatedPlace) => Partial<RecordInputs[K]>
  }
}

/** What a simulator contains when its caller does not say. */
export const DEFAULTS = { seed: 1, bookings: 300, rooms: 60, guests: 200, currency: 'EUR', timeZone: 'Europe/Lisbon' }

export function createCollections(options: SimulatorOptions, idOf: HotelPlan['idOf'], clock: Clock): Collections {
  const { seed, bookings, rooms, guests, currency, timeZone } = { ...DEFAULTS, ...options }
  const counts = { bookings, rooms, guests }
  const plan: HotelPlan = { seed, counts, currency, today: dayNumberIn(timeZone, clock.now()), idOf }
  return {
    bookings: createCollection('bookings', makeBooking, plan, clock),
    rooms: createCollection('rooms', makeRoom, plan, clock),
    guests: createCollection('guests', makeGuest, plan, clock),
  }
}

/** Renders entries as a vendor's raw items. */
export type Render = (kind: FetchKind, entry: Entry) => unknown

export function createRender({ wire }: Wire, collections: Collections, place: SimulatedPlace): Render {
  const render = <K extends FetchKind>(kind: K, entry: Entry) => wire[kind](collections[kind].read(entry), place)
  return render
}

/** The collections as tests see them. */
export function createData(
  vendor: Wire,
  collections: Collections,
  render: Render,
  place: SimulatedPlace,
): SimulatorData {
  const factsOf = createFacts(vendor, collections, place)
  return {
    items: (kind) => collections[kind].ledger.entries.map((entry) => render(kind, entry)),
    facts: (kind) => collections[kind].ledger.entries.map((entry) => factsOf(kind, entry)),
    edit: (kind, position) => collections[kind].edit(position),
    add: (kind) => collections[kind].add(),
    remove: (kind, position) => collections[kind].remove(position),
  }
}

function createFacts(vendor: Wire, collections: Collections, place: SimulatedPlace) {
  return <K extends FetchKind>(kind: K, entry: Entry) => {
    const { createdAt: _, ...item } = collections[kind].read(entry)
    const notes = 'notes' in item && typeof item.notes === 'string' && { notes: maskCardNumbers(item.notes) }
    const facts = { ...item, ...notes } as unknown as Partial<RecordInputs[K]>
    return vendor.facts?.[kind]?.(facts, place) ?? facts
  }
}

/** As after a vendor's migration: nothing tells the items apart by time. */
export function stampAll(collections: Collections, clock: Clock): void {
  for (const { ledger } of Object.values(collections)) ledger.stampAll(clock.now().getTime())
}
