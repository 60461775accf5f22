import DataLoader from 'dataloader'
import { OPEN } from '../../changes/parts/rows.ts'
import { type Change, ChangeEntity } from '../../entities/change.ts'
import { selectList } from '../../entities/select.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { RowType } from '../../records/entity-type.ts'
import { hasFailure, lastRefusal, NO_CHANGES, type RowChanges } from '../lists/row-changes.ts'

/** A row that was read already, and so is the viewer's. */
export interface RowKey {
  readonly hotelId: string
  readonly provider: string
  readonly entityType: RowType
  readonly id: string
  readonly externalId: string
}

const cacheKeyFn = ({ hotelId, id }: RowKey) => `${hotelId} ${id}`

/** In the order in which they were asked for. One look for a page of rows. */
export function openChangesByRow(sql: Sql) {
  return new DataLoader<RowKey, readonly Change[], string>(
    async (keys) => {
      const open = await findOpen<Change>(sql, keys, selectList(ChangeEntity, 'c'))
      return keys.map(({ id }) => open.get(id) ?? [])
    },
    { cacheKeyFn },
  )
}

export function changesByRow(sql: Sql) {
  return new DataLoader<RowKey, RowChanges, string>(
    async (keys) => {
      const [open, troubled] = await Promise.all([findOpen<OpenState>(sql, keys, OPEN_STATE), findTroubled(sql, keys)])
      return keys.map(({ id }) => ({ ...NO_CHANGES, ...troubled.get(id), open: open.get(id) ?? [] }))
    },
    { cacheKeyFn },
  )
}

/** All that a status needs: not the values. */
type OpenState = Pick<Change, 'entityId' | 'state' | 'error'>
const OPEN_STATE = 'c.entity_id AS "entityId", c.state, c.error'

async function findOpen<T extends Pick<Change, 'entityId'>>(
  sql: Sql,
  keys: readonly RowKey[],
  columns: string,
): Promise<Map<string, T[]>> {
  const rows = await sql.query<T>(
    `SELECT ${columns} FROM pms_change c
     WHERE c.hotel_id = ANY ($1::text[]) AND c.entity_type = ANY ($2::text[]) AND c.entity_id = ANY ($3::uuid[])
       AND ${OPEN} ORDER BY c.number`,
    [distinct(keys, 'hotelId'), distinct(keys, 'entityType'), keys.map(({ id }) => id)],
  )
  return Map.groupBy(rows, ({ entityId }) => entityId)
}

interface Connected {
  readonly hotelId: string
  readonly provider: string
}

/** How many changes of a connection are open, and how they stand. */
export interface OpenCounts {
  readonly waiting: number
  readonly underWay: number
  readonly unknown: number
  readonly forPerson: number
  readonly conflicts: number
}

const NONE_OPEN: OpenCounts = { waiting: 0, underWay: 0, unknown: 0, forPerson: 0, conflicts: 0 }

export function openChangesByConfiguration(sql: Sql) {
  const keyOf = ({ hotelId, provider }: Connected) => `${hotelId} ${provider}`
  return new DataLoader<Connected, OpenCounts, string>(
    async (keys) => {
      const rows = await sql.query<OpenCounts & Connected>(
        `SELECT c.hotel_id AS "hotelId", c.provider,
           count(*) FILTER (WHERE c.state = 'PENDING')::integer AS waiting,
           count(*) FILTER (WHERE c.state IN ('SENDING', 'AWAITING'))::integer AS "underWay",
           count(*) FILTER (WHERE c.state = 'UNKNOWN')::integer AS unknown,
           count(*) FILTER (WHERE c.waiting_for = 'PERSON')::integer AS "forPerson",
           count(*) FILTER (WHERE c.state = 'CONFLICT')::integer AS conflicts
         FROM pms_change c WHERE c.hotel_id = ANY ($1::text[])
           AND ${OPEN} GROUP BY 1, 2`,
        [[...new Set(keys.map(({ hotelId }) => hotelId))]],
      )
      const counts = new Map(rows.map(({ hotelId, provider, ...open }) => [keyOf({ hotelId, provider }), open]))
      return keys.map((key) => counts.get(keyOf(key)) ?? NONE_OPEN)
    },
    { cacheKeyFn: keyOf },
  )
}

const ASKED = { hotelId: 'k.hotel_id', provider: 'k.provider', type: 'k.entity_type', externalId: 'k.external_id' }

/** Rows whose last change was refused, or that could not be stored when they last came. */
async function findTroubled(sql: Sql, keys: readonly RowKey[]) {
  const rows = await sql.query<{ id: string; refused: string | null; hasFailure: boolean }>(
    `SELECT k.id, ${lastRefusal('k.hotel_id', 'k.id')} AS refused, ${hasFailure(ASKED)} AS "hasFailure"
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
       AS k (id, hotel_id, provider, entity_type, external_id)`,
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
