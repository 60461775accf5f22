/** A line or a layer of bars. */
export interface Series {
  readonly name: string
  /** One a time; null: nothing is known. */
  readonly values: readonly (number | null)[]
  /** Drawn thin across the others: what they should stay under. */
  readonly isLimit?: boolean
}

/** What a chart and its table are made of. */
export interface ChartData {
  /** What it shows, for screen readers. */
  readonly label: string
  /** Starts of hours or days, in ms since 1970. */
  readonly times: readonly number[]
  readonly series: readonly Series[]
  readonly kind: 'lines' | 'stack'
  readonly unit: 'time' | 'count'
}

const BUCKET_MS = { HOUR: 3_600_000, DAY: 86_400_000 } as const
const SPAN_BUCKETS = { DAY: 24, WEEK: 7 * 24, MONTH: 30 } as const

/** Every hour or day of UTC that a span has, the present one last: gaps are part of the picture. */
export function timesOf(span: keyof typeof SPAN_BUCKETS, now: number): number[] {
  const bucketMs = BUCKET_MS[span === 'MONTH' ? 'DAY' : 'HOUR']
  const last = Math.floor(now / bucketMs)
  const count = SPAN_BUCKETS[span]
  return Array.from({ length: count }, (_, index) => (last - count + 1 + index) * bucketMs)
}

/** Values in the order of the times; null where there is no row. */
export function valuesAt<Row extends { readonly at: string }>(
  times: readonly number[],
  rows: readonly Row[],
  read: (row: Row) => number,
): (number | null)[] {
  const byTime = new Map(rows.map((row) => [Date.parse(row.at), read(row)]))
  return times.map((time) => byTime.get(time) ?? null)
}
