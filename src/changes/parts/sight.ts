import type { Change } from '../../entities/change.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { Facts } from '../../providers/write.ts'
import { actionOf } from '../../records/changes/actions.ts'
import { pickGroups } from '../../records/changes/groups.ts'
import { type Ingested, ingest } from '../../sync/run/ingest.ts'
import { mergeUnread } from '../../sync/store/unread-values.ts'
import { type ValidatedPage, validatePage } from '../../sync/store/validate.ts'
import { syncedEntities } from '../../sync/synced/synced-entities.ts'
import type { SyncedEntity, SyncedRecord } from '../../sync/synced/synced-entity.ts'
import type { ChangeDeps } from './deps.ts'
import type { OpenDesk } from './open.ts'

/** A thing as the PMS shows it: what tells of a change, and what is stored of it. */
export interface Sight {
  /** Null: the PMS no longer has it. */
  readonly facts: Facts | null
  /** What `page` has. */
  readonly entity: SyncedEntity
  /** Null where the provider cannot fetch a single one of its kind. */
  readonly page: ValidatedPage | null
  readonly fetchedAt: Date
}

type Sought = Pick<Change, 'externalId' | 'entityType' | 'action' | 'wanted' | 'alike'>

/** The least that tells. Null: the PMS no longer has it. */
export async function readFacts(desk: OpenDesk, change: Pick<Sought, 'externalId' | 'wanted'>): Promise<Facts | null> {
  return (await readAllFacts(desk, [change])).get(change.externalId) ?? null
}

/** The same of several things, each of which only one of the changes is about; by external id. */
export function readAllFacts(
  { write, ctx }: OpenDesk,
  changes: readonly Pick<Sought, 'externalId' | 'wanted'>[],
): Promise<ReadonlyMap<string, Facts>> {
  return write.read(
    ctx,
    changes.map(({ externalId, wanted }) => ({ externalId, wanted: wanted ?? {} })),
  )
}

/** All of it, ready to be stored. */
export async function lookAt({ clock }: Pick<ChangeDeps, 'clock'>, desk: OpenDesk, change: Sought): Promise<Sight> {
  const { makes } = actionOf(change.action)
  const entity = syncedEntities[makes ?? change.entityType]
  const look = { desk, entity, fetchedAt: clock.now() }
  return makes === undefined ? lookAtTarget(look, change) : lookForMade(look, change)
}

interface Look {
  readonly desk: OpenDesk
  readonly entity: SyncedEntity
  readonly fetchedAt: Date
}

async function lookAtTarget(look: Look, change: Sought): Promise<Sight> {
  const { desk, entity, fetchedAt } = look
  const page = await fetchPage(look, change.externalId)
  if (page === 'GONE') return { facts: null, entity, page: null, fetchedAt }
  const [item] = page?.items ?? []
  if (item === undefined || actionOf(change.action).creates)
    return { facts: await readFacts(desk, change), entity, page, fetchedAt }
  return { facts: factsOfRow(desk, change, item.record), entity, page, fetchedAt }
}

/** What a thing tells of a change as it is stored. */
export function factsOfRow(
  { write }: Pick<OpenDesk, 'write'>,
  { action }: Pick<Change, 'action'>,
  record: SyncedRecord,
): Facts {
  const groups = [...new Set([...actionOf(action).groups, ...write.carries])]
  const values = pickGroups(record as unknown as Record<string, unknown>, groups)
  return { values, modifiedAt: record.externalUpdatedAt }
}

/** The PMS names what is like it; what was not there before is ours. */
async function lookForMade(look: Look, change: Sought): Promise<Sight> {
  const { desk, entity, fetchedAt } = look
  const facts = await readFacts(desk, change)
  const made = facts?.alike?.find((id) => !(change.alike ?? []).includes(id))
  const page = made === undefined ? null : await fetchPage(look, made)
  return { facts, entity, page: page === 'GONE' ? null : page, fetchedAt }
}

async function fetchPage({ desk, entity, fetchedAt }: Look, externalId: string) {
  const { adapter, ctx } = desk
  const fetchOne = adapter.fetchOne?.[entity.kind]
  if (fetchOne === undefined) return null
  const raw = await fetchOne(ctx, externalId)
  return raw === null ? 'GONE' : validatePage(entity, adapter, [raw], ctx, fetchedAt)
}

/** Stores what was seen of a change's thing. */
export const storeSight = (tx: Sql, change: Stored, sight: Sight) => storeSights(tx, [{ change, sight }])

type Stored = Pick<Change, 'id' | 'setId' | 'hotelId' | 'provider' | 'externalId'>

/**
 * Stores what was seen of things of one kind, in one page; null where there is nothing to store. What the PMS no longer has
 * is gone here as well.
 */
export async function storeSights(
  tx: Sql,
  seen: readonly { readonly change: Stored; readonly sight: Sight }[],
): Promise<Ingested | null> {
  const [first] = seen
  const pages = seen.flatMap(({ sight: { page } }) => page ?? [])
  const gone = seen.flatMap(({ change, sight: { facts } }) => (facts === null ? [change.externalId] : []))
  if (first === undefined || pages.length + gone.length === 0) return null
  const { change, sight } = first
  const metadata = seen.length === 1 ? { changeId: change.id } : { changeSetId: change.setId }
  return ingest(tx, {
    ...{ entity: sight.entity, scope: change, page: joined(pages), gone, metadata, triggeredBy: 'change' },
    // What was fetched first bounds them all: nothing may be held for newer than it is.
    fetchedAt: new Date(Math.min(...seen.map(({ sight }) => sight.fetchedAt.getTime()))),
  })
}

function joined(pages: readonly ValidatedPage[]): ValidatedPage {
  const items = pages.flatMap((page) => page.items)
  items.sort((one, other) => (one.record.externalId < other.record.externalId ? -1 : 1))
  return {
    items,
    failed: pages.flatMap(({ failed }) => failed),
    duplicates: pages.reduce((sum, { duplicates }) => sum + duplicates, 0),
    unread: mergeUnread(pages.map(({ unread }) => unread)),
  }
}

/** What is noted of a look at the thing. */
export const seenOf = (facts: Facts | null) =>
  facts === null ? {} : { theirs: facts.values, theirsModifiedAt: facts.modifiedAt }
