import { v7 as uuidv7 } from 'uuid'
import { type AuditEntry, AuditEntryEntity } from '../entities/audit-entry.ts'
import type { ScopedTransaction, Statement } from '../platform/database/database.ts'

/** Everything that a person can do here, one for each mutation at least: `tests/api/audit.test.ts` names one without. */
export const AUDIT_ACTIONS = [
  'hotel.registered',
  'hotel.updated',
  'hotel.removed',
  'configuration.created',
  'configuration.changed',
  'configuration.deleted',
  'configuration.tested',
  'configuration.paused',
  'configuration.resumed',
  'change.requested',
  'change.cancelled',
  'change.settled',
  'change.resolved',
  'change.ended',
  'change.repeated',
  'change-set.created',
  'change-set.previewed',
  'change-set.run',
  'change-set.paused',
  'change-set.resumed',
  'change-set.cancelled',
  'change-set.stopped',
  'change-set.ended',
  'sync.requested',
  'sync.cancelled',
  'provider.retried',
  'failures.replayed',
  'webhook.secret.rotated',
  'webhook.test.sent',
  'webhook.events.replayed',
  'channel.connected',
  'channel.disconnected',
  'channel.paused',
  'channel.resumed',
  'personal-data.revealed',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Who acts when nobody is signed in: a start, a command line, a worker. */
const SERVICE = 'service'

interface Deed extends Pick<AuditEntry, 'hotelId' | 'details'> {
  readonly actor: string | null | undefined
  readonly action: AuditAction
}

/** Notes a deed in the transaction that does it: both are kept or neither is. */
export function audit({ em }: ScopedTransaction, { actor, ...deed }: Deed): void {
  em.create(AuditEntryEntity, { actor: actor || SERVICE, ...deed })
}

/** The same of several deeds, as a statement to be sent with others. */
export function auditStatement(deeds: readonly Deed[]): Statement {
  const rows = deeds.map(({ actor, ...deed }) => ({ id: uuidv7(), actor: actor || SERVICE, ...deed }))
  return {
    text: `INSERT INTO pms_audit_entry (id, hotel_id, actor, action, details)
      SELECT id, "hotelId", actor, action, details
      FROM jsonb_to_recordset($1) AS t (id uuid, "hotelId" text, actor text, action text, details jsonb)`,
    params: [JSON.stringify(rows)],
  }
}
