import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { badUserInput } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { signWebhook, verifyWebhook } from '../../src/platform/standard-webhooks.ts'
import type { PmsProviderAdapter, ProviderWebhook, WebhookRequest } from '../../src/providers/provider.ts'
import type { ServiceParts } from '../../src/services.ts'
import type { RotatedKeys } from '../../src/webhooks/endpoints/keys.ts'
import type { Inbox } from '../../src/webhooks/inbox/inbox.ts'
import type { ScriptedItem } from './scripted-provider.ts'
import { createTestHotel, type TestHotel } from './test-hotel.ts'

export const MINUTE_MS = 60_000

/** A hotel at a scripted vendor that sends webhooks, with an inbox that is emptied when the test says so. */
export interface WebhookHotel extends TestHotel {
  readonly inbox: Inbox
  readonly keys: RotatedKeys
  /** External ids that were fetched one by one. */
  readonly fetched: string[]
  /** The time, which only the test moves. */
  readonly clock: { now(): Date; advance(ms: number): void }
  readonly adapter: PmsProviderAdapter
  /** Another process with the same database. */
  readonly otherInbox: Inbox
  /** Posts a signed message. */
  post(message: ScriptedMessage, options?: { id?: string; key?: string; secret?: string }): Promise<number>
  drain(): Promise<void>
  events(): Promise<EventFacts[]>
}

export interface ScriptedMessage {
  type?: string
  ids?: string[]
  item?: ScriptedItem | null
  property?: string | null
}

export interface EventFacts {
  id: string
  status: string
  attempts: number
  deliveries: number
  errorCode: string | null
  nextAttemptAt: Date | null
}

export interface WebhookHotelOptions {
  /** How single items are fetched; null: not at all. Finds it among the vendor's items if not given. */
  fetchOne?: ((id: string) => Promise<unknown>) | null
  /** How many are fetched at once; not at all if not given. */
  fetchMany?: (ids: readonly string[]) => Promise<readonly unknown[]>
  webhook?: Partial<ProviderWebhook>
  /** Whether the vendor has ids for its events. */
  named?: boolean
  horizonMs?: number | null
  /** How long the vendor is given for one look. */
  batchMs?: number
  /** In the place of the test's own, such as a database that goes away. */
  parts?: Partial<ServiceParts>
}

export async function createWebhookHotel(database: Database, options: WebhookHotelOptions = {}): Promise<WebhookHotel> {
  let nowMs = Math.floor(Date.now() / 1000) * 1000
  const clock = {
    now: () => new Date(nowMs),
    advance: (ms: number) => {
      nowMs += ms
    },
  }
  const fetched: string[] = []
  const { batchMs } = options
  const hotel = await createTestHotel(database, {
    ...{ clock, adapters: () => adapter, listProviders: () => [adapter] },
    ...(batchMs !== undefined && { batchMs }),
    ...options.parts,
  })
  const find = async (id: string) => hotel.vendor.items.bookings.find(({ externalId }) => externalId === id) ?? null
  const { fetchOne = find, fetchMany, named = true, horizonMs = null } = options
  const adapter: PmsProviderAdapter = {
    ...hotel.vendor.adapter,
    limits: { ...hotel.vendor.adapter.limits, webhookLossHorizonMs: horizonMs },
    ...(fetchOne && {
      fetchOne: {
        bookings: async (_ctx, id) => {
          fetched.push(id)
          return structuredClone(await fetchOne(id))
        },
      },
    }),
    ...(fetchMany && {
      fetchMany: { bookings: async (_ctx: unknown, ids: readonly string[]) => structuredClone(await fetchMany(ids)) },
    }),
    webhook: { application: ['apiKey'], ...scriptedWebhook(named), ...options.webhook },
  }
  const { inbox } = hotel.services
  const keys = await inbox.rotateKeys({ hotelId: hotel.hotelId, provider: adapter.key, actor: 'tester' })
  const configurationId = keys.configuration.id
  await database.query('UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL WHERE configuration_id = $1', [
    configurationId,
  ])
  return {
    ...hotel,
    ...{ inbox, keys, fetched, clock, adapter },
    otherInbox: hotel.another().inbox,
    async post(message, { id = randomUUID(), key = keys.key, secret = keys.secret } = {}) {
      const body = Buffer.from(JSON.stringify(message))
      const headers = signWebhook([secret], { id, timestamp: clock.now(), body })
      return (await inbox.intake.accept(adapter.key, key, { headers, body })).status
    },
    drain: () => inbox.drain(configurationId),
    events: () =>
      database.query<EventFacts>(
        `SELECT id, status, attempts, deliveries, error_code AS "errorCode", next_attempt_at AS "nextAttemptAt"
         FROM pms_webhook_event WHERE configuration_id = $1 ORDER BY id`,
        [configurationId],
      ),
  }
}

const wire = z.object({
  type: z.string().default('booking.updated'),
  ids: z.array(z.string()).default([]),
  item: z.looseObject({ externalId: z.string() }).nullish(),
  property: z.string().nullish(),
})

function scriptedWebhook(named: boolean): ProviderWebhook {
  return {
    verify: (request, secrets, clock) => verifyWebhook(request, secrets, clock.now()),
    parse: (request) => parse(request, named),
  }
}

function parse({ headers, body }: WebhookRequest, named: boolean) {
  const parsed = wire.safeParse(JSON.parse(body.toString('utf8')))
  if (!parsed.success) throw badUserInput('body', 'is no message')
  const { type, ids, item, property } = parsed.data
  const about = [...ids, ...(item ? [item.externalId] : [])]
  const base = { eventId: named ? (headers['webhook-id'] ?? null) : null, type, occurredAt: null, item: item ?? null }
  const subjects = about.length === 0 ? [null] : about.map((externalId) => ({ kind: 'bookings' as const, externalId }))
  return subjects.map((subject) => ({ ...base, subject, externalHotelId: property ?? null }))
}
