import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { createdAtColumn, jsonColumn, primaryKey } from './columns.ts'

/** Who did what, and when. Written in the transaction of the deed, never changed. */
export const AuditEntryEntity = defineEntity({
  name: 'AuditEntry',
  tableName: 'pms_audit_entry',
  properties: {
    id: primaryKey(),
    hotelId: p.text(),
    /** A token's subject, or the part of the service that acted by itself. */
    actor: p.text(),
    /** Such as `webhook.secret.rotated`. */
    action: p.text(),
    /** Never secrets, never guests' data. */
    details: jsonColumn(),
    createdAt: createdAtColumn(),
  },
})

export type AuditEntry = InferEntity<typeof AuditEntryEntity>
