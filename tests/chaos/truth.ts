import type { z } from 'zod'
import { syncedTables } from '../../src/entities/all.ts'
import { selectList } from '../../src/entities/select.ts'
import type { Sql } from '../../src/platform/database/database.ts'
import type { RowKind } from '../../src/providers/provider.ts'
import { entityTypeOf, recordTypes } from '../../src/records/entity-type.ts'
import type { GuestHouse } from './guest-house.ts'
import { kindsOf } from './people.ts'

type Row = Record<string, unknown>

/** Where our rows differ from what the PMS has; a line each, empty when nothing does. */
export async function differences(sql: Sql, houses: readonly GuestHouse[]): Promise<string[]> {
  const lines: string[] = []
  for (const house of houses)
    for (const kind of kindsOf(house)) {
      // Of some lists nobody can tell whether what is not in them is gone: OPERA's of repairs end after 90 days.
      const isTold = house.adapter.proves?.[kind] !== 'NOTHING'
      lines.push(...(await differencesOf(sql, house, kind)).filter((line) => isTold || !isOnlyGone(line)))
    }
  return lines
}

const GONE = 'is gone at the PMS'
export const isOnlyGone = (line: string) => line.endsWith(GONE)

export async function differencesOf(
  sql: Sql,
  { hotelId, simulator }: Pick<GuestHouse, 'hotelId' | 'simulator'>,
  kind: RowKind,
) {
  const type = entityTypeOf(kind)
  const entity = syncedTables[type]
  const rows = await sql.query<Row>(
    `SELECT ${selectList(entity)} FROM ${entity.meta.tableName} WHERE hotel_id = $1 AND deleted_at IS NULL`,
    [hotelId],
  )
  const stored = new Map(rows.map((row) => [String(row.externalId), row]))
  const lines: string[] = []
  for (const facts of simulator.data.facts(kind)) {
    const id = String(facts.externalId)
    const row = stored.get(id)
    stored.delete(id)
    if (row === undefined) lines.push(`${hotelId}: ${kind} ${id} is missing`)
    else
      lines.push(
        ...wrongFields(facts as Row, row, kind).map((field) => `${hotelId}: ${kind} ${id} has another ${field}`),
      )
  }
  return [...lines, ...[...stored.keys()].map((id) => `${hotelId}: ${kind} ${id} ${GONE}`)]
}

/** The vendor may not be able to say everything; what it says is read as records are. */
function wrongFields(facts: Row, row: Row, kind: RowKind): string[] {
  const { shape } = recordTypes[entityTypeOf(kind)].schema
  const read = (field: string) => (shape as Record<string, z.ZodType>)[field]?.parse(facts[field])
  return Object.keys(facts).filter((field) => field in row && plain(read(field)) !== plain(row[field]))
}

const plain = (value: unknown): string => JSON.stringify(value ?? null)
