import type { Database } from '../src/platform/database/database.ts'

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** @param share 0.95 for the 95th percentile */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
}

/** A table of `median [min–max]`, a line a figure. */
export function report(title: string, figures: Readonly<Record<string, readonly number[]>>): void {
  console.log(`\n${title}`)
  for (const [name, values] of Object.entries(figures)) {
    const range = values.length > 1 ? ` [${format(Math.min(...values))}–${format(Math.max(...values))}]` : ''
    console.log(`  ${name.padEnd(52)} ${format(median(values))}${range}`)
  }
}

const format = (value: number) => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2))

/** Write-ahead log written meanwhile, by anybody: run it on a database of its own. */
export async function walBytes(database: Database, work: () => Promise<void>): Promise<number> {
  const position = async () => {
    const [row] = await database.query<{ at: number }>(
      `SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint AS at`,
    )
    return row?.at ?? 0
  }
  const before = await position()
  await work()
  return (await position()) - before
}
