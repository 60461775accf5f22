import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RowSyncStatus } from '../entities/columns.ts'
import type { RowType } from '../records/entity-type.ts'
import { PmsChange } from '../schema/changes/change.ts'
import { PmsRowSyncStatus, type SyncedRow } from '../schema/common/synced-row.ts'
import type { ApiContext } from './access/context.ts'
import type { RowChanges, RowKey } from './loaders/changes.ts'
import { nouns } from './nouns.ts'

/** What is under way for a row is never in the row: it is laid over it when it is read. */
export function changeFieldsResolver(entityType: RowType): new () => object {
  const keyOf = ({ hotelId, provider, id, externalId }: SyncedRow): RowKey => ({
    ...{ hotelId, provider, id, externalId, entityType },
  })

  @Resolver(() => nouns[entityType].Type)
  class ChangeFieldsResolver {
    @FieldResolver(() => [PmsChange], { description: 'Open changes of it at the PMS, in the order in which they go.' })
    async pendingChanges(@Root() row: SyncedRow, @Ctx() { loaders }: ApiContext): Promise<PmsChange[]> {
      return [...(await loaders.openChanges.load(keyOf(row)))]
    }

    @FieldResolver(() => PmsRowSyncStatus, { description: 'Whether it matches the PMS, as its changes tell.' })
    async syncStatus(@Root() row: SyncedRow, @Ctx() { loaders }: ApiContext): Promise<RowSyncStatus> {
      return statusOf(row, await loaders.rowChanges.load(keyOf(row)))
    }

    @FieldResolver(() => String, { nullable: true, description: 'Why `syncStatus` is FAILED or CONFLICT.' })
    async syncError(@Root() row: SyncedRow, @Ctx() { loaders }: ApiContext): Promise<string | null> {
      const changes = await loaders.rowChanges.load(keyOf(row))
      const status = statusOf(row, changes)
      if (status === 'CONFLICT') return changes.open.find(({ state }) => state === 'CONFLICT')?.error ?? null
      if (status === 'FAILED') return changes.refused ?? 'The PMS sent a later version that could not be stored.'
      return changes.open.length > 0 ? null : row.syncError
    }
  }
  return ChangeFieldsResolver
}

function statusOf({ syncStatus }: SyncedRow, { open, refused, hasFailure }: RowChanges): RowSyncStatus {
  if (open.some(({ state }) => state === 'CONFLICT')) return 'CONFLICT'
  if (open.length > 0) return 'PENDING'
  return refused !== null || hasFailure ? 'FAILED' : syncStatus
}
