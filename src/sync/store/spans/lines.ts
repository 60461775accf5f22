/** What is said of one day. Null: the PMS said nothing, or that there is none. */
export type Slot = number | boolean | null
/** A slot a day of a month. */
export type Line = readonly Slot[]
/** An attribute's month: a line, or one a number of persons. Null when nothing is said on any of its days. */
export type Lines = readonly Line[] | null
/** All of a month, by attribute. */
export type MonthValues = Readonly<Record<string, Lines>>

/** As a span or a column has them: `[1, 2]` is one line, `[[1, 2], [3, 4]]` are two. Undefined and null say nothing. */
export function linesOf(list: unknown): Lines {
  if (!Array.isArray(list) || list.length === 0) return null
  return Array.isArray(list[0]) ? (list as Slot[][]) : [list as Slot[]]
}

/** Puts `length` days of `source`, from its day `from`, at the place `at` of a month; the lines are the caller's own. */
export function putLines(target: Slot[][], source: readonly Line[], place: Place, monthLength: number): void {
  const { at, from, length } = place
  while (target.length < source.length) target.push(new Array<Slot>(monthLength).fill(null))
  for (const [i, line] of target.entries()) {
    const values = source[i]
    for (let day = 0; day < length; day++) line[at + day] = values?.[from + day] ?? null
  }
}

export interface Place {
  /** Slot of the month. */
  readonly at: number
  /** Day of the span. */
  readonly from: number
  /** Days. */
  readonly length: number
}

/** Whether the month already says what the span says of its days. */
export function saysSame(stored: Lines, source: readonly Line[], { at, from, length }: Place): boolean {
  const count = Math.max(stored?.length ?? 0, source.length)
  for (let i = 0; i < count; i++) {
    const [month, span] = [stored?.[i], source[i]]
    for (let day = 0; day < length; day++) {
      if ((month?.[at + day] ?? null) !== (span?.[from + day] ?? null)) return false
    }
  }
  return true
}

export const isSilent = (line: Line, at = 0, length = line.length) => {
  for (let day = at; day < at + length; day++) if (line[day] !== null) return false
  return true
}

/** The one way to store it: without lines of more persons than anything is said of, null when nothing is said at all. */
export function trimLines(lines: Slot[][]): Lines {
  const last = lines.findLastIndex((line) => !isSilent(line))
  return last < 0 ? null : lines.slice(0, last + 1)
}

export function sameLines(one: Lines, other: Lines): boolean {
  if (one === null || other === null) return one === other
  return one.length === other.length && one.every((line, i) => line.every((slot, day) => slot === other[i]?.[day]))
}
