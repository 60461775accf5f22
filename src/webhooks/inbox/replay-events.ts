import type { WebhookEventStatus } from '../../entities/webhook-event.ts'
import { badUserInput } from '../../errors.ts'
import { audit } from '../../hotels/audit.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { JsonObject } from '../../records/common.ts'
import type { InboxDeps } from '../endpoints/deps.ts'

/** Which events to take up again: those named, those that match, or all that are dead. */
export interface EventSelection {
  readonly hotelId: string
  readonly provider?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly filter?: EventFilter | undefined
  readonly all?: boolean | undefined
}

export interface EventFilter {
  readonly status?: readonly WebhookEventStatus[] | undefined
  readonly eventType?: string | undefined
  readonly externalId?: string | undefined
  readonly receivedFrom?: Date | undefined
  readonly receivedTo?: Date | undefined
}

/** How many there are; with `dryRun` nothing else happens. */
export interface ReplayInput extends EventSelection {
  readonly dryRun: boolean
  readonly actor: string
}

/** What still waits is not replayed, and what concerns nothing has nothing to replay. */
const REPLAYABLE: readonly WebhookEventStatus[] = ['PROCESSED', 'FAILED', 'DEAD']

/**
 * Gives events all their tries once more, under the same ids.
 * @throws PmsIntegrationError BAD_USER_INPUT unless exactly one of `ids`, `filter` and `all` says which
 */
export async function replayEvents(deps: InboxDeps, input: ReplayInput): Promise<number> {
  const { text, params } = condition(input)
  if (input.dryRun) return countEvents(deps.database, text, params)
  const revived = await deps.database.transaction(async (tx) => {
    const rows = await tx.query<{ configurationId: string }>(
      `UPDATE pms_webhook_event SET status = 'RECEIVED', attempts = 0, next_attempt_at = $${params.length + 1},
         error_code = NULL, reason = NULL
       WHERE ${text} RETURNING configuration_id AS "configurationId"`,
      [...params, deps.clock.now()],
    )
    const details = { ...describe(input), count: rows.length }
    audit(tx, { hotelId: input.hotelId, actor: input.actor, action: 'webhook.events.replayed', details })
    return rows
  })
  for (const id of new Set(revived.map(({ configurationId }) => configurationId))) deps.enqueueInbox(id)
  return revived.length
}

async function countEvents(sql: Sql, text: string, params: readonly unknown[]): Promise<number> {
  const [row] = await sql.query<{ count: number }>(`SELECT count(*) FROM pms_webhook_event WHERE ${text}`, params)
  return row?.count ?? 0
}

function condition({ hotelId, provider, ids, filter, all }: EventSelection): { text: string; params: unknown[] } {
  if ([ids !== undefined, filter !== undefined, all === true].filter(Boolean).length !== 1) {
    throw badUserInput('input', 'Name exactly one of ids, filter and all.')
  }
  const statuses = all ? ['DEAD'] : (filter?.status ?? REPLAYABLE).filter((status) => REPLAYABLE.includes(status))
  const params: unknown[] = []
  const bind = (value: unknown) => `$${params.push(value)}`
  const parts = [
    `hotel_id = ${bind(hotelId)}`,
    `status = ANY(${bind(statuses)})`,
    provider && `provider = ${bind(provider)}`,
    ids && `id = ANY(${bind(ids)}::uuid[])`,
    filter?.eventType && `event_type = ${bind(filter.eventType)}`,
    filter?.externalId && `subjects @> ${bind(JSON.stringify([{ externalId: filter.externalId }]))}::jsonb`,
    filter?.receivedFrom && `received_at >= ${bind(filter.receivedFrom)}`,
    filter?.receivedTo && `received_at < ${bind(filter.receivedTo)}`,
  ]
  return { text: parts.filter(Boolean).join(' AND '), params }
}

function describe({ provider, ids, filter, all }: EventSelection): JsonObject {
  return JSON.parse(JSON.stringify({ provider, ids, filter, all })) as JsonObject
}
