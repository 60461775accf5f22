import { SYNCED_COLUMNS } from './2026-w48/20261123000000-initial.ts'
import { isInScope, SCOPED_ROLE } from './2026-w48/20261128100000-row-level-security.ts'

export interface EntityTable {
  readonly name: string
  /** Its own columns, as SQL. */
  readonly columns: string
  /** Suffix of the name → what is indexed; each leads with the hotel. */
  readonly indexes?: Readonly<Record<string, string>>
}

/**
 * The statements that make the table of an entity type: columns and key that all have, row-level security, rights, and no
 * statistics on `hotel_id`, for the reason that the first migration gives. Migrations are made of it, so what it makes never
 * changes: a table that needs something else gets it in its own migration.
 */
export function entityTable({ name, columns, indexes = {} }: EntityTable): readonly string[] {
  const all = Object.entries({ by_id: 'id', ...indexes })
  return [
    `CREATE TABLE ${name} (${SYNCED_COLUMNS}, ${columns}, UNIQUE (hotel_id, provider, external_id))`,
    ...all.map(([suffix, indexed]) => `CREATE INDEX ${name}_${suffix} ON ${name} (hotel_id, ${indexed})`),
    `ALTER TABLE ${name} ALTER COLUMN hotel_id SET STATISTICS 0`,
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY pms_within_scope ON ${name} USING (${isInScope('hotel_id')})`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${name} TO ${SCOPED_ROLE}`,
  ]
}
