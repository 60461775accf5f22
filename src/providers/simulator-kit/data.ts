import { dayNumberIn } from '../../records/days.ts'
import { ROW_KINDS } from '../../records/entity-type.ts'
import { maskCardNumbers } from '../../records/text/card-number.ts'
import type { Clock, RecordInputs, RowKind } from '../provider.ts'
import type { SimulatorData, SimulatorOptions } from '../simulator.ts'
import { type Collection, createCollection } from './collection.ts'
import type { HotelPlan, SimulatedItems } from './hotel.ts'
import type { Entry } from './ledger.ts'
import { createLife } from './life/life.ts'
import { inventions } from './synced/inventions.ts'

export type Collections = { readonly [K in RowKind]: Collection<K> }

/** What a vendor's shape of an item may depend on beside the item. */
export interface SimulatedProperty {
  readonly currency: string
  readonly timeZone: string
  /** The hotel's calendar day. */
  readonly today: string
}

/** How a vendor shows items, and what of them a record can still say afterwards. */
export interface Wire {
  /** The vendor's shape of each item that it has, as its fetch delivers it. */
  readonly wire: { readonly [K in RowKind]?: (item: SimulatedItems[K], place: SimulatedProperty) => unknown }
  /** Kinds that are parts of another's items at this vendor: they come, change and go together with those. */
  readonly partsOf?: { readonly [K in RowKind]?: RowKind }
  /** Narrows what a record can say after it went through the vendor's format. */
  readonly facts?: {
    readonly [K in RowKind]?: (facts: Partial<RecordInputs[K]>, place: SimulatedProperty) => Partial<RecordInputs[K]>
  }
}

/** What a simulator contains when its caller does not say. */
export const DEFAULTS = { seed: 1, currency: 'EUR', timeZone: 'Europe/Lisbon' }

export function createCollections(
  { partsOf = {} }: Pick<Wire, 'partsOf'>,
  options: SimulatorOptions,
  names: Pick<HotelPlan, 'idOf' | 'leadOf'>,
  clock: Clock,
): Collections {
  const { seed, currency, timeZone } = { ...DEFAULTS, ...options }
  const countOf = (kind: RowKind): number => {
    const { count, ofEach } = inventions[kind]
    return options[kind] ?? (ofEach ? countOf(ofEach) : count)
  }
  const counts = forEachKind(countOf)
  const openedAt = options.since ?? clock.now()
  const today = dayNumberIn(timeZone, openedAt)
  const life = options.since && { life: createLife(openedAt, today, timeZone, clock) }
  const plan: HotelPlan = { seed, counts, currency, today, ...life, ...names }
  const made: { [K in RowKind]?: unknown } = {}
  const collectionOf = <K extends RowKind>(kind: K): Collection<K> => {
    const whole = partsOf[kind]
    const partOf = whole && collectionOf(whole)
    made[kind] ??= createCollection(kind, inventions[kind], plan, { clock, openedAt, partOf })
    return made[kind] as Collection<K>
  }
  return forEachKind(collectionOf) as unknown as Collections
}

const forEachKind = <Value>(make: (kind: RowKind) => Value) =>
  Object.fromEntries(ROW_KINDS.map((kind) => [kind, make(kind)])) as Record<RowKind, Value>

/** Renders entries as a vendor's raw items. */
export type Render = (kind: RowKind, entry: Entry) => unknown

export function createRender({ wire }: Wire, collections: Collections, place: SimulatedProperty): Render {
  const render = <K extends RowKind>(kind: K, entry: Entry) => wire[kind]?.(collections[kind].read(entry), place)
  return render
}

/** The collections as tests see them. */
export function createData(
  vendor: Wire,
  collections: Collections,
  render: Render,
  place: SimulatedProperty,
): Omit<SimulatorData, 'nights'> {
  const factsOf = createFacts(vendor, collections, place)
  return {
    items: (kind) => collections[kind].ledger.entries.map((entry) => render(kind, entry)),
    facts: (kind) => collections[kind].ledger.entries.map((entry) => factsOf(kind, entry)),
    edit: (kind, position) => collections[kind].edit(position),
    change: (kind, externalId, fields) => collections[kind].change(externalId, fields as never),
    add: (kind) => collections[kind].add(),
    remove: (kind, position) => collections[kind].remove(position),
    catchUp: () => ROW_KINDS.flatMap((kind) => collections[kind].catchUp().map((change) => ({ kind, ...change }))),
  }
}

function createFacts(vendor: Wire, collections: Collections, place: SimulatedProperty) {
  return <K extends RowKind>(kind: K, entry: Entry) => {
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
