import DataLoader from 'dataloader'
import { type Change, ChangeEntity } from '../../entities/change.ts'
import { selectList } from '../../entities/select.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { RowType } from '../../records/entity-type.ts'

/** A row that was read already, and so is the viewer's. */
export interface RowKey {
  readonly hotelId: string
  readonly provider: string
  readonly entityType: RowType
  readonly id: string
  readonly externalId: string
}

/** What the changes and failures of a row say of it; the last change matters only when it was refused. */
export interface RowChanges {
  readonly open: readonly Change[]
  readonly refused: string | null
  readonly hasFailure: boolean
}

const NOTHING: RowChanges = { open: [], refused: null, hasFailure: false }
const cacheKeyFn = ({ hotelId, id }: RowKey) => `${hotelId} ${id}`

/** In the order in which they were asked for. One look for a page of rows. */
export function openChangesByRow(sql: Sql) {
  return new DataLoader<RowKey, readonly Change[], string>(
    async (keys) => {
      const open = await findOpen(sql, keys)
      return keys.map(({ id }) => open.get(id) ?? [])
    },
    { cacheKeyFn },
  )
}

export function changesByRow(sql: Sql) {
  return new DataLoader<RowKey, RowChanges, string>(
    async (keys) => {
      const [open, troubled] = await Promise.all([findOpen(sql, keys), findTroubled(sql, keys)])
      return keys.map(({ id }) => ({ ...NOTHING, ...troubled.get(id), open: open.get(id) ?? [] }))
    },
    { cacheKeyFn },
  )
}

async function findOpen(sql: Sql, keys: readonly RowKey[]): Promise<Map<string, Change[]>> {
  const rows = await sql.query<Change>(
    `SELECT ${selectList(ChangeEntity, 'c')} FROM pms_change c
     WHERE c.hotel_id = ANY ($1::text[]) AND c.entity_type = ANY ($2::text[]) AND c.entity_id = ANY ($3::uuid[])
       AND c.state IN ('PENDING', 'SENDING', 'AWAITING', 'UNKNOWN', 'CONFLICT') ORDER BY c.number`,
    [distinct(keys, 'hotelId'), distinct(keys, 'entityType'), keys.map(({ id }) => id)],
  )
  return Map.groupBy(rows, ({ entityId }) => entityId)
}

/** Rows whose last change was refused, or that could not be stored when they last came. */
async function findTroubled(sql: Sql, keys: readonly RowKey[]) {
  const rows = await sql.query<{ id: string; refused: string | null; hasFailure: boolean }>(
    `SELECT k.id, last.error AS refused, EXISTS (SELECT FROM pms_sync_failure f
         WHERE f.hotel_id = k.hotel_id AND f.provider = k.provider AND f.entity_type = k.entity_type
           AND f.external_id = k.external_id AND f.resolved_at IS NULL) AS "hasFailure"
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
       AS k (id, hotel_id, provider, entity_type, external_id)
     LEFT JOIN LATERAL (
       SELECT CASE WHEN state = 'REJECTED' THEN coalesce(error, error_code) END AS error FROM pms_change
       WHERE hotel_id = k.hotel_id AND entity_id = k.id ORDER BY id DESC LIMIT 1
     ) AS last ON true`,
    [
      keys.map(({ id }) => id),
      keys.map(({ hotelId }) => hotelId),
      keys.map(({ provider }) => provider),
      keys.map(({ entityType }) => entityType),
      keys.map(({ externalId }) => externalId),
    ],
  )
  return new Map(rows.map(({ id, refused, hasFailure }) => [id, { refused, hasFailure }]))
}

const distinct = (keys: readonly RowKey[], field: 'hotelId' | 'entityType') => [
  ...new Set(keys.map((key) => key[field])),
]
