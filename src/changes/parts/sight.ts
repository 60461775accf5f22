import type { Change } from '../../entities/change.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { Facts } from '../../providers/write.ts'
import { actionOf } from '../../records/changes/actions.ts'
import { pickGroups } from '../../records/changes/groups.ts'
import { type Ingested, ingest } from '../../sync/run/ingest.ts'
import { NOTHING_UNREAD } from '../../sync/store/unread-values.ts'
import { type ValidatedPage, validatePage } from '../../sync/store/validate.ts'
import { syncedEntities } from '../../sync/synced/synced-entities.ts'
import type { SyncedEntity } from '../../sync/synced/synced-entity.ts'
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
export async function readFacts(
  { write, ctx }: OpenDesk,
  { externalId, wanted }: Pick<Sought, 'externalId' | 'wanted'>,
): Promise<Facts | null> {
  return (await write.read(ctx, [{ externalId, wanted: wanted ?? {} }])).get(externalId) ?? null
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
  const groups = [...new Set([...actionOf(change.action).groups, ...desk.write.carries])]
  const values = pickGroups(item.record as unknown as Record<string, unknown>, groups)
  return { facts: { values, modifiedAt: item.record.externalUpdatedAt }, entity, page, fetchedAt }
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

const NOTHING_SHOWN: ValidatedPage = { items: [], failed: [], duplicates: 0, unread: NOTHING_UNREAD }

/** Stores what was seen; null where there is nothing to store. What the PMS no longer has is gone here as well. */
export async function storeSight(
  tx: Sql,
  change: Pick<Change, 'id' | 'hotelId' | 'provider' | 'externalId'>,
  { facts, entity, page, fetchedAt }: Sight,
): Promise<Ingested | null> {
  const shown = page ?? (facts === null ? NOTHING_SHOWN : null)
  if (shown === null) return null
  const gone = facts === null ? [change.externalId] : []
  const about = { triggeredBy: 'change', metadata: { changeId: change.id } }
  return ingest(tx, { entity, scope: change, page: shown, gone, fetchedAt, ...about })
}
