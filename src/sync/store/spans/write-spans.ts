import type { Sql } from '../../../platform/database/database.ts'
import type { SpanEntity } from '../../synced/synced-entity.ts'
import type { Scope } from '../upsert.ts'
import type { ValidItem } from '../validate.ts'
import type { WriteOptions, Written } from '../write-items.ts'
import { type CutMonth, cutSpans } from './cut.ts'
import { type MergedMonth, mergeMonth } from './merge.ts'
import { insertMonths, lockMonths, type MonthsOf, readMonths, updateMonths } from './months.ts'
import { noteChanges } from './note-changes.ts'

/**
 * Stores a page of spans: cut at the ends of months, merged with what is stored, and written where that differs. What is
 * unchanged is only read: not even a lock is taken, for that is a write too.
 */
export async function writeSpans(
  tx: Sql,
  entity: SpanEntity,
  scope: Scope,
  items: readonly ValidItem[],
  { fetchedAt, probe, origin }: WriteOptions,
): Promise<Written> {
  const of = { entity, fetchedAt, hotelId: scope.hotelId, provider: scope.provider }
  const tally = new Tally()
  let pending = cutSpans(entity, items)
  if (probe) pending = await findDifferent(tx, of, pending, tally)
  // Whoever stored a month between our look and our insert wins; then it is there, and is merged with.
  while (pending.length > 0) pending = await mergeLocked(tx, of, pending, tally)
  // The first load of a hotel is no change: nobody has known anything else.
  const positions =
    probe && origin?.syncLogId ? await noteChanges(tx, of, { syncLogId: origin.syncLogId }, tally.months) : []
  return tally.written(positions)
}

async function findDifferent(tx: Sql, of: MonthsOf, cuts: readonly CutMonth[], tally: Tally): Promise<CutMonth[]> {
  const stored = await readMonths(tx, of, cuts)
  return cuts.filter((cut, i) => {
    const { different, heldBack } = mergeMonth(cut, stored[i] ?? [])
    if (heldBack.length > 0) tally.holdBack(heldBack)
    return different.length > 0 && heldBack.length === 0
  })
}

/** @returns what somebody else has stored first */
async function mergeLocked(tx: Sql, of: MonthsOf, cuts: readonly CutMonth[], tally: Tally): Promise<CutMonth[]> {
  const stored = await lockMonths(tx, of, cuts)
  const merges = cuts.map((cut, i) => ({ cut, ...mergeMonth(cut, stored[i] ?? []) }))
  const changed = merges.flatMap((merge) => merge.changed)
  await updateMonths(
    tx,
    of,
    changed.filter(({ before }) => before !== null),
  )
  const overtaken = new Set(
    await insertMonths(
      tx,
      of,
      changed.filter(({ before }) => before === null),
    ),
  )
  const isDone = ({ changed }: { changed: readonly MergedMonth[] }) => !changed.some((month) => overtaken.has(month))
  for (const merge of merges.filter(isDone)) tally.note(merge)
  return merges.filter((merge) => !isDone(merge)).map(({ cut }) => cut)
}

/** What became of each span, over all of its months. */
class Tally {
  readonly #created = new Set<ValidItem>()
  readonly #updated = new Set<ValidItem>()
  readonly #heldBack = new Set<ValidItem>()
  readonly months: MergedMonth[] = []

  note({ changed, different, heldBack }: ReturnType<typeof mergeMonth>): void {
    this.holdBack(heldBack)
    this.months.push(...changed)
    if (changed.length === 0) return
    const isCreated = changed.every(({ before }) => before === null)
    for (const item of different) (isCreated ? this.#created : this.#updated).add(item)
  }

  holdBack(items: readonly ValidItem[]): void {
    for (const item of items) this.#heldBack.add(item)
  }

  /** @param positions of the ranges that changed */
  written(positions: readonly string[]): Written {
    const [created, updated] = [[...this.#created], [...this.#updated].filter((item) => !this.#created.has(item))]
    const written = new Set([...created, ...updated])
    const heldBack = [...this.#heldBack].filter((item) => !written.has(item)).length
    const rows = positions.map((position) => ({ id: position, externalId: position, created: false, changedAt: null }))
    return { rows, created: created.length, updated: updated.length, heldBack }
  }
}
