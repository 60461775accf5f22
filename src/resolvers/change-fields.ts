import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RowSyncStatus } from '../entities/columns.ts'
import type { RowType } from '../records/entity-type.ts'
import { PmsChange } from '../schema/changes/change.ts'
import { PmsRowSyncStatus, type SyncedRow } from '../schema/common/synced-row.ts'
import type { ApiContext } from './access/context.ts'
import { syncErrorOf, syncStatusOf } from './lists/row-changes.ts'
import type { RowKey } from './loaders/changes.ts'
import { nouns } from './nouns.ts'

/** What is under way for a row is never in the row: it is laid over it when it is read. Lists do so in their own statement. */
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
      return syncStatusOf(row.syncStatus, await loaders.rowChanges.load(keyOf(row)))
    }

    @FieldResolver(() => String, { nullable: true, description: 'Why `syncStatus` is FAILED or CONFLICT.' })
    async syncError(@Root() row: SyncedRow, @Ctx() { loaders }: ApiContext): Promise<string | null> {
      return syncErrorOf(row, await loaders.rowChanges.load(keyOf(row)))
    }
  }
  return ChangeFieldsResolver
}
