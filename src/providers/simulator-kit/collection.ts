import type { Clock, RowKind } from '../provider.ts'
import type { HotelPlan, SimulatedItems } from './hotel.ts'
import { createLedger, type Entry, type Ledger } from './ledger.ts'
import { mixSeed, Random } from './random.ts'
import type { Invention } from './synced/inventions.ts'

/** All items of one kind in a simulated hotel, and what its clerks do with them. */
export interface Collection<K extends RowKind> {
  readonly ledger: Ledger
  /** What was removed, dated by its removal. */
  readonly removed: readonly Entry[]
  read(entry: Entry): SimulatedItems[K]
  find(externalId: string): SimulatedItems[K] | undefined
  /** Moves the modification time; nothing happens to what is not there. */
  change(externalId: string, fields: Partial<SimulatedItems[K]>): void
  /** Each returns the external id of the item. */
  edit(position: number): string
  /** @param id where it is not the next of its kind */
  add(id?: string): string
  remove(position: number): string
  /** Lets happen what is due by the clock in a hotel that lives, at the times at which it was due. */
  catchUp(): readonly CaughtUp[]
}

export interface CaughtUp {
  readonly what: 'created' | 'updated'
  readonly id: string
}

const DAY_MS = 86_400_000
const HISTORY_MS = 365 * DAY_MS

/** The initial items were last changed at some time in the year before the simulator started. */
export function createCollection<K extends RowKind>(
  kind: K,
  { make, changedAt, aDay }: Invention<K>,
  plan: HotelPlan,
  { clock, openedAt, partOf }: { clock: Clock; openedAt: Date; partOf?: Collection<RowKind> | undefined },
): Collection<K> {
  const startedMs = openedAt.getTime()
  const bornMs = (index: number) => {
    const ageMs = new Random(mixSeed(plan.seed, 6, kind.length, index)).int(1, HISTORY_MS)
    if (index < plan.counts[kind]) return startedMs - ageMs
    return plan.life && aDay ? startedMs + ((index - plan.counts[kind] + 1) * DAY_MS) / aDay(plan) : startedMs
  }
  const { life } = plan
  const changedMs = (index: number) => {
    const at = life && changedAt ? changedAt(plan, index, life.now()) : null
    return life === undefined || at === null ? bornMs(index) : Math.max(life.instantOf(at), bornMs(index))
  }
  /** With what has been added since the hotel opened. */
  const countNow = () => {
    const days = life && aDay ? Math.max(clock.now().getTime() - startedMs, 0) / DAY_MS : 0
    return plan.counts[kind] + (aDay ? Math.floor(days * aDay(plan)) : 0)
  }
  const entries = (): Entry[] =>
    Array.from({ length: countNow() }, (_, index) => ({
      index,
      id: plan.idOf(kind, index),
      revision: 0,
      updatedAtMs: changedMs(index),
    }))
  const ledger = partOf?.ledger ?? createLedger(entries())
  let nextIndex = countNow()
  /** What is not as it was made, by the number of its lead. */
  const changed = new Map<number, Partial<SimulatedItems[K]>>()
  const leadOf = ({ index, id }: Entry) => {
    const lead = plan.leadOf(kind, index)
    return lead === index || id === plan.idOf(kind, index) ? lead : index
  }
  const alike = (entry: Entry) => {
    const isAlone = leadOf(entry) === entry.index && plan.leadOf(kind, entry.index + 1) === entry.index + 1
    return isAlone ? [entry] : ledger.entries.filter((other) => leadOf(other) === leadOf(entry))
  }
  const touch = (entry: Entry) => {
    const updatedAtMs = clock.now().getTime()
    for (const one of alike(entry))
      ledger.replace(ledger.find(one.id), { ...one, revision: one.revision + 1, updatedAtMs })
  }
  const removed: Entry[] = []
  const collection: Collection<K> = {
    ledger,
    removed,
    find(externalId) {
      const entry = ledger.entries[ledger.find(externalId)]
      return entry && collection.read(entry)
    },
    change(externalId, fields) {
      const entry = ledger.entries[ledger.find(externalId)]
      if (entry === undefined) return
      const lead = leadOf(entry)
      changed.set(lead, { ...changed.get(lead), ...fields })
      touch(entry)
    },
    read(entry) {
      const lead = leadOf(entry)
      // Spreading a generic type loses what it is; the two times complete a timeless item.
      return {
        ...make(plan, lead, entry.revision),
        ...changed.get(lead),
        externalId: entry.id,
        createdAt: new Date(bornMs(entry.index) - DAY_MS),
        externalUpdatedAt: new Date(entry.updatedAtMs),
      } as unknown as SimulatedItems[K]
    },
    edit(position) {
      const entry = entryAt(ledger, kind, position)
      touch(entry)
      return entry.id
    },
    add(given) {
      if (partOf !== undefined) return partOf.add(given)
      const index = nextIndex++
      const id = given ?? plan.idOf(kind, index)
      ledger.add({ index, id, revision: 0, updatedAtMs: clock.now().getTime() })
      return id
    },
    catchUp() {
      if (life === undefined || partOf !== undefined) return []
      const due = ledger.entries.filter(({ index, updatedAtMs }) => changedMs(index) > updatedAtMs)
      for (const entry of due) ledger.replace(ledger.find(entry.id), { ...entry, updatedAtMs: changedMs(entry.index) })
      const created: CaughtUp[] = []
      for (; nextIndex < countNow(); nextIndex++) {
        const id = plan.idOf(kind, nextIndex)
        ledger.add({ index: nextIndex, id, revision: 0, updatedAtMs: changedMs(nextIndex) })
        created.push({ what: 'created', id })
      }
      return [...due.map(({ id }) => ({ what: 'updated', id }) as const), ...created]
    },
    remove(position) {
      const entry = entryAt(ledger, kind, position)
      ledger.remove(position)
      removed.push({ ...entry, updatedAtMs: clock.now().getTime() })
      return entry.id
    },
  }
  return collection
}

function entryAt({ entries }: Ledger, kind: RowKind, position: number): Entry {
  const entry = entries[position]
  if (entry === undefined) throw new RangeError(`There are ${entries.length} ${kind}; none at ${position}`)
  return entry
}
