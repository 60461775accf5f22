import { Field, InputType } from 'type-graphql'
import type { RowSyncStatus } from '../../entities/columns.ts'
import { DateTime } from '../common/scalars.ts'
import { PmsRowSyncStatus } from '../common/synced-row.ts'

/** Narrows a list of anything that is synced from a PMS. */
@InputType()
export abstract class SyncedRowFilter {
  @Field(() => String, { nullable: true, description: 'Comes from the provider of this key.' })
  provider?: string | null

  @Field(() => String, { nullable: true, description: 'Has this id at the PMS.' })
  externalId?: string | null

  @Field(() => [PmsRowSyncStatus], { nullable: true, description: 'Stands in one of these ways against the PMS.' })
  syncStatus?: RowSyncStatus[] | null

  @Field(() => DateTime, { nullable: true, description: 'Changed here at or after this instant.' })
  updatedSince?: Date | null

  @Field(() => Boolean, { defaultValue: false, description: 'Also what the PMS no longer has.' })
  includeDeleted!: boolean
}
