import { z } from 'zod'
import { type ErrorCode, PmsIntegrationError } from '../../errors.ts'
import type { NormalizeContext, PmsProviderAdapter } from '../../providers/provider.ts'
import type { JsonObject } from '../../records/common.ts'
import { scrubRaw } from '../../records/text/scrub.ts'
import type { SyncedEntity, SyncedRecord } from '../synced/synced-entity.ts'
import { contentHash } from './content-hash.ts'
import { collectUnread, type UnreadValues } from './unread-values.ts'

/** A record that is ready to be stored. `raw` is kept until the page is written, should the database refuse it. */
export interface ValidItem {
  readonly record: SyncedRecord
  readonly hash: string
  readonly raw: unknown
}

/** An item that cannot become a row, with everything a person needs to see why. */
export interface FailedItem {
  readonly externalId: string | null
  readonly fingerprint: string
  readonly raw: JsonObject
  readonly errorCode: ErrorCode
  readonly reason: string
  readonly path: string | null
}

/** A vendor's page after mapping: `items` are each external id once, in ascending order; spans as they came. */
export interface ValidatedPage {
  readonly items: readonly ValidItem[]
  readonly failed: readonly FailedItem[]
  /** Items that named an id a second time; the newest of them is in `items`. */
  readonly duplicates: number
  /** Of items that are stored without them. */
  readonly unread: UnreadValues
}

/** The part of a provider that reads items. */
export type Mapping = Pick<PmsProviderAdapter, 'normalize' | 'identify'>

/**
 * Takes a vendor's raw items through the provider's mapping and the record schema. Never throws for an item.
 * @param fetchedAt when we began to ask for them; a version far beyond it is not believed
 */
export function validatePage(
  entity: SyncedEntity,
  adapter: Mapping,
  raws: readonly unknown[],
  ctx: NormalizeContext,
  fetchedAt: Date,
): ValidatedPage {
  const valid: ValidItem[] = []
  const failed: FailedItem[] = []
  const unread = collectUnread(ctx.report)
  const noting = { ...ctx, report: unread.report }
  for (const raw of raws) {
    const item = validateItem(entity, adapter, raw, noting, fetchedAt)
    if ('errorCode' in item) {
      failed.push(item)
      unread.drop()
    } else {
      valid.push(item)
      unread.keep(item.record.externalId)
    }
  }
  const items = entity.store === 'SPANS' ? valid : newestOfEach(valid)
  return { items, failed, duplicates: valid.length - items.length, unread: unread.found() }
}

/** In one order for all writers: two transactions that touch the same rows cannot deadlock. */
function newestOfEach(items: readonly ValidItem[]): ValidItem[] {
  const newest = new Map<string, ValidItem>()
  for (const item of items) keepNewest(newest, item)
  return [...newest.values()].sort((a, b) => (a.record.externalId < b.record.externalId ? -1 : 1))
}

function validateItem(
  entity: SyncedEntity,
  adapter: Mapping,
  raw: unknown,
  ctx: NormalizeContext,
  fetchedAt: Date,
): ValidItem | FailedItem {
  try {
    const input: unknown = adapter.normalize[entity.kind]?.(raw, ctx)
    const record = believable(entity.read(input, ctx.report), ctx, fetchedAt)
    // Spans are compared slot by slot with what is stored.
    return { record, hash: entity.store === 'SPANS' ? '' : contentHash(record), raw }
  } catch (error) {
    return failedItem(raw, identify(entity, adapter, raw), error)
  }
}

/** Clocks of PMSs are wrong, and some tell the hotel's time as UTC; no more than that. */
const MAX_AHEAD_MS = 24 * 3_600_000

/** A modification time from the future is none: nothing could ever be newer. */
function believable<R extends SyncedRecord>(record: R, ctx: NormalizeContext, fetchedAt: Date): R {
  const { externalUpdatedAt } = record
  if (externalUpdatedAt === null || externalUpdatedAt.getTime() <= fetchedAt.getTime() + MAX_AHEAD_MS) return record
  ctx.report({ path: 'externalUpdatedAt', value: externalUpdatedAt.toISOString(), used: 'none' })
  return { ...record, externalUpdatedAt: null }
}

function keepNewest(newest: Map<string, ValidItem>, item: ValidItem): void {
  const { externalId } = item.record
  const known = newest.get(externalId)
  if (known === undefined || versionOf(item) >= versionOf(known)) newest.set(externalId, item)
}

const versionOf = ({ record }: ValidItem) => record.externalUpdatedAt?.getTime() ?? Number.NEGATIVE_INFINITY

function identify(entity: SyncedEntity, adapter: Mapping, raw: unknown): string | null {
  try {
    return adapter.identify[entity.kind]?.(raw)?.slice(0, 255) || null
  } catch {
    return null
  }
}

/** Describes why `raw` was refused. The reason never quotes the item: it may hold a guest's data. */
export function failedItem(raw: unknown, externalId: string | null, error: unknown): FailedItem {
  const safe = scrubRaw(raw, externalId === null ? [] : [externalId])
  const fingerprint = externalId ?? `sha256:${contentHash(safe)}`
  return { externalId, fingerprint, raw: safe, ...explain(error) }
}

function explain(error: unknown): Pick<FailedItem, 'errorCode' | 'reason' | 'path'> {
  if (error instanceof z.ZodError) {
    const [first] = error.issues
    const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : ''
    return {
      errorCode: 'RECORD_INVALID',
      reason: `${first?.message ?? 'Invalid'}${more}`,
      path: first?.path.join('.') || null,
    }
  }
  if (error instanceof PmsIntegrationError) {
    return { errorCode: error.code, reason: error.message, path: error.field ?? null }
  }
  const kind = error instanceof Error ? error.name : typeof error
  return { errorCode: 'RECORD_INVALID', reason: `The item could not be mapped (${kind})`, path: null }
}
