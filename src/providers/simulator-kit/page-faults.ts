import type { RowKind } from '../provider.ts'
import type { SimulatorFaults } from '../simulator.ts'
import type { Entry } from './ledger.ts'
import type { Random } from './random.ts'

/** A page that is about to be sent. */
export interface Delivery {
  readonly entries: readonly Entry[]
  /** Whether pages came before it in the same walk. */
  readonly isContinued: boolean
  /** What the walk has not delivered after this page. Asked for only while a fault needs it. */
  undelivered(): readonly Entry[]
}

export interface PageFaultOptions {
  readonly random: Random
  readonly faults: () => SimulatorFaults
  wire(kind: RowKind, entry: Entry): unknown
  spoil(kind: RowKind, raw: unknown): unknown
  /** Edits the item with this id. */
  edit(kind: RowKind, id: string): void
}

/** Turns pages into raw items and puts the faults on them that concern items. */
export function createPageFaults({ random, faults, wire, spoil, edit }: PageFaultOptions) {
  const lastPages = new Map<RowKind, readonly unknown[]>()
  return (kind: RowKind, { entries, isContinued, undelivered }: Delivery): unknown[] => {
    const { malformedItem = 0, malformedItems = 0, duplicate = 0, reorder = false, editWhilePaging = 0 } = faults()
    const clean = entries.map((entry) => wire(kind, entry))
    const items = clean.map((item) => (malformedItems > 0 && random.chance(malformedItems) ? spoil(kind, item) : item))
    if (random.chance(malformedItem) && items.length > 0) {
      const position = random.int(0, items.length - 1)
      items[position] = spoil(kind, items[position])
    }
    const last = lastPages.get(kind) ?? []
    if (random.chance(duplicate) && isContinued && last.length > 0) items.push(last[random.int(0, last.length - 1)])
    if (reorder) shuffle(items, random)
    lastPages.set(kind, clean)
    if (random.chance(editWhilePaging)) editSome(undelivered(), (id) => edit(kind, id), random)
    return items
  }
}

/** Keeps what may identify an item and makes everything else something that no reader expects. */
export function spoilItem(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return null
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [key, /id$/i.test(key) ? value : { unexpected: true }]),
  )
}

function shuffle(items: unknown[], random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.int(0, i)
    ;[items[i], items[j]] = [items[j], items[i]]
  }
}

function editSome(entries: readonly Entry[], edit: (id: string) => void, random: Random): void {
  const ids = entries.map(({ id }) => id)
  for (let left = random.int(1, 3); left > 0 && ids.length > 0; left--) {
    const [id] = ids.splice(random.int(0, ids.length - 1), 1)
    if (id !== undefined) edit(id)
  }
}
