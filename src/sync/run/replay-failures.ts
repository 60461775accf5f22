import type { SyncLog } from '../../entities/sync-log.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { JsonObject } from '../../records/common.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { askedOf } from './plan.ts'
import type { TimedPage } from './read-ahead.ts'

const PAGE_SIZE = 100

/** Which open failures to take up again. */
export interface ReplaySelection {
  hotelId: string
  provider: string
  entityType: EntityType
  failureIds?: readonly string[] | undefined
  syncLogId?: string | undefined
  errorCode?: string | undefined
  path?: string | undefined
  externalId?: string | undefined
  /** Only failures from before then, so that a replay does not meet the failures that it makes itself. */
  before?: Date
}

export function replayOf(log: SyncLog): ReplaySelection {
  const { failureIds, fromSyncLogId, errorCode, path, externalId } = askedOf(log)
  const { hotelId, provider, entityType } = log
  const narrowed = { failureIds, syncLogId: fromSyncLogId, errorCode, path, externalId }
  return { hotelId, provider, entityType, ...narrowed, before: log.queuedAt }
}

const SELECTED = `hotel_id = $1 AND provider = $2 AND entity_type = $3 AND resolved_at IS NULL
  AND ($4::uuid[] IS NULL OR id = ANY($4)) AND ($5::uuid IS NULL OR sync_log_id = $5)
  AND created_at <= coalesce($6::timestamptz, 'infinity') AND ($7::text IS NULL OR error_code = $7)
  AND ($8::text IS NULL OR coalesce(path, '') = $8) AND ($9::text IS NULL OR external_id = $9)`

const parametersOf = (selection: ReplaySelection) => [
  selection.hotelId,
  selection.provider,
  selection.entityType,
  selection.failureIds ?? null,
  selection.syncLogId ?? null,
  selection.before ?? null,
  selection.errorCode ?? null,
  selection.path ?? null,
  selection.externalId ?? null,
]

export async function countReplayable(sql: Sql, selection: ReplaySelection): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*) AS count FROM pms_sync_failure WHERE ${SELECTED}`,
    parametersOf(selection),
  )
  return row?.count ?? 0
}

/** Quarantined items as pages, the way a vendor would deliver them. The items of a page were fetched at the same time. */
export async function* replayPages(
  sql: Sql,
  selection: ReplaySelection,
  cursor: string | null,
): AsyncGenerator<TimedPage> {
  const total = await countReplayable(sql, selection)
  let after = cursor
  while (true) {
    const found = await sql.query<{ id: string; raw: JsonObject; fetchedAt: Date }>(
      `SELECT id, raw, fetched_at AS "fetchedAt" FROM pms_sync_failure
       WHERE ${SELECTED} AND ($10::uuid IS NULL OR id > $10) ORDER BY id LIMIT ${PAGE_SIZE}`,
      [...parametersOf(selection), after],
    )
    // What a page without items was fetched at says nothing.
    const fetchedAt = found[0]?.fetchedAt ?? new Date(0)
    const page = found.filter((failure) => failure.fetchedAt.getTime() === fetchedAt.getTime())
    const isLast = page.length === found.length && found.length < PAGE_SIZE
    after = found.findLast((failure) => page.includes(failure))?.id ?? null
    const ids = page.map(({ id }) => id)
    yield {
      items: page.map(({ raw }) => raw),
      cursor: isLast ? null : after,
      total,
      fetchedAt,
      replayedFailureIds: ids,
    }
    if (isLast) return
  }
}
