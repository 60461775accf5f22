import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { entityTypeColumn, instantColumn, primaryKey } from './columns.ts'

/** A field of a row that was one thing and is another since we saw it. Written with the row itself; see sync/store/upsert.ts. */
export const HistoryEntryEntity = defineEntity({
  name: 'HistoryEntry',
  tableName: 'pms_history',
  properties: {
    id: primaryKey(),
    hotelId: p.text(),
    provider: p.text(),
    entityType: entityTypeColumn(),
    /** Our id of the row. */
    rowId: p.uuid(),
    field: p.text(),
    before: p.text().strictNullable(),
    after: p.text().strictNullable(),
    /** When what it became was read. No vendor says when it happened, nor who did it. */
    seenAt: instantColumn(),
    /** The run that read it; webhooks are runs, too. */
    syncLogId: p.uuid(),
    /** The change of ours that it came of. */
    changeId: p.uuid().strictNullable(),
  },
})

export type HistoryEntry = InferEntity<typeof HistoryEntryEntity>
