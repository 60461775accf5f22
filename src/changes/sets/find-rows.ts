import { syncedTables } from '../../entities/all.ts'
import type { Change } from '../../entities/change.ts'
import { columnName, propertiesOf } from '../../entities/select.ts'
import type { Sql } from '../../platform/database/database.ts'
import { GROUPS } from '../../records/changes/groups.ts'
import type { RowType } from '../../records/entity-type.ts'
import type { TargetRow } from '../asking/lay-out.ts'
import { COLUMNS, OPEN } from '../parts/rows.ts'
import type { KeyName, NamedLine } from './request.ts'

interface Sought {
  readonly hotelId: string
  readonly provider: string
  readonly type: RowType
}

/** Rows that lines name, by kind of name and name: several where a name does not tell one from another. */
export type FoundRows = ReadonlyMap<KeyName, ReadonlyMap<string, readonly TargetRow[]>>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** One statement for each kind of name. */
export async function findRows(sql: Sql, sought: Sought, lines: readonly NamedLine[]): Promise<FoundRows> {
  const found = new Map<KeyName, ReadonlyMap<string, TargetRow[]>>()
  for (const [by, named] of Map.groupBy(lines, (line) => line.by)) {
    const keys = [...new Set(named.map(({ key }) => key))]
    found.set(by, await findBy(sql, sought, by, keys))
  }
  return found
}

async function findBy(sql: Sql, { hotelId, provider, type }: Sought, by: KeyName, keys: readonly string[]) {
  const isId = by === 'id'
  const condition = isId ? 't.id = ANY ($2::uuid[])' : `t.provider = $3 AND t.${columnName(by)} = ANY ($2::text[])`
  const params = isId ? [hotelId, keys.filter((key) => UUID.test(key))] : [hotelId, keys.filter(isText), provider]
  const rows = await sql.query<TargetRow>(
    `SELECT ${columnsOf(type)} FROM ${syncedTables[type].meta.tableName} t
     WHERE t.hotel_id = $1 AND ${condition}${by === 'id' || by === 'externalId' ? '' : ' AND t.deleted_at IS NULL'}`,
    params,
  )
  return Map.groupBy(rows, (row) => String(row[by]))
}

/** PostgreSQL refuses to look for a NUL. */
const isText = (key: string) => !key.includes('\0')

const ALWAYS = ['id', 'provider', 'externalId', 'deletedAt', 'externalUpdatedAt', 'confirmationNumber', 'roomNumber']
const FIELDS = new Set<string>([...ALWAYS, ...Object.values(GROUPS).flat()])

/** Only what changes are made of: ten thousand rows with all that a vendor sent are a lot. */
function columnsOf(type: RowType): string {
  const fields = propertiesOf(syncedTables[type]).filter((field) => FIELDS.has(field))
  return fields.map((field) => `t.${columnName(field)} AS "${field}"`).join(', ')
}

/** What is under way, by the id of the row, in the order in which it was asked for. */
export async function findOpenByRow(
  sql: Sql,
  { hotelId, type }: Pick<Sought, 'hotelId' | 'type'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Change[]>> {
  const open = await sql.query<Change>(
    `SELECT ${COLUMNS} FROM pms_change c
     WHERE c.hotel_id = $1 AND c.entity_type = $2 AND c.entity_id = ANY ($3::uuid[]) AND ${OPEN} ORDER BY c.number`,
    [hotelId, type, ids],
  )
  return Map.groupBy(open, ({ entityId }) => entityId)
}
