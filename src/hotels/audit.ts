import { v7 as uuidv7 } from 'uuid'
import type { AuditEntry } from '../entities/audit-entry.ts'
import type { Sql } from '../platform/database/database.ts'

/** Notes a deed in the transaction that does it. */
export async function audit(
  tx: Sql,
  { hotelId, actor, action, details }: Omit<AuditEntry, 'id' | 'createdAt'>,
): Promise<void> {
  await tx.query(`INSERT INTO pms_audit_entry (id, hotel_id, actor, action, details) VALUES ($1, $2, $3, $4, $5)`, [
    uuidv7(),
    hotelId,
    actor,
    action,
    JSON.stringify(details),
  ])
}
