import { type AuditEntry, AuditEntryEntity } from '../entities/audit-entry.ts'
import type { ScopedTransaction } from '../platform/database/database.ts'

/** Notes a deed in the transaction that does it: both are kept or neither is. */
export function audit({ em }: ScopedTransaction, entry: Pick<AuditEntry, 'hotelId' | 'actor' | 'action' | 'details'>) {
  em.create(AuditEntryEntity, entry)
}
