import { Field, InputType } from 'type-graphql'
import type { RowSyncStatus } from '../../entities/columns.ts'
import { DateTime } from '../common/scalars.ts'
import { PmsRowSyncStatus } from '../common/synced-row.ts'

/** Narrows a list of anything that is synced from a PMS. */
@InputType()
export abstract class SyncedRowFilter {
  @Field(() => String, { nullable: true, description: 'Synced from the provider with this key.' })
  provider?: string | null

  @Field(() => String, { nullable: true, description: 'Id at the PMS equals this.' })
  externalId?: string | null

  @Field(() => [PmsRowSyncStatus], { nullable: true, description: '`syncStatus` is one of these.' })
  syncStatus?: RowSyncStatus[] | null

  @Field(() => DateTime, { nullable: true, description: 'The stored version changed at or after this time.' })
  updatedSince?: Date | null

  @Field(() => Boolean, { defaultValue: false, description: 'Include items that the PMS no longer has.' })
  includeDeleted!: boolean
}
