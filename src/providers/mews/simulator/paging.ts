import { z } from 'zod'
import type { RowKind } from '../../provider.ts'
import { createView, type Entry } from '../../simulator-kit/ledger.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { indexOf } from './ids.ts'

export const limitation = z.object({ Count: z.int().min(1).max(1_000), Cursor: z.guid().nullish() })
export type Limitation = z.output<typeof limitation>

/** An entry and when it was created: Mews pages from the newest to the oldest. */
interface Aged {
  readonly entry: Entry
  readonly createdMs: number
}

const views = new WeakMap<object, () => readonly Aged[]>()

/** All entries of a kind, newest first. */
export function newestFirst(hotel: SimulatedHotel, kind: RowKind): readonly Aged[] {
  const { ledger } = hotel.collections[kind]
  const view =
    views.get(ledger) ?? createView(ledger, (entries) => entries.map((one) => aged(hotel, kind, one)).sort(compare))
  views.set(ledger, view)
  return view()
}

/** With those that were removed, for lists that still show them. */
export const withRemoved = (hotel: SimulatedHotel, kind: RowKind): readonly Aged[] =>
  [...newestFirst(hotel, kind), ...hotel.collections[kind].removed.map((one) => aged(hotel, kind, one))].sort(compare)

function aged({ collections }: SimulatedHotel, kind: RowKind, entry: Entry): Aged {
  return { entry, createdMs: collections[kind].read(entry).createdAt.getTime() }
}

const compare = (a: Aged, b: Aged) => b.createdMs - a.createdMs || (a.entry.id < b.entry.id ? 1 : -1)

/** An entry by its id, also one that a clerk removed: Mews forgets nothing, it only makes things inactive. */
export const entryOf = (id: string): Entry => ({ index: indexOf(id), id, revision: 0, updatedAtMs: 0 })

/** The entries of `matching` that come after the cursor. It names a position in the order, whatever became of the item. */
export function afterCursor(hotel: SimulatedHotel, kind: RowKind, matching: readonly Aged[], { Cursor }: Limitation) {
  if (Cursor == null) return matching
  const cursor = aged(hotel, kind, entryOf(Cursor))
  return matching.filter((one) => compare(one, cursor) > 0)
}

/** A page of a list that is small enough to be put together whole. */
export function pageOf<T extends { Id: string }>(items: readonly T[], { Count, Cursor }: Limitation) {
  const ordered = items.toSorted((a, b) => (a.Id < b.Id ? 1 : -1))
  const page = ordered.filter(({ Id }) => Cursor == null || Id < Cursor).slice(0, Count)
  return { page, Cursor: page.at(-1)?.Id ?? null }
}
