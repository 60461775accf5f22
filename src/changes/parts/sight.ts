import type { Change } from '../../entities/change.ts'
import type { Facts } from '../../providers/write.ts'
import { actionOf } from '../../records/changes/actions.ts'
import { pickGroups } from '../../records/changes/groups.ts'
import { type ValidatedPage, validatePage } from '../../sync/store/validate.ts'
import { syncedEntities } from '../../sync/synced/synced-entities.ts'
import type { ChangeDeps } from './deps.ts'
import type { OpenDesk } from './open.ts'

/** A thing as the PMS shows it: what tells of a change, and what is stored of it. */
export interface Sight {
  readonly facts: Facts
  /** Null where the provider cannot fetch a single one of its kind. */
  readonly page: ValidatedPage | null
  readonly fetchedAt: Date
}

type Sought = Pick<Change, 'externalId' | 'entityType' | 'action' | 'wanted'>

/** The least that tells. Null: the PMS no longer has it. */
export async function readFacts({ write, ctx }: OpenDesk, { externalId, wanted }: Sought): Promise<Facts | null> {
  return (await write.read(ctx, [{ externalId, wanted: wanted ?? {} }])).get(externalId) ?? null
}

/** All of it, ready to be stored. Null: the PMS no longer has it. */
export async function lookAt(deps: ChangeDeps, desk: OpenDesk, change: Sought): Promise<Sight | null> {
  const { adapter, ctx, write } = desk
  const entity = syncedEntities[change.entityType]
  const fetchOne = adapter.fetchOne?.[entity.kind]
  const fetchedAt = deps.clock.now()
  if (fetchOne === undefined) {
    const facts = await readFacts(desk, change)
    return facts && { facts, page: null, fetchedAt }
  }
  const raw = await fetchOne(ctx, change.externalId)
  if (raw === null) return null
  const page = validatePage(entity, adapter, [raw], ctx, fetchedAt)
  const [item] = page.items
  if (item === undefined || actionOf(change.action).creates) {
    const facts = await readFacts(desk, change)
    return facts && { facts, page, fetchedAt }
  }
  const values = pickGroups(item.record as unknown as Record<string, unknown>, [
    ...new Set([...actionOf(change.action).groups, ...write.carries]),
  ])
  return { facts: { values, modifiedAt: item.record.externalUpdatedAt }, page, fetchedAt }
}
