import { ArgsType, Field, ID, InputType } from 'type-graphql'
import type { SyncOperation, SyncStatus, SyncTrigger } from '../../entities/sync-log.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { defineOrderFields } from '../common/enum.ts'
import { PmsEntityType, PmsSyncOperation, PmsSyncStatus, PmsSyncTrigger } from '../sync-log.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'
import { PmsTimeRange } from './range.ts'

@InputType({ description: 'Conditions on syncs; all of them have to hold.' })
export class PmsSyncLogFilter {
  @Field(() => [PmsSyncStatus], { nullable: true, description: 'Status is one of these.' })
  status?: SyncStatus[] | null

  @Field(() => PmsEntityType, { nullable: true, description: 'Entity type is this.' })
  entityType?: EntityType | null

  @Field(() => String, { nullable: true, description: 'Slice of the entity type is this.' })
  slice?: string | null

  @Field(() => String, { nullable: true, description: 'Provider has this key.' })
  provider?: string | null

  @Field(() => [ID], { nullable: true, description: 'Hotel is one of these.' })
  hotelIds?: string[] | null

  @Field(() => PmsSyncOperation, { nullable: true, description: 'Operation is this.' })
  operation?: SyncOperation | null

  @Field(() => PmsSyncTrigger, { nullable: true, description: 'Trigger is this.' })
  trigger?: SyncTrigger | null

  @Field(() => PmsTimeRange, { nullable: true, description: 'Started within this period.' })
  startedAt?: PmsTimeRange | null
}

export const PmsSyncLogOrderField = defineOrderFields('PmsSyncLogOrderField', {
  QUEUED_AT: ['id', 'When the sync was requested.'],
  STARTED_AT: ['startedAt', 'When a worker started the sync.'],
  COMPLETED_AT: ['completedAt', 'When the sync ended.'],
  DURATION: ['duration', 'Duration of the sync.'],
  ITEMS_PROCESSED: ['itemsProcessed', 'Items processed.'],
  ITEMS_FAILED: ['itemsFailed', 'Items that could not be stored.'],
})
export const PmsSyncLogOrder = orderInputOf('PmsSyncLog', PmsSyncLogOrderField)

@ArgsType()
export class SyncLogListArgs extends PageArgs {
  @Field(() => PmsSyncLogFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsSyncLogFilter | null

  @Field(() => PmsSyncLogOrder, { nullable: true, description: 'Orders the list; newest first if not given.' })
  orderBy?: Order<(typeof PmsSyncLogOrderField)[string]> | null
}
