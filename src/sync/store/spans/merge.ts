import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from '../../../records/common.ts'
import type { ValidItem } from '../validate.ts'
import type { CutMonth, MonthKey, Piece } from './cut.ts'
import { isSilent, type MonthValues, putLines, type Slot, sameLines, saysSame, trimLines } from './lines.ts'

/** A month as it is stored in one currency. */
export interface StoredMonth {
  readonly currency: string
  readonly values: MonthValues
  readonly metadata: JsonObject | null
  /** What is stored was fetched after what is to be merged: nothing of it may be taken back. */
  readonly isNewer: boolean
}

export interface MergedMonth extends MonthKey {
  readonly currency: string
  /** Null: it is not stored yet. */
  readonly before: MonthValues | null
  readonly after: MonthValues
  readonly metadata: JsonObject | null
}

/** What became of the spans of a month. */
export interface Merge {
  /** Those that are not what is stored. */
  readonly changed: readonly MergedMonth[]
  /** Spans that say something else than what is stored. */
  readonly different: readonly ValidItem[]
  /** Of those, the ones that must not be stored. */
  readonly heldBack: readonly ValidItem[]
}

const NOTHING: Merge = { changed: [], different: [], heldBack: [] }

/**
 * Lays spans over what is stored of their month, slot by slot. What is said of a day in one currency takes the place of what
 * was said of it in another.
 */
export function mergeMonth(cut: CutMonth, stored: readonly StoredMonth[]): Merge {
  const byCurrency = new Map(stored.map((month) => [month.currency, month]))
  const different = cut.pieces.filter((piece) => isDifferent(piece, byCurrency))
  if (different.length === 0) return NOTHING
  const items = different.map(({ item }) => item)
  if (stored.some(({ isNewer }) => isNewer)) return { changed: [], different: items, heldBack: items }
  const drafts = new Map(stored.map((month) => [month.currency, draftOf(month)]))
  for (const piece of cut.pieces) {
    for (const [currency, draft] of drafts) if (currency !== piece.currency) silence(draft, piece.at, piece.length)
    const draft = drafts.get(piece.currency) ?? new Draft(null)
    drafts.set(piece.currency, draft)
    draft.put(piece, cut.length)
  }
  const { series, month, length } = cut
  const changed = [...drafts].flatMap(([currency, draft]): MergedMonth[] => {
    const merged = draft.merged()
    return merged === null ? [] : [{ series, month, length, currency, ...merged }]
  })
  return { changed, different: items, heldBack: [] }
}

/** Nulls slots of a stored month. Null when there is nothing to null. */
export function silenceDays(
  key: MonthKey,
  stored: StoredMonth,
  runs: readonly { readonly at: number; readonly length: number }[],
): MergedMonth | null {
  const draft = draftOf(stored)
  for (const { at, length } of runs) silence(draft, at, length)
  const merged = draft.merged()
  return merged === null ? null : { ...key, currency: stored.currency, ...merged }
}

function isDifferent(piece: Piece, stored: ReadonlyMap<string, StoredMonth>): boolean {
  const own = stored.get(piece.currency)
  for (const [attribute, lines] of piece.lines) {
    if (!saysSame(own?.values[attribute] ?? null, lines, piece)) return true
  }
  const { metadata } = piece.item.record
  if (metadata !== null && own !== undefined && !isDeepStrictEqual(metadata, own.metadata)) return true
  for (const other of stored.values()) {
    if (other !== own && !isSilentThere(other.values, piece)) return true
  }
  return false
}

const isSilentThere = (values: MonthValues, { at, length }: Piece) =>
  Object.values(values).every((lines) => lines === null || lines.every((line) => isSilent(line, at, length)))

const draftOf = (stored: StoredMonth) => new Draft(stored)

function silence(draft: Draft, at: number, length: number): void {
  for (const attribute of draft.attributes()) draft.silence(attribute, at, length)
}

/** A month in the making. Lines are copied when something is put into them. */
class Draft {
  readonly #stored: StoredMonth | null
  readonly #own = new Map<string, Slot[][]>()
  #metadata: JsonObject | null

  constructor(stored: StoredMonth | null) {
    this.#stored = stored
    this.#metadata = stored?.metadata ?? null
  }

  attributes(): ReadonlySet<string> {
    return new Set([...Object.keys(this.#stored?.values ?? {}), ...this.#own.keys()])
  }

  put(piece: Piece, monthLength: number): void {
    for (const [attribute, lines] of piece.lines) putLines(this.#linesOf(attribute), lines, piece, monthLength)
    this.#metadata = piece.item.record.metadata ?? this.#metadata
  }

  silence(attribute: string, at: number, length: number): void {
    for (const line of this.#linesOf(attribute)) line.fill(null, at, at + length)
  }

  /** Null when it is what is stored, or says nothing and is not stored. */
  merged(): Pick<MergedMonth, 'before' | 'after' | 'metadata'> | null {
    const after: Record<string, MonthValues[string]> = { ...this.#stored?.values }
    let isChanged = false
    for (const [attribute, lines] of this.#own) {
      const trimmed = trimLines(lines)
      if (sameLines(trimmed, this.#stored?.values[attribute] ?? null)) continue
      isChanged = true
      after[attribute] = trimmed
    }
    const sameRules = this.#stored === null || isDeepStrictEqual(this.#metadata, this.#stored.metadata)
    if (!isChanged && sameRules) return null
    return { before: this.#stored?.values ?? null, after, metadata: this.#metadata }
  }

  #linesOf(attribute: string): Slot[][] {
    const own = this.#own.get(attribute) ?? (this.#stored?.values[attribute] ?? []).map((line) => [...line])
    this.#own.set(attribute, own)
    return own
  }
}
