import type { RowKind } from '../../provider.ts'
import type { Collections } from '../../simulator-kit/data.ts'
import type { Entry } from '../../simulator-kit/ledger.ts'

/** An item in the order of the vendor's lists. */
export interface ViewRow {
  readonly entry: Entry
  /** Days of the stay; empty for what is no booking. */
  readonly arrival: string
  readonly departure: string
}

export type Views = (kind: RowKind) => readonly ViewRow[]

/** Bookings by arrival, all else by id. Sorted again only after a change. */
export function createViews(): (collections: Collections) => Views {
  const kept = new Map<RowKind, { readonly version: number; readonly rows: readonly ViewRow[] }>()
  return (collections) => (kind) => {
    const { ledger } = collections[kind]
    const known = kept.get(kind)
    if (known?.version === ledger.version) return known.rows
    const rows = ledger.entries.map((entry) => ({ entry, ...stayOf(collections, kind, entry) })).sort(compare)
    kept.set(kind, { version: ledger.version, rows })
    return rows
  }
}

function stayOf(collections: Collections, kind: RowKind, entry: Entry) {
  if (kind !== 'bookings') return { arrival: '', departure: '' }
  const { checkIn, checkOut } = collections.bookings.read(entry)
  return { arrival: checkIn, departure: checkOut }
}

function compare(a: ViewRow, b: ViewRow): number {
  if (a.arrival !== b.arrival) return a.arrival < b.arrival ? -1 : 1
  return a.entry.id < b.entry.id ? -1 : 1
}
