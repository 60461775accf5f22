import { isInScope, SCOPED_ROLE } from './2026-w48/20261128100000-row-level-security.ts'

export interface MonthTable {
  readonly name: string
  /** Text columns that tell series apart, in the order of the key. */
  readonly series: readonly string[]
  /** Column → type of its array: a slot a day. */
  readonly days: Readonly<Record<string, string>>
}

/**
 * The statements that make a table of calendar months: a row a series and month, a column an attribute, an array slot a day.
 * Its key is all that finds a row; a month of all series has an index. Migrations are made of it, so what it makes never
 * changes. No length of arrays is checked: what writes them cuts at the ends of months, and properties hold it to that.
 */
export function monthTable({ name, series, days }: MonthTable): readonly string[] {
  const keys = series.map((column) => `${column} text NOT NULL`)
  const columns = Object.entries(days).map(([column, type]) => `${column} ${type}[]`)
  return [
    `CREATE TABLE ${name} (
      hotel_id text NOT NULL, provider text NOT NULL, ${keys.join(', ')}, month date NOT NULL,
      ${columns.join(', ')}, metadata jsonb, last_synced_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (hotel_id, provider, ${series[0]}, month${series
        .slice(1)
        .map((column) => `, ${column}`)
        .join('')}),
      CHECK (extract(day FROM month) = 1)
    )`,
    `CREATE INDEX ${name}_by_month ON ${name} (hotel_id, month)`,
    `ALTER TABLE ${name} ALTER COLUMN hotel_id SET STATISTICS 0`,
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY pms_within_scope ON ${name} USING (${isInScope('hotel_id')})`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${name} TO ${SCOPED_ROLE}`,
  ]
}
