import { PmsIntegrationError } from '../../errors.ts'
import type { Sql, TransactionalSql } from '../../platform/database/database.ts'
import { type Ingested, ingest } from '../../sync/run/ingest.ts'
import { withoutRefused } from '../../sync/store/rejected.ts'
import { mergeUnread } from '../../sync/store/unread-values.ts'
import type { Scope } from '../../sync/store/upsert.ts'
import { type ValidatedPage, type ValidItem, validatePage } from '../../sync/store/validate.ts'
import { syncedEntities } from '../../sync/synced/synced-entities.ts'
import type { SyncedEntity } from '../../sync/synced/synced-entity.ts'
import { type Finding, type Findings, keyOf, type Lookup } from './lookup.ts'

/** What is to be stored of one kind of thing, as of one time. */
export interface Write {
  readonly entity: SyncedEntity
  readonly page: ValidatedPage
  readonly gone: readonly string[]
  /** When it was asked for, or came. */
  readonly fetchedAt: Date
  /** Entity → why its item cannot be stored. */
  readonly failures: ReadonlyMap<string, PmsIntegrationError>
}

type Found = Exclude<Finding, { kind: 'SYNC' | 'FAILED' }>

/** Maps and checks what was found: one write for all that was fetched of a kind, one for each item of a message. */
export function prepareWrites(lookup: Lookup, findings: Findings): Write[] {
  const found = [...findings.values()].filter(
    (each): each is typeof each & { finding: Found } => 'fetchedAt' in each.finding,
  )
  const keyed = Map.groupBy(found, ({ subject, finding }) =>
    finding.kind === 'CARRIED' ? keyOf(subject) : `${subject.entityType}`,
  )
  const writes = [...keyed.values()].map((group) => prepareWrite(lookup, group))
  // One order for all writers, and the last word last.
  return writes.sort((a, b) => a.entity.table.localeCompare(b.entity.table) || +a.fetchedAt - +b.fetchedAt)
}

type Group = readonly { subject: Parameters<typeof keyOf>[0]; finding: Found }[]

function prepareWrite({ adapter, ctx }: Lookup, group: Group): Write {
  const entity = syncedEntities[group[0]?.subject.entityType ?? 'BOOKING']
  const items = new Map<string, ValidItem>()
  const failures = new Map<string, PmsIntegrationError>()
  const pages = group.map(({ subject, finding }) => {
    const raws = finding.kind === 'GONE' ? [] : finding.raws
    const page = validatePage(entity, adapter, raws, ctx, finding.fetchedAt)
    for (const item of page.items) items.set(item.record.externalId, item)
    const [failed] = page.failed
    if (failed) failures.set(keyOf(subject), new PmsIntegrationError(failed.errorCode, failed.reason))
    return page
  })
  return {
    entity,
    page: {
      items: [...items.values()].sort((a, b) => (a.record.externalId < b.record.externalId ? -1 : 1)),
      failed: pages.flatMap(({ failed }) => failed),
      duplicates: 0,
      unread: mergeUnread(pages.map(({ unread }) => unread)),
    },
    gone: group.flatMap(({ subject, finding }, index) =>
      finding.kind === 'GONE' || isRenamed(subject, finding, pages[index]) ? [subject.externalId] : [],
    ),
    fetchedAt: new Date(Math.min(...group.map(({ finding }) => finding.fetchedAt.getTime()))),
    failures,
  }
}

/** Whether the PMS answered about another id than it was asked for: merged or numbered anew, the one that was asked is gone. */
function isRenamed({ externalId }: Group[number]['subject'], { kind }: Found, page?: ValidatedPage): boolean {
  if (kind !== 'FETCHED' || page === undefined || page.items.length === 0) return false
  return page.items.every(({ record }) => record.externalId !== externalId.trim())
}

/** Stores what was found, with a line in the sync log for every write. */
export async function storeWrites(tx: Sql, scope: Scope, writes: readonly Write[]): Promise<Ingested[]> {
  const stored: Ingested[] = []
  for (const write of writes) {
    stored.push(await ingest(tx, { ...write, scope, triggeredBy: 'webhook', metadata: null }))
  }
  return stored
}

/** The same without what the database refuses, which becomes a failure of its event. */
export async function withoutRefusedItems(database: TransactionalSql, scope: Scope, write: Write): Promise<Write> {
  const page = await withoutRefused(database, write.entity, scope, write.page, write.fetchedAt)
  const kept = new Set(page.items)
  const failures = new Map(write.failures)
  for (const item of write.page.items) {
    if (kept.has(item)) continue
    const { externalId } = item.record
    const key = keyOf({ entityType: write.entity.type, externalId })
    failures.set(key, new PmsIntegrationError('RECORD_REJECTED', 'The database refused this record.'))
  }
  return { ...write, page, failures }
}
